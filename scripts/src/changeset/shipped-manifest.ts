import { load } from "js-yaml";

/** Members of a package.json that reach users: what is installed, and how it is found and run. */
const shippedMembers = [
  "bin",
  "dependencies",
  "engines",
  "exports",
  "files",
  "name",
  "optionalDependencies",
  "peerDependencies",
  "peerDependenciesMeta",
  "publishConfig",
  "sideEffects",
  "type",
] as const;

interface Manifest {
  readonly name?: string;
  readonly private?: boolean;
  readonly [member: string]: unknown;
}

/** Reads a package.json; one that is not there has no members. */
export function readManifest(text: string | undefined): Manifest {
  const manifest: Manifest = JSON.parse(text ?? "{}");
  return manifest;
}

/** The versions that `catalog:` stands for in a pnpm-workspace.yaml. */
export function readCatalog(text: string | undefined): Readonly<Record<string, string>> {
  // pnpm has installed by this file, so that its shape is right.
  const { catalog } = (load(text ?? "{}") ?? {}) as { catalog?: Record<string, string> };
  return catalog ?? {};
}

/** The members that users see, which differ between two states of a package.json. */
export function changedMembers(
  before: { readonly manifest: Manifest; readonly catalog: Readonly<Record<string, string>> },
  after: typeof before,
): readonly string[] {
  const shown = ({ manifest, catalog }: typeof before, member: string): string =>
    JSON.stringify(manifest[member] ?? null, (name, value) =>
      value === "catalog:" ? `catalog:${catalog[name]}` : value,
    );
  return shippedMembers.filter((member) => shown(before, member) !== shown(after, member));
}
