import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stableStringify } from "../openapi/json.ts";
import { repositoryRoot } from "../repository-root.ts";
import { parseDocument } from "./parse-document.ts";
import { sliceDocument } from "./slice-document.ts";

const at = (path: string, members: object): object => ({ [`/api/v2/usage/${path}`]: members });
const get = (members: object = {}): object => ({ get: { operationId: "a", responses: {}, ...members } });
const schemaAnswer = (schema: object): object =>
  get({ responses: { "200": { description: "", content: { "application/json": { schema } } } } });
const slice = (members: object): ReturnType<typeof sliceDocument> =>
  sliceDocument({ openapi: "3.0.3", ...members }, "a test");
const reached = (paths: object, components: object, more: object = {}): unknown => {
  const { components: kept } = slice({ paths, components, ...more }).slice;
  return Object.fromEntries(
    Object.entries(kept ?? {}).map(([section, entries]) => [section, Object.keys(Object(entries)).sort()]),
  );
};

test("slicing the vendored slice gives its very bytes", async () => {
  const text = await readFile(join(repositoryRoot, "spec/upstream.json"), "utf8");
  expect(stableStringify(sliceDocument(JSON.parse(text), "a test").slice)).toBe(text);
});

test("paths under the prefix, what the root says of them, and nothing else", () => {
  const { slice: kept, notices } = slice({
    info: { title: "T", version: "1" },
    servers: [{ url: "https://a.test" }],
    externalDocs: { url: "https://docs.test" },
    webhooks: {},
    tags: [{ name: "other" }, { name: "used", description: "d" }],
    paths: {
      ...at("a", get({ tags: ["used", "undeclared"] })),
      "/api/v2/usage": get(),
      "/api/v2/usages/b": get(),
      "/api/v2/other": get({ tags: ["other"] }),
    },
    components: { schemas: { Unreached: {} } },
  });
  expect(kept).toEqual({
    openapi: "3.0.3",
    info: { title: "T", version: "1" },
    servers: [{ url: "https://a.test" }],
    tags: [{ name: "used", description: "d" }],
    paths: at("a", get({ tags: ["used", "undeclared"] })),
  });
  expect(notices).toEqual([]);
});

describe("exactly the components that are reached", () => {
  const ref = (section: string, name: string): object => ({ $ref: `#/components/${section}/${name}` });

  test("of every section, through each other", () => {
    const paths = at("a", {
      parameters: [ref("parameters", "P")],
      ...get({
        security: [{ Token: [] }],
        requestBody: ref("requestBodies", "B"),
        callbacks: { done: ref("callbacks", "C") },
        responses: { "200": ref("responses", "R"), "x-note": ref("responses", "Unreached") },
      }),
    });
    const components = {
      parameters: { P: { schema: ref("schemas", "InParameter"), examples: { e: ref("examples", "E") } } },
      requestBodies: { B: { content: { "a/b": { schema: ref("schemas", "InBody") } } } },
      callbacks: { C: { "{$url}": { post: { responses: { "200": ref("responses", "InCallback") } } } } },
      responses: {
        R: { headers: { h: ref("headers", "H") }, links: { l: ref("links", "L") } },
        InCallback: {},
        Unreached: {},
      },
      headers: { H: { schema: ref("schemas", "InHeader") } },
      links: { L: { operationId: "elsewhere" } },
      examples: { E: { value: { $ref: "#/not/a/reference" } } },
      schemas: { InParameter: {}, InBody: {}, InHeader: {}, Unreached: {} },
      securitySchemes: { Token: {}, Root: {}, Unreached: {} },
    };
    expect(reached(paths, components, { security: [{ Root: [] }] })).toEqual({
      parameters: ["P"],
      requestBodies: ["B"],
      callbacks: ["C"],
      responses: ["InCallback", "R"],
      headers: ["H"],
      links: ["L"],
      examples: ["E"],
      schemas: ["InBody", "InHeader", "InParameter"],
      securitySchemes: ["Root", "Token"],
    });
  });

  test("cyclic schemas, odd names, discriminators, parts of components and references with siblings", () => {
    const schemas = {
      A: {
        properties: { b: { ...ref("schemas", "B"), description: "Also." }, $ref: { type: "string" } },
        discriminator: { propertyName: "kind", mapping: { c: "C", d: "#/components/schemas/D" } },
      },
      B: { items: ref("schemas", "A"), not: ref("schemas", "E~1%7Bodd%7D") },
      C: { additionalProperties: ref("schemas", "constructor") },
      D: { properties: { default: ref("schemas", "F/properties/g") } },
      "E/{odd}": { prefixItems: [ref("schemas", "__proto__")] },
      F: { properties: { g: {}, h: ref("schemas", "H") } },
      H: {},
      constructor: {},
      Unreached: {},
    };
    const components = { schemas: { ...schemas, ["__proto__"]: { if: ref("schemas", "H") } } };
    expect(reached(at("a", schemaAnswer(ref("schemas", "A"))), components)).toEqual({
      schemas: ["A", "B", "C", "D", "E/{odd}", "F", "H", "__proto__", "constructor"],
    });
  });

  test("a reference in data is data", () => {
    const data = { $ref: "#/nowhere" };
    const schema = { type: "object", default: data, example: data, enum: [data], const: data, "x-odd": data };
    expect(reached(at("a", { ...schemaAnswer(schema), "x-odd": data }), {})).toEqual({});
  });

  test("tags and schemes of an operation that is reached through a path item", () => {
    const { slice: kept } = slice({
      openapi: "3.1.0",
      tags: [{ name: "used" }],
      paths: at("a", ref("pathItems", "I")),
      components: {
        pathItems: { I: get({ tags: ["used"], security: [{ T: [] }] }) },
        securitySchemes: { T: {} },
      },
    });
    expect(kept["tags"]).toEqual([{ name: "used" }]);
    expect(Object.keys(Object(kept["components"])).sort()).toEqual(["pathItems", "securitySchemes"]);
  });
});

test("what lies outside of what is kept takes the place of the reference to it", () => {
  const { slice: kept, notices } = slice({
    paths: {
      ...at("a", { $ref: "#/paths/~1elsewhere~1{b}", summary: "Ours" }),
      ...at("c", { $ref: "#/paths/~1api~1v2~1usage~1a" }),
      "/elsewhere/{b}": { summary: "Theirs", ...schemaAnswer({ $ref: "#/components/schemas/S" }) },
    },
    components: { schemas: { S: {} } },
  });
  expect(kept["paths"]).toEqual({
    ...at("a", { summary: "Ours", ...schemaAnswer({ $ref: "#/components/schemas/S" }) }),
    ...at("c", { $ref: "#/paths/~1api~1v2~1usage~1a" }),
  });
  expect(notices).toEqual([
    {
      stage: "sync",
      place: "#/paths/~1api~1v2~1usage~1a/$ref",
      problem: "it refers to something outside of what is kept; what is there replaces the reference",
      wayOut: undefined,
    },
  ]);
});

describe("what cannot be sliced is named with its place", () => {
  test.each<[string, object, RegExp]>([
    ["Swagger", { swagger: "2.0", paths: {} }, /^sync: a test: it is Swagger "2\.0"\. Give upstream's whole/],
    [
      "a later version",
      { openapi: "3.2.0" },
      /a test, #\/openapi: version "3\.2\.0" of OpenAPI is not known/,
    ],
    ["a number for a version", { openapi: 3.1 }, /version 3\.1 of OpenAPI is not known/],
    ["no usage", { paths: { "/a": get(), "/b": get() } }, /#\/paths: none of its 2 paths .*usage-paths\.ts/],
    ["no paths", { paths: undefined }, /none of its 0 paths/],
    ["a path without operations", { paths: at("a", { "x-note": 1 }) }, /none of its 1 paths/],
    [
      "another file",
      { paths: at("a", schemaAnswer({ $ref: "common.json#/Rep" })) },
      /^sync: #\/paths\/~1api~1v2~1usage~1a\/get\/responses\/200\/.*\/schema\/\$ref: it refers to "common\.json#\/Rep"/,
    ],
    ["another host", { paths: at("a", { $ref: "https://a.test/item" }) }, /a\/\$ref: it refers to "https:/],
    ["an anchor", { paths: at("a", schemaAnswer({ $ref: "#rep" })) }, /it refers to "#rep"/],
    [
      "a reference to nowhere",
      { paths: at("a", schemaAnswer({ $ref: "#/components/schemas/toString" })) },
      /"#\/components\/schemas\/toString" points to nothing/,
    ],
    [
      "an unknown scheme",
      { paths: at("a", get({ security: [{ T: [] }] })) },
      /get\/security: .*securitySchemes\/T/,
    ],
    [
      "a mapping to another file",
      { paths: at("a", schemaAnswer({ discriminator: { mapping: { a: "a.json" } } })) },
      /mapping\/a: "a\.json" points to nothing/,
    ],
    [
      "a path that is another and the same",
      { paths: { ...at("a", { $ref: "#/paths/~1b" }), "/b": { $ref: "#/paths/~1b" } } },
      /"#\/paths\/~1b" leads back to itself/,
    ],
    [
      "a schema elsewhere that repeats itself",
      {
        paths: at("a", schemaAnswer({ $ref: "#/elsewhere" })),
        elsewhere: { items: { $ref: "#/elsewhere" } },
      },
      /"#\/elsewhere" leads back to itself/,
    ],
  ])("%s", (_name, members, message) => {
    expect(() => slice(members)).toThrow(message);
  });

  test("text instead of a document", () => {
    expect(() => sliceDocument("text", "a test")).toThrow("sync: a test: it is not an OpenAPI document");
    expect(() => sliceDocument({ paths: {} }, "a test")).toThrow("it is not an OpenAPI document");
  });
});

describe("YAML", () => {
  const yaml = (text: string): unknown =>
    sliceDocument(parseDocument(`openapi: 3.0.3\n${text}`, "a test"), "a test").slice;
  const aliases = (count: number, width: number): string =>
    Array.from({ length: count }, (_, index) => {
      const items = Array(width).fill(index === 0 ? "x" : `*a${index - 1}`);
      return `  a${index}: &a${index} [${items.join()}]\n`;
    }).join("");
  const path = (value: string): string => `paths: {/api/v2/usage/a: {get: {x-odd: ${value}}}}\n`;

  test("aliases are written out", () => {
    expect(yaml(`defs:\n${aliases(2, 2)}${path("*a1")}`)).toMatchObject({
      paths: at("a", {
        get: {
          "x-odd": [
            ["x", "x"],
            ["x", "x"],
          ],
        },
      }),
    });
  });

  test.each([
    ["aliases that explode where nothing reads them", `defs:\n${aliases(40, 10)}${path("1")}`],
    ["values without JSON where nothing reads them", `defs: {a: .nan, b: &b [*b]}\n${path("1")}`],
  ])("%s do no harm", (_name, text) => {
    expect(yaml(text)).toMatchObject({ paths: at("a", { get: { "x-odd": 1 } }) });
  });

  test.each<[string, string, RegExp]>([
    ["aliases that explode", `defs:\n${aliases(12, 10)}${path("*a11")}`, /repeats a part too often/],
    ["an alias of itself", `defs: &a [*a]\n${path("*a")}`, /nested without end/],
    ["no number", path(".nan"), /a\/get\/x-odd: it is NaN, which JSON has no word for/],
    ["infinity", path("[-.inf]"), /x-odd\/0: it is -Infinity/],
  ])("%s in what is kept is refused", (_name, text, message) => {
    expect(() => yaml(text)).toThrow(message);
  });
});
