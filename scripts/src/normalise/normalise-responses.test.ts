import { describe, expect, test } from "vitest";
import type { Json } from "../openapi/json.ts";
import { answer, operationOf, path, problemsOf, run } from "./testing/one-operation.ts";

describe("responses", () => {
  const responsesOf = (responses: object, components: object = {}): unknown =>
    Reflect.get(Object(operationOf({ operation: { responses }, components })), "responses");

  test("of components, with their headers, and without links and extensions", () => {
    const components = {
      responses: { R: { ...answer, headers: { H: { $ref: "#/components/headers/H" } }, links: { l: {} } } },
      headers: { H: { schema: {} } },
    };
    expect(responsesOf({ "200": { $ref: "#/components/responses/R" }, "x-note": 1 }, components)).toEqual({
      "200": { ...answer, headers: { H: { schema: {} } } },
    });
  });

  test.each<[string, object, object]>([
    [
      "a range",
      { "2XX": answer, default: { description: "d" } },
      { "200": answer, default: { description: "d" } },
    ],
    [
      "what holds for all",
      { default: answer, "400": { description: "b" } },
      { "200": answer, "400": { description: "b" } },
    ],
    [
      "a status before a range",
      { "200": answer, "2XX": { description: "b" } },
      { "200": answer, "2XX": { description: "b" } },
    ],
  ])("success by %s", (_name, given, expected) => {
    expect(responsesOf(given)).toEqual(expected);
  });

  test("a status that is none is left out with a word", () => {
    expect(problemsOf({ operation: { responses: { "200": answer, ok: answer } } })).toEqual([
      `GET ${path}: the response "ok" is left out: that is no status`,
    ]);
  });

  test("JSON under other names, and beside other types", () => {
    const json = { schema: { $ref: "#/components/schemas/Rep" } };
    for (const type of [
      "application/json; charset=utf-8",
      "Application/JSON",
      "application/vnd.a+json",
      "*/*",
    ]) {
      expect(responsesOf({ "200": { description: "", content: { [type]: json } } })).toEqual({
        "200": answer,
      });
    }
    const content = { "text/csv": { schema: {} }, "application/json;q=1": json };
    const operation = { responses: { "200": { description: "", content } } };
    expect(problemsOf({ operation })).toEqual([
      `GET ${path}: its answer as "text/csv" is left out: JSON is asked for`,
    ]);
  });

  const withSchema = (schema: Json, schemas: object = {}): ReturnType<typeof run> =>
    run({
      operation: { responses: { "200": { description: "", content: { "application/json": { schema } } } } },
      components: { schemas },
    });
  const named = ({ document }: ReturnType<typeof run>): unknown =>
    document.paths[path]?.["get"]?.responses["200"]?.content?.["application/json"]?.schema;

  test.each<[string, Json]>([
    ["a wrapper", { allOf: [{ $ref: "#/components/schemas/Rep" }], description: "Words." }],
    [
      "a wrapper of a wrapper",
      { oneOf: [{ anyOf: [{ $ref: "#/components/schemas/Rep" }, { type: "null" }] }] },
    ],
    ["a description beside it", { $ref: "#/components/schemas/Rep", description: "Words." }],
  ])("a reference in %s is that reference", (_name, schema) => {
    expect(named(withSchema(schema))).toEqual({ $ref: "#/components/schemas/Rep" });
  });

  test("a schema in place becomes a component under a free name", () => {
    const schema = { type: ["object", "null"], properties: { a: { $ref: "#/components/schemas/Rep" } } };
    const result = withSchema(schema);
    expect(named(result)).toEqual({ $ref: "#/components/schemas/GetWidgetsResponse" });
    expect(result.document.components.schemas).toEqual({
      Rep: { type: "object" },
      GetWidgetsResponse: { type: "object", properties: schema.properties },
    });
    const taken = ["GetWidgetsResponse", "GetWidgetsResponse2"];
    const crowded = withSchema(
      { anyOf: taken.map((name) => ({ $ref: `#/components/schemas/${name}` })) },
      Object.fromEntries(taken.map((name) => [name, {}])),
    );
    expect(named(crowded)).toEqual({ $ref: "#/components/schemas/GetWidgetsResponse3" });
  });

  test("names of components may be anything", () => {
    const name = 'a/b%7B~1 "`';
    const reference = `#/components/schemas/${encodeURIComponent('a~1b%7B~01 "`')}`;
    const result = withSchema({ $ref: reference }, { [name]: { type: "object" } });
    expect(Object.keys(result.document.components.schemas)).toEqual([name]);
    expect(named(result)).toEqual({ $ref: reference });
  });

  test.each<[string, object, RegExp]>([
    ["no JSON", { "200": { content: { "text/csv": {} } } }, /it answers with text\/csv\. Only JSON is read/],
    ["no content", { "200": { description: "" } }, /it answers with nothing/],
    ["no schema", { "200": { content: { "application/json": {} } } }, /its answer has no schema/],
    ["no response", { "200": "text" }, /response 200: it is not an object/],
  ])("%s is refused", (_name, responses, message) => {
    expect(() => responsesOf(responses)).toThrow(message);
  });
});
