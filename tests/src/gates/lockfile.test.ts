import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const text = await readFile(join(root, "pnpm-lock.yaml"), "utf8");

type Group = "dependencies" | "devDependencies" | "optionalDependencies";
const groups: readonly Group[] = ["dependencies", "devDependencies", "optionalDependencies"];

interface Lockfile {
  readonly catalogs: Readonly<Record<string, Readonly<Record<string, { readonly specifier: string }>>>>;
  readonly importers: Readonly<
    Record<string, Partial<Record<Group, Readonly<Record<string, { readonly specifier: string }>>>>>
  >;
  readonly packages: Readonly<Record<string, { readonly resolution: Readonly<Record<string, string>> }>>;
}
// pnpm has installed by both files, so that their shapes are right.
const lockfile = load(text) as Lockfile;

interface WorkspaceFile {
  readonly packages: readonly string[];
  readonly catalog: Readonly<Record<string, string>>;
  readonly catalogs: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
const workspace = load(await readFile(join(root, "pnpm-workspace.yaml"), "utf8")) as WorkspaceFile;

test("every package is held to its bytes, and none comes from an address of its own", () => {
  const resolutions = Object.entries(lockfile.packages);
  expect(resolutions.length).toBeGreaterThan(300);
  const loose = resolutions.filter(
    ([, { resolution }]) =>
      Object.keys(resolution).join() !== "integrity" ||
      !/^sha512-[\w+/]{86}==$/.test(resolution["integrity"] ?? ""),
  );
  expect(loose).toEqual([]);
  // Why a package is deprecated may hold an address.
  const lines = text.split("\n").filter((line) => !line.trimStart().startsWith("deprecated:"));
  expect(lines.filter((line) => /:\/\/|\bgit\+|\btarball:/.test(line))).toEqual([]);
});

test("the manifest of every member is what was locked", async () => {
  const members = Object.keys(lockfile.importers);
  expect(members).toEqual(expect.arrayContaining([".", "packages/types", "scripts", "tests"]));
  for (const member of members) {
    const manifest: Partial<Record<Group, Record<string, string>>> = JSON.parse(
      await readFile(join(root, member, "package.json"), "utf8"),
    );
    for (const group of groups) {
      const locked = Object.entries(lockfile.importers[member]?.[group] ?? {});
      const specifiers = Object.fromEntries(locked.map(([name, { specifier }]) => [name, specifier]));
      expect(specifiers, `${member}, ${group}`).toEqual(manifest[group] ?? {});
    }
  }
});

test("the catalog is what was locked, holds exact versions alone, and no member has one of its own", async () => {
  const { catalog, catalogs } = workspace;
  const ranges = [catalog, ...Object.values(catalogs)].flatMap((entries) => Object.entries(entries));
  expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  for (const [name, entries] of Object.entries({ default: catalog, ...catalogs })) {
    for (const [dependency, { specifier }] of Object.entries(lockfile.catalogs[name] ?? {})) {
      expect(entries[dependency], `${dependency} in ${name}`).toBe(specifier);
    }
  }
  const own = Object.values(lockfile.importers).flatMap((importer) =>
    groups.flatMap((group) => Object.entries(importer[group] ?? {})),
  );
  // Compilers of several versions at once have names of their own.
  const loose = own.filter(
    ([, { specifier }]) => !/^(?:catalog:|workspace:|npm:typescript@\d)/.test(specifier),
  );
  expect(loose).toEqual([]);
});
