import { describe, expect, test } from "vitest";
import { normalise } from "./normalise.ts";
import { answer, color, operationOf, path, problemsOf, run } from "./testing/one-operation.ts";

test("what is plain already stays as it is", () => {
  expect(operationOf({ operation: { summary: "S", tags: ["t"], deprecated: true, "x-beta": true } })).toEqual(
    {
      operationId: "getWidgets",
      summary: "S",
      tags: ["t"],
      deprecated: true,
      "x-beta": true,
      parameters: [color],
      responses: { "200": answer },
    },
  );
});

test("the given document is not changed, and nothing of upstream's passes for a fact", () => {
  const upstream = {
    openapi: "3.0.3",
    "x-ldusage": { versionHeader: "evil" },
    servers: [{ url: "https://a.test", "x-ldusage-region": "eu" }],
    paths: {
      [path]: {
        get: {
          operationId: "a",
          "x-ldusage": { measure: "counter" },
          parameters: [{ ...color, "x-ldusage": { role: "filter" } }],
          responses: { "200": answer },
        },
      },
    },
    components: { schemas: { Rep: {} } },
  };
  const before = structuredClone(upstream);
  const { document } = normalise(upstream);
  expect(upstream).toEqual(before);
  expect(JSON.stringify(document)).not.toContain("x-ldusage");
});

describe("methods and members of a path", () => {
  test("every other method is left out by name, and the GET goes on", () => {
    const item = {
      post: { operationId: "makeWidget" },
      trace: {},
      "x-odd": { get: {} },
      query: {},
      servers: [{ url: "https://b.test" }],
    };
    expect(problemsOf({ item })).toEqual([
      `POST ${path}, "makeWidget": the operation is left out: nothing here writes, only GET is read`,
      `TRACE ${path}: the operation is left out: nothing here writes, only GET is read`,
      `${path}: the member "query" is not known and is left out`,
      `GET ${path}: its own servers are left out: a region has one server for everything`,
    ]);
  });

  test("texts of the path hold where the operation has none", () => {
    const item = { summary: "of the path", description: "of the path" };
    expect(operationOf({ item, operation: { summary: "own" } })).toMatchObject({
      summary: "own",
      description: "of the path",
    });
  });

  test("a path without a GET is not there; a document without any is refused", () => {
    const more = { "/api/v2/usage/b": { get: { operationId: "b", responses: { "200": answer } } } };
    const { document } = run({
      item: { get: undefined, post: {} },
      root: { paths: { [path]: { post: {} }, ...more } },
    });
    expect(Object.keys(document.paths)).toEqual(["/api/v2/usage/b"]);
    expect(() => run({ root: { paths: { [path]: { post: {} } } } })).toThrow(
      "normalise: paths: there is no GET operation. Without one there is nothing to compile",
    );
  });

  test("components that only a left out method reaches are not there", () => {
    const post = {
      requestBody: { content: { a: { schema: { $ref: "#/components/schemas/Body" } } } },
      responses: {},
    };
    const { document } = run({ item: { post }, components: { schemas: { Body: {} } } });
    expect(Object.keys(document.components.schemas)).toEqual(["Rep"]);
  });

  test("bodies and callbacks of a GET are left out with a word", () => {
    const operation = { requestBody: { content: {} }, callbacks: { a: {} } };
    expect(operationOf({ operation })).not.toHaveProperty("callbacks");
    expect(problemsOf({ operation })).toEqual([
      `GET ${path}: it has a requestBody, which is left out`,
      `GET ${path}: it has a callback, which is left out`,
    ]);
  });
});

test.each<[string, unknown, RegExp]>([
  ["no document", [], /normalise: document: it is not an OpenAPI document with paths/],
  [
    "no operationId",
    { paths: { [path]: { get: { responses: {} } } } },
    /GET .*: it has no operationId\. Methods/,
  ],
  ["no operation", { paths: { [path]: { get: "text" } } }, /it is not an object/],
  [
    "a summary that is no text",
    { paths: { [path]: { get: { operationId: "a", summary: 1 } } } },
    /its summary is not text/,
  ],
  ["no responses", { paths: { [path]: { get: { operationId: "a" } } } }, /it has no responses/],
  [
    "parameters that are no list",
    { paths: { [path]: { get: { operationId: "a", parameters: {} } } } },
    /not a list/,
  ],
])("%s is refused", (_name, document, message) => {
  expect(() => normalise(document)).toThrow(message);
});

test("components may be missing, and schemes may be references", () => {
  const responses = { "200": { content: { "application/json": { schema: { type: "object" } } } } };
  const paths = { "/a": { get: { operationId: "a", security: [{ T: [] }], responses } } };
  const securitySchemes = { T: { $ref: "#/components/securitySchemes/U" }, U: { type: "apiKey" } };
  expect(
    normalise({ paths: { "/a": { get: { operationId: "a", responses } } } }).document.components,
  ).toEqual({
    schemas: { AResponse: { type: "object" } },
    securitySchemes: {},
  });
  expect(normalise({ paths, components: { securitySchemes } }).document.components.securitySchemes).toEqual({
    T: { type: "apiKey" },
    U: { type: "apiKey" },
  });
});
