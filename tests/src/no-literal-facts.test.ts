import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { catalog, type OperationDescriptor } from "@ldusage/types/catalog";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { sourceFiles } from "./source-files.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const operations: OperationDescriptor[] = Object.values(catalog);
const operationIds = new Set(operations.map(({ operationId }) => operationId));
const parameterNames = new Set(operations.flatMap(({ parameters }) => parameters.map(({ name }) => name)));

// Parameters whose names are also plain words of code: as text they are facts, as identifiers they need not be.
const plainWords = new Set([
  "anonymous",
  "environment",
  "from",
  "project",
  "sdk",
  "source",
  "to",
  "type",
  "version",
]);
// Members of the catalog's own types that happen to be spelt like a parameter.
const catalogMembers = new Set(["granularity", "groupBy"]);

const files = await sourceFiles(root, ["packages/client", "packages/helpers", "packages/simulator"]);

/** Operation ids, paths and parameter names that occur in a file's code or comments. */
function literalFacts(code: string): string[] {
  const file = ts.createSourceFile("code.ts", code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      if (operationIds.has(node.text) || parameterNames.has(node.text) || node.text.includes("/usage/")) {
        found.push(node.text);
      }
    }
    if (ts.isIdentifier(node) && isFact(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found, ...factsInComments(code)];
}

function isFact({ text, parent }: ts.Identifier): boolean {
  if (operationIds.has(text)) return true;
  if (!parameterNames.has(text) || catalogMembers.has(text)) return false;
  if (!plainWords.has(text)) return true;
  // `range.from` reads a parameter, `Array.from` does not.
  return (
    (text === "from" || text === "to") &&
    ts.isPropertyAccessExpression(parent) &&
    parent.name.text === text &&
    !/^[A-Z]/.test(parent.expression.getText())
  );
}

// A comment that names an operation or a parameter goes stale. Examples are run by tests, which would tell.
function factsInComments(code: string): string[] {
  const comments = (code.match(/\/\*[\s\S]*?\*\/|\/\/.*$/gm) ?? [])
    .join("\n")
    .replace(/@example\n\s*\* ```ts\n[\s\S]*?```/g, "");
  const distinctive = [...parameterNames].filter(
    (name) => !plainWords.has(name) && !catalogMembers.has(name),
  );
  return [...operationIds, ...distinctive].filter((name) => new RegExp(`\\b${name}\\b`).test(comments));
}

test("there is something to check", () => {
  expect(files.length).toBeGreaterThan(50);
  expect(parameterNames.size).toBeGreaterThan(20);
});

test.each(files.map((file) => relative(root, file)))("%s holds no literal fact", async (file) => {
  expect(literalFacts(await readFile(join(root, file), "utf8"))).toEqual([]);
});

describe("the check finds", () => {
  test.each([
    ["an operation id as text", 'const id = "getMauUsage";', "getMauUsage"],
    ["an operation id as a call", "usage.getMauUsage();", "getMauUsage"],
    ["a path", "const path = `/api/v2/usage/mau`;", "/api/v2/usage/mau"],
    ["a part of a path", ["const url = `$", "{base}/usage/mau`;"].join(""), "/usage/mau"],
    ["a parameter as text", 'query.get("from");', "from"],
    ["a parameter as a member", "parameters.groupby;", "groupby"],
    ["a parameter as a key", "const query = { aggregationType };", "aggregationType"],
    ["the start of a range as a member", "parameters.from;", "from"],
    ["an operation id in a comment", "// like getMauUsage", "getMauUsage"],
    ["a parameter in an example that nobody runs", "/** @example `sdkName` */", "sdkName"],
    ["a parameter below an example", "/** @example\n * ```ts\n * x;\n * ```\n * `sdkName` */", "sdkName"],
  ])("%s", (_name, code, fact) => {
    expect(literalFacts(code)).toContain(fact);
  });

  test.each([
    ["conversions", "Array.from(items); Float64Array.from(items);"],
    ["members of the catalog", "operation.granularity; operation.groupBy;"],
    ["plain words", "const { source, version } = piece;"],
    ["examples that are run", "/** @example\n * ```ts\n * usage.getMauUsage();\n * ``` */"],
  ])("nothing in %s", (_name, code) => {
    expect(literalFacts(code)).toEqual([]);
  });
});
