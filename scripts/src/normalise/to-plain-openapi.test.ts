import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../openapi/json.ts";
import { answer, problemsOf, run } from "./testing/one-operation.ts";

const reference = { $ref: "#/components/schemas/Other" };

/** What becomes of a schema that the answer holds. */
function plainOf(schema: Json, root: object = {}): unknown {
  return schemasOf({ Rep: { type: "object", properties: { x: schema } }, Other: { type: "string" } }, root)[
    "Rep"
  ]?.properties?.["x"];
}

function schemasOf(schemas: object, root: object = {}) {
  return run({ components: { schemas }, root }).document.components.schemas;
}

describe("the same meaning gives the same schema", () => {
  test.each<[string, Json, Json]>([
    ["allOf of one", { allOf: [{ type: "string" }] }, { type: "string" }],
    ["anyOf of one", { anyOf: [{ type: "string" }] }, { type: "string" }],
    ["oneOf of one", { oneOf: [{ type: "string" }] }, { type: "string" }],
    ["a wrapper of a wrapper", { allOf: [{ anyOf: [{ type: "string" }] }] }, { type: "string" }],
    ["a wrapped reference", { allOf: [reference] }, reference],
    ["a reference that is wrapped twice", { oneOf: [{ allOf: [reference] }] }, reference],
    [
      "words beside a wrapper go before those in it",
      { allOf: [{ type: "string", description: "in" }], description: "out" },
      { type: "string", description: "out" },
    ],
    [
      "limits beside a wrapper",
      { allOf: [{ type: "string" }], maxLength: 5 },
      { type: "string", maxLength: 5 },
    ],
    [
      "limits that contradict each other stay apart",
      { allOf: [{ type: "string", maxLength: 5 }], maxLength: 3 },
      { allOf: [{ type: "string", maxLength: 5 }], maxLength: 3 },
    ],
    [
      "words beside a reference",
      { ...reference, description: "d" },
      { allOf: [reference], description: "d" },
    ],
    [
      "several stay several",
      { anyOf: [{ type: "string" }, reference] },
      { anyOf: [{ type: "string" }, reference] },
    ],
    ["not nullable is not said", { type: "string", nullable: false }, { type: "string" }],
    ["what lists hold", { items: { allOf: [{ type: "string" }] } }, { items: { type: "string" } }],
    [
      "a property called like a word of schemas",
      { properties: { allOf: { allOf: [{ type: "string" }] }, const: { type: "string" } } },
      { properties: { allOf: { type: "string" }, const: { type: "string" } } },
    ],
    [
      "data is not read",
      { default: { allOf: [{ type: "string" }] } },
      { default: { allOf: [{ type: "string" }] } },
    ],
  ])("%s", (_name, schema, expected) => {
    expect(plainOf(schema)).toEqual(expected);
  });

  test.each<[string, Json, Json]>([
    ["a list of types", { type: ["string", "null"] }, { type: "string", nullable: true }],
    ["a branch", { anyOf: [{ type: "string" }, { type: "null" }] }, { type: "string", nullable: true }],
    ["a branch of values", { oneOf: [{ type: "null" }, { enum: ["a"] }] }, { enum: ["a"], nullable: true }],
    [
      "a mark on a wrapper",
      { anyOf: [{ type: "string" }], nullable: true },
      { type: "string", nullable: true },
    ],
    [
      "a mark in a wrapper",
      { anyOf: [{ type: "string", nullable: true }] },
      { type: "string", nullable: true },
    ],
    ["beside a reference", { oneOf: [reference, { type: "null" }] }, { allOf: [reference], nullable: true }],
    [
      "beside several",
      { anyOf: [{ type: "string" }, { type: "null" }, reference] },
      { anyOf: [{ type: "string" }, reference], nullable: true },
    ],
    ["nothing but null", { type: "null" }, { enum: [null], nullable: true }],
  ])("null by %s", (_name, schema, expected) => {
    expect(plainOf(schema)).toEqual(expected);
  });

  test.each<[string, Json, Json]>([
    ["several types", { type: ["string", "integer"] }, { anyOf: [{ type: "string" }, { type: "integer" }] }],
    [
      "several types beside alternatives",
      { type: ["string", "integer"], anyOf: [{ minimum: 1 }, { minLength: 1 }] },
      {
        allOf: [
          { anyOf: [{ minimum: 1 }, { minLength: 1 }] },
          { anyOf: [{ type: "string" }, { type: "integer" }] },
        ],
      },
    ],
    ["a constant", { const: "a" }, { enum: ["a"] }],
    ["examples", { examples: ["a", "b"] }, { example: "a" }],
    ["a bound that is not reached", { exclusiveMinimum: 0 }, { minimum: 0, exclusiveMinimum: true }],
    ["the tighter of two bounds", { exclusiveMaximum: 9, maximum: 5 }, { maximum: 5 }],
    [
      "yes and no",
      { additionalProperties: true, not: false, items: true },
      { additionalProperties: true, not: { not: {} }, items: {} },
    ],
  ])("what OpenAPI 3.1 says by %s", (_name, schema, expected) => {
    expect(plainOf(schema)).toEqual(expected);
  });
});

test("what OpenAPI 3.0 has no word for is left out and named", () => {
  const schemas = { Rep: { type: "object", if: {}, unevaluatedProperties: false } };
  expect(schemasOf(schemas)["Rep"]).toEqual({ type: "object" });
  expect(problemsOf({ components: { schemas } })).toEqual([
    'schema Rep: the word "if" is left out: OpenAPI 3.0 has none for it',
    'schema Rep: the word "unevaluatedProperties" is left out: OpenAPI 3.0 has none for it',
  ]);
});

test("the document is one of OpenAPI 3.0", () => {
  const root = {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://x.test",
    webhooks: {},
    info: { title: "t", summary: "s" },
  };
  const { document } = run({ root });
  expect(document).toMatchObject({ openapi: "3.0.3", info: { title: "t" } });
  expect(Object.keys(document).sort()).toEqual(["components", "info", "openapi", "paths"]);
  expect(Reflect.get(document, "info")).toEqual({ title: "t" });
});

test("schemas that hold themselves are no trouble", () => {
  const self = { $ref: "#/components/schemas/Rep" };
  const schemas = {
    Rep: { allOf: [{ type: "object", properties: { up: { anyOf: [self, { type: "null" }] } } }] },
  };
  expect(schemasOf(schemas)["Rep"]).toEqual({
    type: "object",
    properties: { up: { allOf: [self], nullable: true } },
  });
});

test("the bodies of other responses are plain too", () => {
  const schema = { allOf: [{ $ref: "#/components/schemas/Rep" }] };
  const responses = {
    "200": answer,
    "400": { description: "", content: { "application/json": { schema } } },
  };
  const { document } = run({ operation: { responses } });
  const [item] = Object.values(document.paths);
  expect(item?.["get"]?.responses["400"]?.content?.["application/json"]?.schema).toEqual({
    $ref: "#/components/schemas/Rep",
  });
});

test("what is plain stays as it is, and any wrapping of it says the same", () => {
  const { schema } = fc.letrec<{ schema: Json }>((tie) => ({
    schema: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom<Json>({ type: "string" }, { type: "integer", nullable: true }, reference),
      fc.record({ type: fc.constant("array"), items: tie("schema") }),
      fc
        .tuple(tie("schema"), tie("schema"))
        .map(([a, b]): Json => ({ type: "object", properties: { a, b }, required: ["a"] })),
    ),
  }));
  const wrappers = fc.array(fc.constantFrom("allOf", "anyOf", "oneOf"), { maxLength: 3 });
  fc.assert(
    fc.property(schema, wrappers, (plain, names) => {
      const wrapped = names.reduce<Json>((held, name) => ({ [name]: [held] }), plain);
      expect(plainOf(wrapped)).toEqual(plain);
      expect(plainOf({ anyOf: [wrapped, { type: "null" }] })).toEqual(
        plainOf({ anyOf: [plain], nullable: true }),
      );
    }),
  );
});
