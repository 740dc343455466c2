import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { sourceFiles } from "./source-files.ts";

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

test.each(Object.entries(allowed))("%s depends on and imports only %o", async (name, dependencies) => {
  const manifest: { dependencies: object } = JSON.parse(
    await readFile(join(root, "packages", name, "package.json"), "utf8"),
  );
  expect(Object.keys(manifest.dependencies)).toEqual(dependencies);
  for (const file of await sourceFiles(root, [`packages/${name}`])) {
    const { importedFiles } = ts.preProcessFile(await readFile(file, "utf8"));
    const outside = importedFiles
      .map(({ fileName }) => fileName)
      .filter((specifier) => !specifier.startsWith("."));
    const builtin = outside.filter((specifier) => specifier.startsWith("node:"));
    // Only the simulator's server needs Node.js; the rest runs wherever fetch does.
    expect(
      builtin.filter(() => name !== "simulator"),
      relative(root, file),
    ).toEqual([]);
    const foreign = outside.filter((specifier) => !builtin.includes(specifier)).map(packageOf);
    expect(
      foreign.filter((specifier) => !dependencies.includes(specifier)),
      relative(root, file),
    ).toEqual([]);
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
