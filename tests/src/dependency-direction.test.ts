import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { importsOf } from "./gates/imports-of.ts";
import { shippedFiles } from "./source-files.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
// What each package may import, from outside itself. Everything else runs the wrong way or costs users a dependency.
const allowed: Readonly<Record<string, readonly string[]>> = {
  types: [],
  client: ["@ldusage/types", "openapi-fetch"],
  helpers: ["@ldusage/types"],
  simulator: ["@hono/node-server", "@ldusage/types", "hono"],
};

const packageOf = (specifier: string): string =>
  specifier.startsWith("@") ? specifier.split("/").slice(0, 2).join("/") : (specifier.split("/")[0] ?? "");

/** Imports of a package that it may not have, each with its file. */
async function forbiddenImports(name: string): Promise<string[]> {
  const folder = join(root, "packages", name, "src");
  const problems: string[] = [];
  for (const file of await shippedFiles(root, [`packages/${name}`])) {
    const { specifiers, unreadable } = importsOf(await readFile(file, "utf8"));
    const forbidden = specifiers.filter((specifier) => !mayImport(name, folder, file, specifier));
    problems.push(...[...forbidden, ...unreadable].map((what) => `${relative(root, file)}: ${what}`));
  }
  return problems;
}

function mayImport(name: string, folder: string, file: string, specifier: string): boolean {
  if (specifier.startsWith(".")) return resolve(dirname(file), specifier).startsWith(`${folder}/`);
  // Only the simulator's server needs Node.js; the rest runs wherever fetch does.
  if (specifier.startsWith("node:")) return name === "simulator";
  return allowed[name]?.includes(packageOf(specifier)) === true;
}

test.each(Object.entries(allowed))("%s depends on and imports only %o", async (name, dependencies) => {
  const manifest: Record<string, object> = JSON.parse(
    await readFile(join(root, "packages", name, "package.json"), "utf8"),
  );
  expect(Object.keys(manifest["dependencies"] ?? {})).toEqual(dependencies);
  for (const kind of ["peerDependencies", "optionalDependencies", "bundleDependencies"]) {
    expect(manifest[kind], kind).toBeUndefined();
  }
  expect(await forbiddenImports(name)).toEqual([]);
});

test.each(Object.entries(allowed))(
  "the README of %s says what each dependency is for",
  async (name, dependencies) => {
    const readme = await readFile(join(root, "packages", name, "README.md"), "utf8");
    const listed = /^## Dependencies\n\n((?:- .+\n(?: {2}.+\n)*)+)/m.exec(readme)?.[1];
    if (dependencies.length > 1) {
      const subjects = [...(listed ?? "").matchAll(/^- (.+?): /gm)].map(([, subject]) => subject ?? "");
      const named = subjects.flatMap((subject) => subject.match(/(?<=`)[^`\s]+(?=`)/g) ?? []);
      expect(named.toSorted()).toEqual(dependencies.toSorted());
    } else {
      const only = dependencies[0];
      expect(readme).toContain(
        only === undefined ? "It has no dependencies." : `Its one dependency is \`${only}\`, for `,
      );
    }
  },
);

test("the pipeline reads the types alone: it writes what the others are made of", async () => {
  for (const file of await shippedFiles(root, ["scripts"])) {
    const { specifiers } = importsOf(await readFile(file, "utf8"));
    const own = specifiers.filter((specifier) => specifier.startsWith("@ldusage/")).map(packageOf);
    expect(
      own.filter((specifier) => specifier !== "@ldusage/types"),
      relative(root, file),
    ).toEqual([]);
  }
});

test("packages hold nothing but TypeScript, so that every file is looked at", async () => {
  for (const name of Object.keys(allowed)) {
    const entries = await readdir(join(root, "packages", name, "src"), {
      recursive: true,
      withFileTypes: true,
    });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.filter((file) => !file.endsWith(".ts"))).toEqual([]);
  }
});

test("nothing but the pipeline uses the generator or its compiler", async () => {
  for (const member of [
    "packages/types",
    "packages/client",
    "packages/helpers",
    "packages/simulator",
    "examples",
  ]) {
    const manifest = await readFile(join(root, member, "package.json"), "utf8");
    expect(manifest, member).not.toMatch(/openapi-typescript|catalog:generator/);
  }
});
