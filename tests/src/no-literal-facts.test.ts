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

/** Names that are nothing but facts, wherever they stand. */
const distinctiveNames = [
  ...operationIds,
  ...[...parameterNames].filter((name) => !plainWords.has(name) && !catalogMembers.has(name)),
];

const files = await sourceFiles(root, [
  "packages/types",
  "packages/client",
  "packages/helpers",
  "packages/simulator",
]);

/** Operation ids, paths and parameter names that occur in a file's code or comments. */
function literalFacts(code: string): string[] {
  const file = ts.createSourceFile("code.ts", code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== undefined) found.push(...factsInText(text));
    if (ts.isIdentifier(node) && isFact(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...new Set([...found, ...factsInComments(code)])];
}

/** What a literal says, also one that is put together from parts; what fills a template's holes is not known. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
    return node.text;
  }
  if (ts.isRegularExpressionLiteral(node)) return node.text.slice(1).replaceAll("\\/", "/");
  if (ts.isParenthesizedExpression(node)) return textOf(node.expression);
  if (ts.isTemplateExpression(node)) {
    const spans = node.templateSpans.map(
      ({ expression, literal }) => (textOf(expression) ?? "\0") + literal.text,
    );
    return node.head.text + spans.join("");
  }
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  return `${textOf(node.left) ?? "\0"}${textOf(node.right) ?? "\0"}`;
}

function factsInText(text: string): string[] {
  // Where the API lies is a fact, with or without the first slash.
  const place = /(?:^|\/)usage\//.test(text) ? [text] : [];
  const named = distinctiveNames.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  return [...place, ...named, ...(parameterNames.has(text) ? [text] : [])];
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
  return distinctiveNames.filter((name) => new RegExp(`\\b${name}\\b`).test(comments));
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
    ["a path without its first slash", 'const path = "api/v2/usage/mau";', "api/v2/usage/mau"],
    ["a path in parts", 'const path = "/us" + "age/" + kind;', "/usage/\0"],
    ["a path in a template's parts", ["const path = `/us$", '{"age"}/mau`;'].join(""), "/usage/mau"],
    ["a path in a pattern", "path.match(/\\/usage\\/mau/);", "/usage/mau/"],
    ["an operation id inside a sentence", 'const hint = "call getMauUsage instead";', "getMauUsage"],
    ["an operation id in parts", 'usage["getMau" + "Usage"]();', "getMauUsage"],
    ["an operation id in a template", "usage[`getMauUsage`]();", "getMauUsage"],
    ["an operation id as a type", 'type Id = "getMauUsage" | "other";', "getMauUsage"],
    ["an operation id with an escape", 'usage["get\\u004dauUsage"]();', "getMauUsage"],
    ["a parameter inside a sentence", 'const hint = "set sdkName";', "sdkName"],
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
