import { posix } from "node:path";
import type { PackedPackage } from "./packed-package.ts";

/** What all packages of a release have in common. */
export interface Release {
  readonly version: string;
  /** The range of Node.js versions that the repository supports. */
  readonly nodeRange: string;
  /** The text of the licence. */
  readonly licence: string;
}

// npm runs these on the machines of users.
const installScripts = ["preinstall", "install", "postinstall", "prepare"];

/** What is wrong with the manifest of a packed package, in words. */
export function inspectManifest(
  folderName: string,
  { manifest, files }: PackedPackage,
  { version, nodeRange, licence }: Release,
): readonly string[] {
  const { repository = {}, exports = {}, bin = {}, scripts = {}, dependencies = {} } = manifest;
  const text = files.get("package.json") ?? "";
  const targets = [...Object.values(exports), ...Object.values(bin)]
    .flatMap((target) => (typeof target === "string" ? target : Object.values(target)))
    .map((path) => posix.normalize(path));
  const own = Object.entries(dependencies).filter(([name]) => name.startsWith("@ldusage/"));
  const checks: readonly (readonly [boolean, string])[] = [
    [manifest.name === `@ldusage/${folderName}`, `its name is "${manifest.name}"`],
    [manifest.version === version, `its version is "${manifest.version}", that of the release ${version}`],
    [manifest.private !== true, "it is private"],
    [manifest.type === "module", `its type is "${manifest.type}"`],
    [manifest.license === "MIT" && files.get("LICENSE") === licence, "its licence is not the repository's"],
    [(files.get("README.md") ?? "").startsWith(`# @ldusage/${folderName}\n`), "it has no README of its own"],
    [repository.type === "git" && /^git\+https:\/\/.+\.git$/.test(repository.url ?? ""), "no repository.url"],
    [repository.directory === `packages/${folderName}`, "repository.directory is another folder"],
    [manifest.homepage !== undefined && (manifest.keywords ?? []).length > 0, "no homepage or no keywords"],
    [manifest.engines?.node === nodeRange, `engines.node is not "${nodeRange}"`],
    [!/"(?:workspace|catalog|link|file):/.test(text), "a range of the workspace is left in it"],
    [!text.includes("@ldusage/source"), "it points to sources that users are not to compile"],
    [targets.length > 1, "it exports nothing"],
    ...targets.map((path) => [files.has(path), `it names ${path}, which it has not`] as const),
    ...own.map(([name, range]) => [range === `^${version}`, `it needs ${name} ${range}`] as const),
    ...installScripts.map((script) => [!(script in scripts), `it runs a script on "${script}"`] as const),
  ];
  return checks.filter(([holds]) => !holds).map(([, problem]) => `package.json: ${problem}`);
}
