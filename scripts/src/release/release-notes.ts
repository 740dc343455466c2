/** A package and its whole changelog. */
export interface PackageChangelog {
  readonly name: string;
  readonly changelog: string;
}

/**
 * What the changelogs say of one version, as one page.
 *
 * @throws Error when no changelog knows the version.
 */
export function releaseNotes(version: string, packages: readonly PackageChangelog[]): string {
  const parts = packages.flatMap(({ name, changelog }) => {
    const section = sectionOf(version, changelog);
    return section === undefined ? [] : [`## ${name}\n\n${section}`];
  });
  if (parts.length === 0)
    throw new Error(`no changelog has a section "## ${version}"; run \`changeset version\``);
  return `${parts.join("\n\n")}\n`;
}

function sectionOf(version: string, changelog: string): string | undefined {
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((text) => text.split("\n", 1)[0] === version);
  return section?.slice(version.length).trim();
}
