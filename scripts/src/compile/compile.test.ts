import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type OpenApiDocument, readDocument } from "../openapi/document.ts";
import { repositoryRoot } from "../repository-root.ts";
import { compile } from "./compile.ts";

const compiled = await readFile(join(repositoryRoot, "spec/account-usage.json"), "utf8");
const path = "/api/v2/usage/total-mau";

function broken(change: (document: OpenApiDocument) => void): () => unknown {
  const document = readDocument(compiled, "a test");
  change(document);
  return () => compile(document);
}

function facts(document: OpenApiDocument): Record<string, unknown> {
  return document.paths[path]?.["get"]?.["x-ldusage"] ?? {};
}

test("compiling a compiled document changes nothing", () => {
  expect(compile(readDocument(compiled, "a test"))).toEqual({
    document: JSON.parse(compiled),
    unmeasured: [],
  });
});

test("an operation whose measure nothing states is reported and treated as not additive", () => {
  const document = readDocument(compiled, "a test");
  for (const fact of ["measure", "additiveOverTime", "additiveAcrossGroups"]) delete facts(document)[fact];
  const result = compile(document);
  expect(result.unmeasured).toEqual(["getMAUTotalUsage"]);
  expect(facts(result.document)).toMatchObject({
    measure: "unknown",
    additiveOverTime: "never",
    additiveAcrossGroups: "unknown",
  });
});

test.each<[string, (document: OpenApiDocument) => void, RegExp]>([
  [
    "a missing fact",
    (document) => delete facts(document)["population"],
    /total-mau: it lacks the fact "population"/,
  ],
  [
    "an unknown fact",
    (document) => Object.assign(facts(document), { colour: "red" }),
    /the fact "colour" is not known/,
  ],
  [
    "an impossible value",
    (document) => Object.assign(facts(document), { measure: "sum" }),
    /"measure" is "sum", not one of/,
  ],
  [
    "a unit without a range",
    (document) => Object.assign(facts(document), { timeUnit: null }),
    /range without a unit/,
  ],
  [
    "pairs of nothing",
    (document) => Object.assign(facts(document), { measure: "distinct-pairs" }),
    /names a pairDimension/,
  ],
  ["a lost schema", (document) => delete document.components.schemas["SeriesListRep"], /names no schema/],
  ["a lost version header", (document) => delete document["x-ldusage"], /no version header/],
  ["a lost region", (document) => document.servers?.pop(), /none for the region "federal"/],
  [
    "two operations of one name",
    (document) => Object.assign(document.paths[path]?.["get"] ?? {}, { operationId: "getMauUsage" }),
    /operationId getMauUsage is too much like that of GET \/api\/v2\/usage\/mau/,
  ],
  [
    "two operations whose types would have one name",
    (document) => Object.assign(document.paths[path]?.["get"] ?? {}, { operationId: "get-mau-usage" }),
    /operationId get.* is too much like that of/,
  ],
  [
    "two operations whose constants would have one name",
    (document) => {
      const [first, second] = Object.values(document.paths);
      Object.assign(first?.["get"] ?? {}, { operationId: "get-widget" });
      Object.assign(second?.["get"] ?? {}, { operationId: "getWidgetOperation" });
    },
    /operationId getWidgetOperation is too much like that of/,
  ],
  [
    "two paths that differ in the names of their parameters",
    (document) => {
      const get = structuredClone(document.paths["/api/v2/usage/streams/{source}"]?.["get"]);
      const renamed = JSON.parse(JSON.stringify(get).replaceAll('"source"', '"other"'));
      renamed.operationId = "getAnything";
      document.paths["/api/v2/usage/streams/{other}"] = { get: renamed };
    },
    /GET .*\/streams\/\{other\}: its path cannot be told from that of GET .*\/streams\/\{source\}/,
  ],
  [
    "an operation with the name of a member of the client",
    (document) => Object.assign(document.paths[path]?.["get"] ?? {}, { operationId: "request" }),
    /"request" cannot be the name of a method/,
  ],
  [
    "a path parameter that is not described",
    (document) => Object.assign(document.paths, { "/api/v2/usage/{odd}": document.paths[path] ?? {} }),
    /is too much like that of|\{odd\} is not described/,
  ],
])("%s is an error", (_name, change, message) => {
  expect(broken(change)).toThrow(message);
});

test.each(["/api/v2/usage/evil/*/ x", "/api/v2/usage/a`b", "/api/v2/usage/{a*/b}", "usage"])(
  "the path %s is refused",
  (odd) => {
    const document = JSON.parse(compiled);
    document.paths[odd] = document.paths[path];
    expect(() => readDocument(JSON.stringify(document), "a test")).toThrow(/is not a plain path/);
  },
);
