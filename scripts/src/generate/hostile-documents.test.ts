import type { OperationDescriptor } from "@ldusage/types/catalog";
import { build } from "esbuild";
import fc from "fast-check";
import ts from "typescript";
import { expect, test } from "vitest";
import type { Target } from "../drift/find-stale.ts";
import { referenceTo } from "../openapi/pointer.ts";
import { type Rendering, renderFrom } from "../pipeline.ts";
import { repositoryRoot } from "../repository-root.ts";

/** What one document is written with: a word for every place that upstream decides on. */
type Words = readonly string[];

const texts = [
  ...[
    "*/",
    "/*",
    "*/ alert(1); /*",
    "//",
    "`",
    ["$", "{1}"].join(""),
    "\\",
    '"',
    "'",
    "\\u0041",
    "\n * @deprecated",
  ],
  ...[
    "</script>",
    "<!--",
    "-->",
    "{@link x}",
    "@deprecated",
    "| a |",
    "# a",
    "[a](b)",
    "```",
    "\r\n",
    "\u0000",
  ],
  ...[
    "\u001b[31m",
    "\u2028",
    "\u2029",
    "\u202e",
    "\ud800",
    "\udc00\ud800",
    "\ufeff",
    "__proto__",
    "constructor",
  ],
  ...[
    "toString",
    "hasOwnProperty",
    "then",
    "default",
    "$ref",
    "~1",
    "%7B",
    "%",
    "#/",
    "x-",
    "",
    " ",
    "never;",
    "é",
  ],
];
const word = fc.oneof(
  fc.constantFrom(...texts),
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...texts), { maxLength: 4 }).map((parts) => parts.join("")),
  fc.constant("x*/`".repeat(2_500)),
);

const places = 11;
const words = fc.array(word, { minLength: places, maxLength: places });

const overlayText = JSON.stringify({
  overlay: "1.0.0",
  actions: [
    {
      target: "$",
      description: "A test.",
      update: { "x-ldusage": { versionHeader: "V", versionValue: "1", minutesPerServiceConnection: 1 } },
    },
    {
      target: "$.servers",
      description: "A test.",
      update: ["us", "eu", "federal"].map((region) => ({
        url: `https://${region}.test`,
        "x-ldusage-region": region,
      })),
    },
  ],
});

/** A document in which every name and text that may be anything is one of the words. */
function documentOf([id = "", title = "", schema = "", property = "", ...rest]: Words): unknown {
  const [parameter = "", value = "", otherValue = "", text = "", summary = "", key = "", tag = ""] = rest;
  const answer = {
    description: text,
    content: { "application/json": { schema: { $ref: referenceTo(["components", "schemas", schema]) } } },
  };
  return {
    openapi: "3.0.3",
    info: { title, description: text, version: title },
    servers: [],
    security: [{ Key: [] }],
    tags: [{ name: tag, description: text }],
    paths: {
      "/api/v2/usage/first/{key}": {
        get: {
          operationId: `${id} op1`,
          summary,
          description: `${text}\n\n${summary}`,
          tags: [tag],
          parameters: [
            {
              name: "key",
              in: "path",
              required: true,
              description: text,
              schema: { type: "string", enum: [value] },
            },
            {
              name: parameter,
              in: "query",
              description: "A color to filter by.",
              schema: {
                type: "array",
                items: { type: "string", enum: [`1${value}`, `2${otherValue}`], description: text },
              },
            },
            {
              name: `${key}!`,
              in: "query",
              description: text,
              schema: { type: "string", default: `${value}.` },
            },
          ],
          responses: { "200": answer, "400": { description: summary } },
        },
      },
      "/api/v2/usage/second": { get: { operationId: id, summary: text, responses: { "200": answer } } },
    },
    components: {
      schemas: {
        [schema]: {
          type: "object",
          title,
          description: text,
          required: [property],
          properties: {
            series: {
              type: "array",
              items: { type: "object", additionalProperties: { type: "integer", description: text } },
            },
            [property]: {
              type: "string",
              description: summary,
              example: value,
              default: otherValue,
              enum: [...new Set([value, otherValue])],
            },
          },
        },
      },
      securitySchemes: { Key: { type: "apiKey", in: "header", name: title } },
    },
  };
}

/** Words that can do no harm, as long as those of the document and alike where those are alike. */
function harmless(hostile: Words): Words {
  const all = [...new Set(hostile)];
  return hostile.map((text) => `w${all.indexOf(text)}`.padEnd(JSON.stringify(text).length - 2, "x"));
}

const render = (hostile: Words): Promise<Rendering> =>
  renderFrom({ upstreamText: JSON.stringify(documentOf(hostile)), overlayText });

const codeOf = ({ targets }: Rendering): readonly Target[] =>
  targets.filter(({ file }) => file.endsWith(".ts"));

/** Kinds of the statements of a file and of the members of its interfaces, shared facts left aside. */
function kindsOf({ file, text }: Target): readonly string[] {
  const source: ts.SourceFile & { parseDiagnostics?: readonly ts.Diagnostic[] } = ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
  );
  expect(
    source.parseDiagnostics?.map(({ messageText }) => messageText),
    file,
  ).toEqual([]);
  const kinds: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableStatement(node) && /^const fact\d+ =/.test(node.getText(source))) return;
    if (ts.isStatement(node) || ts.isTypeElement(node)) kinds.push(ts.SyntaxKind[node.kind] ?? "");
    ts.forEachChild(node, visit);
  };
  visit(source);
  return kinds.sort();
}

async function loadCatalog(targets: readonly Target[]): Promise<Record<string, OperationDescriptor>> {
  const contents = targets.find(({ file }) => file.endsWith("/catalog.ts"))?.text ?? "";
  const { outputFiles } = await build({
    stdin: { contents, loader: "ts", resolveDir: `${repositoryRoot}/packages/types/src/generated` },
    bundle: true,
    format: "esm",
    write: false,
  });
  const code = outputFiles[0]?.text ?? "";
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)).catalog;
}

test("no text in a document becomes code, and every value survives", async () => {
  await fc.assert(
    fc.asyncProperty(words, async (hostile) => {
      // Names that no method can have are refused.
      fc.pre(/[a-z\d]/i.test(hostile[0] ?? "") && !/^(?:raw|request|operation)$/i.test(hostile[0] ?? ""));
      const [rendering, twin] = [await render(hostile), await render(harmless(hostile))];
      const [code, twinCode] = [codeOf(rendering), codeOf(twin)];
      expect(code.map(kindsOf)).toEqual(twinCode.map(kindsOf));
      for (const { file, text } of rendering.targets) {
        // What a file cannot hold would make it stale for ever.
        expect([file, new TextDecoder().decode(new TextEncoder().encode(text)) === text]).toEqual([
          file,
          true,
        ]);
      }
      const catalog = await loadCatalog(rendering.targets);
      expect(Object.values(catalog)).toEqual(rendering.descriptors);
    }),
    { numRuns: 50 },
  );
}, 300_000);
