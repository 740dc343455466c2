import { expect, test } from "vitest";
import { importsOf } from "./imports-of.ts";

test.each([
  ["an import", 'import { a } from "paint";'],
  ["an import for its effects", 'import "paint";'],
  ["a type-only import", 'import type { A } from "paint";'],
  ["a namespace", 'import * as all from "paint";'],
  ["a re-export", 'export { a } from "paint";'],
  ["a re-export of all", 'export * from "paint";'],
  ["a re-export of types", 'export type { A } from "paint";'],
  ["a dynamic import", 'const a = await import("paint");'],
  ["a dynamic import in a template without a hole", "void import(`paint`);"],
  ["a dynamic import over lines", 'void import(\n  // why not\n  "paint"\n);'],
  ["a type that imports", 'type A = import("paint").A;'],
  ["the type of a module", 'type A = typeof import("paint");'],
  ["require", 'const a = require("paint");'],
  ["an import with require", 'import a = require("paint");'],
  ["require.resolve", 'require.resolve("paint");'],
  ["import.meta.resolve", 'import.meta.resolve("paint");'],
  ["an augmentation", 'declare module "paint" {}'],
  ["a reference to types", '/// <reference types="paint" />\n'],
  ["an escaped name", 'import "p\\u0061int";'],
])("%s is found", (_name, code) => {
  expect(importsOf(code)).toEqual({ specifiers: ["paint"], unreadable: [] });
});

test.each([
  ["a name in a variable", "import(name);", "import(name)"],
  ["a name with a hole", ["import(`pai$", "{x}`);"].join(""), ["import(`pai$", "{x}`)"].join("")],
  ["a name in two parts", 'import("pa" + "int");', 'import("pa" + "int")'],
  ["a computed require", "require(name);", "require(name)"],
  ["another require", "const load = createRequire(import.meta.url);", "createRequire(import.meta.url)"],
  ["built-in modules by hand", 'process.getBuiltinModule("fs");', "process.getBuiltinModule"],
  ["code in text", 'eval("import(name)");', 'eval("import(name)")'],
  ["a function from text", 'new Function("import(name)");', 'new Function("import(name)")'],
])("%s cannot be read", (_name, code, unreadable) => {
  expect(importsOf(code).unreadable).toEqual([unreadable]);
});

test("nothing is found in texts, comments and members of these names", () => {
  const code = `// import "paint";\nconst text = 'import "paint"; require("paint")';\nconst a = { Function: 1 };\n`;
  expect(importsOf(code)).toEqual({ specifiers: [], unreadable: [] });
});
