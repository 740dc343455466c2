import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { operationsOf, type ParameterObject, readDocument } from "../openapi/document.ts";
import { repositoryRoot } from "../repository-root.ts";
import { derive } from "./derive.ts";

const upstream = await readFile(join(repositoryRoot, "spec/upstream.json"), "utf8");

function withParameter(parameter: ParameterObject): ReturnType<typeof derive> {
  return derive(
    readDocument(
      JSON.stringify({
        openapi: "3.0.3",
        paths: {
          "/api/v2/usage/widgets": {
            get: {
              operationId: "getWidgets",
              description: "Counts widgets.",
              parameters: [parameter],
              responses: {
                "200": {
                  content: { "application/json": { schema: { $ref: "#/components/schemas/Names" } } },
                },
              },
            },
          },
        },
        components: {
          schemas: { Names: { type: "object", properties: { names: { type: "array", items: {} } } } },
        },
      }),
      "a test",
    ),
  );
}

test("every phrase of the vendored document that looks like a fact is read by a rule", () => {
  expect(derive(readDocument(upstream, "upstream")).unexplained).toEqual([]);
});

test("the given document is not changed", () => {
  const document = readDocument(upstream, "upstream");
  derive(document);
  expect(document).toEqual(JSON.parse(upstream));
});

test("the order of members and parameters does not matter", () => {
  const reversed = readDocument(upstream, "upstream");
  for (const { operation } of operationsOf(reversed)) operation.parameters?.reverse();
  reversed.paths = Object.fromEntries(Object.entries(reversed.paths).reverse());
  const facts = (document: ReturnType<typeof readDocument>): unknown =>
    operationsOf(derive(document).document)
      .map(({ operation }) => [operation.operationId, operation["x-ldusage"]])
      .sort();
  expect(facts(reversed)).toEqual(facts(readDocument(upstream, "upstream")));
});

test("what a schema states already is kept", () => {
  const { document } = withParameter({
    name: "color",
    in: "query",
    description: "A color to filter by.",
    schema: { type: "array", items: { type: "string", enum: ["red", "blue"] } },
  });
  const [entry] = operationsOf(document);
  expect(entry?.operation.parameters?.[0]).toMatchObject({
    schema: { type: "array", items: { type: "string", enum: ["red", "blue"] } },
    "x-ldusage": { role: "filter", dimension: "color" },
  });
});

test("a parameter that nothing explains is reported by name", () => {
  const { unexplained } = withParameter({ name: "mood", in: "query", description: "Sets the mood." });
  expect(unexplained).toEqual([
    { operationId: "getWidgets", place: "parameter mood", text: "nothing says what the parameter does" },
  ]);
});

test.each([
  [
    "a unit in words that no rule reads",
    "The data starts at this time, in whole seconds.",
    /no rule reads the unit of "p" in "The data starts at this time, in whole seconds\."/,
  ],
  [
    "a rule that names a parameter which does not exist",
    "Requires that exactly one `projectKey` is given.",
    /no parameter "projectKey"/,
  ],
  [
    "a spoken default that is not a value",
    "Default is rolling 30-day. Valid values: daily, weekly",
    /not one of the valid values/,
  ],
  [
    "an unknown granularity",
    "The granularity of the data. Valid values: daily, fortnightly",
    /"fortnightly" is none of/,
  ],
])("%s is an error that names the place", (_name, description, message) => {
  const call = (): unknown => withParameter({ name: "p", in: "query", description });
  expect(call).toThrow(message);
  expect(call).toThrow("GET /api/v2/usage/widgets");
});
