import { expect, test } from "vitest";
import { type Change, freshDocument } from "../cases/changed-document.ts";
import { compare } from "../compare.ts";
import { readCompiled } from "../compiled.ts";
import { countProseEdits, separateProse } from "./separate-prose.ts";

test("a property called like prose is none", () => {
  const { bare, prose } = separateProse({
    properties: { description: { type: "string", description: "a text" }, properties: { summary: "s" } },
    description: "an object",
  });
  expect(bare).toEqual({ properties: { description: { type: "string" }, properties: {} } });
  expect([...prose.keys()]).toEqual([
    "/properties/description/description",
    "/properties/properties/summary",
    "/description",
  ]);
});

test("data is not read", () => {
  const { bare } = separateProse({ default: { description: "a" }, enum: [{ summary: "b" }] });
  expect(bare).toEqual({ default: { description: "a" }, enum: [{ summary: "b" }] });
});

test("a member named __proto__ stays one", () => {
  const { bare } = separateProse(JSON.parse('{"properties": {"__proto__": {"type": "string"}}}'));
  expect(JSON.stringify(bare)).toBe('{"properties":{"__proto__":{"type":"string"}}}');
});

test("texts of what is new are not edits", () => {
  const edits = countProseEdits(
    separateProse({ a: { description: "one" }, b: {} }),
    separateProse({ a: { description: "two" }, b: { summary: "s" }, c: { description: "new" } }),
  );
  expect(edits).toEqual({ descriptions: 1, summaries: 1, examples: 0, evidence: 0 });
});

test.each<[string, Change, object]>([
  [
    "descriptions, of an operation, a parameter, a response and a schema",
    ({ operation, parameter, schema, document }) => {
      operation("getMauUsage").description = "Other words.";
      parameter("getMauUsage", "sdk")["description"] = "Other words.";
      Object.assign(operation("getMauUsage").responses["400"] ?? {}, { description: "Other words" });
      schema("SdkListRep")["description"] = "Other words.";
      Object.assign(document, { tags: [{ name: "Account usage (beta)", description: "Other words." }] });
    },
    { descriptions: 5, summaries: 0, examples: 0, evidence: 0 },
  ],
  [
    "summaries, examples and evidence",
    ({ operation, parameter, facts }) => {
      operation("getMauUsage").summary = "Other words";
      parameter("getEvaluationsUsage", "projectKey")["example"] = "phone-shop";
      Object.assign(facts("getMauUsage")["evidence"] ?? {}, { maxRangeDays: ["Other words."] });
      Object.assign(Object(parameter("getMauUsage", "sdk")["x-ldusage"]).evidence, {
        role: ["Other words."],
      });
    },
    { descriptions: 0, summaries: 1, examples: 1, evidence: 2 },
  ],
])("%s are counted, and no change", async (_name, change, prose) => {
  const changed = freshDocument();
  change(changed);
  const never = () => Promise.reject(new Error("the differ was called"));
  const before = readCompiled(freshDocument().document);
  expect(await compare(before, readCompiled(changed.document), never)).toEqual({ changes: [], prose });
});
