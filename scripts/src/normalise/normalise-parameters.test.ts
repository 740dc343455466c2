import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../openapi/json.ts";
import { color, operationOf, type Parts, path, problemsOf } from "./testing/one-operation.ts";

describe("parameters", () => {
  const parametersOf = (own: Json[], parts: Parts = {}): unknown =>
    Reflect.get(
      Object(operationOf({ ...parts, operation: { parameters: [color, ...own] } })),
      "parameters",
    ).slice(1);
  const query = (members: JsonObject): JsonObject => ({ name: "q", in: "query", ...members });

  test("of a component, with a description beside the reference", () => {
    const components = {
      parameters: { "Q/1": query({ description: "Theirs.", schema: { type: "string" } }) },
    };
    const reference = { $ref: "#/components/parameters/Q~11", description: "Ours." };
    expect(parametersOf([reference], { components })).toEqual([
      query({ description: "Ours.", schema: { type: "string" } }),
    ]);
  });

  test("of the path come first, and the operation's own go before them", () => {
    const item = { parameters: [query({ schema: { type: "integer" } }), { ...query({}), name: "p" }] };
    const parts = { item, operation: { parameters: [query({ schema: { type: "string" } }), color] } };
    expect(Reflect.get(Object(operationOf(parts)), "parameters")).toEqual([
      query({ schema: { type: "string" } }),
      { name: "p", in: "query", schema: {} },
      color,
    ]);
  });

  test("in headers and cookies are left out with a word, those of the standard without", () => {
    const parameters = [
      color,
      ...["Authorization", "Accept", "X-Odd"].map((name) => ({ name, in: "header" })),
    ];
    const operation = { parameters: [...parameters, { name: "session", in: "cookie" }] };
    expect(Reflect.get(Object(operationOf({ operation })), "parameters")).toEqual([color]);
    expect(problemsOf({ operation })).toEqual([
      `GET ${path}, parameter X-Odd: it is left out: the client sends its own headers, and no cookies`,
      `GET ${path}, parameter session: it is left out: the client sends its own headers, and no cookies`,
    ]);
  });

  test("in the path are left out when the path has no place for them", () => {
    const operation = { parameters: [color, { ...color, name: "size" }] };
    expect(problemsOf({ operation })).toEqual([
      `GET ${path}, parameter size: it is left out: the path has no place for it`,
    ]);
  });

  test.each<[string, JsonObject, JsonObject]>([
    [
      "wrapped",
      { schema: { allOf: [{ $ref: "#/components/schemas/Color" }], nullable: true } },
      { schema: { type: "string", enum: ["red"] } },
    ],
    [
      "lists of what is wrapped",
      {
        schema: {
          anyOf: [{ type: "array", items: { $ref: "#/components/schemas/Color" } }, { type: "null" }],
        },
      },
      { schema: { type: "array", items: { type: "string", enum: ["red"] } } },
    ],
    [
      "text as content",
      { content: { "text/plain": { schema: { type: "string" } } } },
      { schema: { type: "string" } },
    ],
    [
      "numbers as JSON",
      { content: { "application/json": { schema: { type: ["integer", "null"] } } } },
      { schema: { type: "integer" } },
    ],
    [
      "with named examples",
      { examples: { a: { $ref: "#/components/examples/E" }, b: { value: "2" } }, schema: {} },
      { example: "1", schema: {} },
    ],
    ["without a schema", {}, { schema: {} }],
  ])("%s", (_name, given, expected) => {
    const components = {
      schemas: { Color: { type: "string", enum: ["red"] } },
      examples: { E: { value: "1" } },
    };
    expect(parametersOf([query(given)], { components })).toEqual([query(expected)]);
  });

  test("a path parameter is required, whatever is said", () => {
    const operation = { parameters: [{ name: "color", in: "path", schema: {} }] };
    expect(operationOf({ operation })).toMatchObject({ parameters: [{ name: "color", required: true }] });
  });

  test.each<[string, Json, RegExp]>([
    [
      "an object",
      query({ schema: { type: "object" } }),
      /parameter q: it is an object\. Parameters are sent as text/,
    ],
    [
      "a choice of kinds",
      query({ schema: { oneOf: [{ type: "string" }, { type: "object" }] } }),
      /several things/,
    ],
    ["a list of lists", query({ schema: { type: "array", items: { type: "array" } } }), /a list of lists/],
    [
      "JSON text",
      query({ content: { "application/json": { schema: { type: "string" } } } }),
      /sent as "application\/json"/,
    ],
    ["two contents", query({ content: { a: {}, b: {} } }), /not of exactly one media type/],
    ["another place", { name: "q", in: "body" }, /it is in "body", which is not known/],
    ["no place", { name: "q" }, /does not say where it is/],
    ["the name of a path parameter", { name: "color", in: "query" }, /parameter color: path and query both/],
    ["twice the same", color, /parameter color: it is given twice/],
    ["a reference to nowhere", { $ref: "#/components/parameters/Nowhere" }, /points to nothing/],
  ])("%s is refused", (_name, parameter, message) => {
    expect(() => parametersOf([parameter])).toThrow(message);
    expect(() => parametersOf([parameter])).toThrow(/^normalise: /);
  });
});
