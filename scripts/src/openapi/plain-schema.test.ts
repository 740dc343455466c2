import { describe, expect, test } from "vitest";
import type { Json } from "./json.ts";
import { plainSchema } from "./plain-schema.ts";

const document = {
  components: {
    schemas: {
      Text: { type: "string", description: "Some text." },
      Alias: { $ref: "#/components/schemas/Text" },
      "Odd/Name": { type: "integer" },
      Loop: { allOf: [{ $ref: "#/components/schemas/Loop2" }] },
      Loop2: { $ref: "#/components/schemas/Loop" },
      Tree: { type: "object", properties: { child: { $ref: "#/components/schemas/Tree" } } },
    },
  },
};
const plain = (schema: Json): unknown => plainSchema(document, schema, "a test");

describe("says the same", () => {
  test.each<[string, Json, Json]>([
    ["a plain schema", { type: "string", enum: ["a"] }, { type: "string", enum: ["a"] }],
    ["a reference", { $ref: "#/components/schemas/Alias" }, { type: "string", description: "Some text." }],
    ["an encoded reference", { $ref: "#/components/schemas/Odd~1Name" }, { type: "integer" }],
    [
      "a reference with a description beside it",
      { $ref: "#/components/schemas/Text", description: "Other." },
      { type: "string", description: "Other." },
    ],
    ["a wrapper of one", { allOf: [{ type: "string" }], nullable: true }, { type: "string" }],
    ["an alternative to null", { anyOf: [{ type: "string" }, { type: "null" }] }, { type: "string" }],
    ["an alternative to a null value", { oneOf: [{ enum: [null] }, { type: "string" }] }, { type: "string" }],
    ["a list of types with null", { type: ["null", "string"] }, { type: "string" }],
    ["a value or a list of types", { type: ["string", "array"], items: {} }, { type: "array", items: {} }],
    ["numbers or text", { type: ["integer", "string"] }, { type: "string" }],
    ["a constant", { const: "a" }, { enum: ["a"] }],
    ["values with null", { type: "string", enum: ["a", null] }, { type: "string", enum: ["a"] }],
    [
      "constants to choose from",
      {
        oneOf: [
          { type: "string", const: "a", title: "A" },
          { type: "string", enum: ["b", "a"] },
        ],
      },
      { type: "string", enum: ["a", "b"] },
    ],
    [
      "an open enumeration",
      { anyOf: [{ type: "string" }, { type: "string", enum: ["a"] }] },
      { type: "string" },
    ],
    [
      "a value or a list of values",
      { oneOf: [{ type: "string" }, { type: "array", items: { type: ["string", "null"] } }] },
      { type: "array", items: { type: ["string", "null"] } },
    ],
    [
      "parts of an object",
      {
        allOf: [
          { type: "object", properties: { a: {} }, required: ["a"] },
          { properties: { b: {} }, required: ["b", "a"] },
        ],
      },
      { type: "object", properties: { a: {}, b: {} }, required: ["a", "b"] },
    ],
    ["values that both allow", { enum: ["a", "b"], allOf: [{ enum: ["b", "c"] }] }, { enum: ["b"] }],
    ["anything", true, {}],
  ])("%s", (_name, schema, expected) => {
    expect(plain(schema)).toEqual(expected);
  });
});

test("alternatives of different kinds stay alternatives", () => {
  expect(plain({ anyOf: [{ type: "string" }, { type: "object" }] })).toEqual({
    oneOf: [{ type: "string" }, { type: "object" }],
  });
});

test("a schema may hold itself, and not be made of itself", () => {
  expect(plain({ $ref: "#/components/schemas/Tree" })).toEqual(document.components.schemas.Tree);
  expect(() => plain({ $ref: "#/components/schemas/Loop" })).toThrow(
    "normalise: a test: its schema is made of itself. Upstream must repair it",
  );
});

test("a reference that leads nowhere is named", () => {
  expect(() => plain({ $ref: "#/components/schemas/constructor" })).toThrow(/"#\/components.*points nowhere/);
});
