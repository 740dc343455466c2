import { describeOperation, type OperationDescriptor, UsageInputError } from "@ldusage/types/runtime";
import { describe, expect, test } from "vitest";
import { checkParameters } from "./check-parameters.ts";

const nowMs = Date.parse("2026-11-15T12:00:00Z");
const dayMs = 86_400_000;
const total = describeOperation("getMAUTotalUsage");
const keys = describeOperation("getEvaluationsUsage");
const check = (operation: OperationDescriptor, parameters: object): object =>
  checkParameters(operation, parameters, nowMs);

describe("accepted", () => {
  const endMs = Date.parse("2026-03-01T00:00:00.123Z");
  test.each<[name: string, operation: OperationDescriptor, parameters: object]>([
    ["nothing at all", total, {}],
    [
      "a range of the longest length",
      total,
      { from: { epochMs: endMs - 365 * dayMs }, to: { epochMs: endMs } },
    ],
    ["a range up to now of the longest length", total, { from: { epochMs: nowMs - 365 * dayMs } }],
    ["a range of no length", total, { from: "2026-01-01", to: "2026-01-01" }],
    ["a start in the future", total, { from: "2027-01-01" }],
    ["an end alone, however early", total, { to: "2001-01-01" }],
    ["one project for several environments", total, { projectKey: "p", environmentKey: ["a", "b"] }],
    ["several projects without environments", total, { projectKey: ["p", "q"] }],
    ["a list of one", total, { projectKey: ["p"], environmentKey: ["e"] }],
    ["a comma in free text", total, { sdkName: ["Node, server", "Node"] }],
    ["the granularity that is the default", total, { aggregationType: "incremental", granularity: "daily" }],
    ["a pair that can be had", total, { aggregationType: "month_to_date", granularity: "monthly" }],
    ["letters outside the basic plane", total, { sdkName: "😀" }],
    ["dots within a key", keys, { projectKey: "..a", environmentKey: "b.", featureFlagKey: "..." }],
    ["an object without a prototype", total, Object.assign(Object.create(null), { sdkName: "a" })],
  ])("%s", (_name, operation, parameters) => {
    expect(() => check(operation, parameters)).not.toThrow();
  });

  test("is given on without what is undefined, lists where the operation takes lists, in documented order", () => {
    const given = {
      anonymous: "true",
      foreign: undefined,
      sdkName: ["a", "b"],
      to: undefined,
      from: "2026-11-01",
    };
    const checked = check(total, given);
    expect(checked).toEqual({
      from: { epochMs: Date.UTC(2026, 10, 1) },
      sdkName: ["a", "b"],
      anonymous: ["true"],
    });
    expect(Object.keys(checked)).toEqual(["from", "sdkName", "anonymous"]);
    expect(check(total, { granularity: "daily" })).toEqual({ granularity: "daily" });
  });
});

describe("refused", () => {
  const operationWithout: OperationDescriptor = { ...total, parameters: [] };
  // Its default width cannot be had in increments.
  const monthly: OperationDescriptor = {
    ...total,
    granularity: { mode: "parameter", values: ["daily", "monthly"], default: "monthly" },
  };
  const endMs = Date.parse("2026-03-01T00:00:00Z");

  test.each<[name: string, operation: OperationDescriptor, parameters: object, message: string]>([
    [
      "a range one millisecond too long",
      total,
      { from: { epochMs: endMs - 365 * dayMs - 1 }, to: { epochMs: endMs } },
      "is longer than 365 days",
    ],
    [
      "a range up to now, one millisecond too long",
      total,
      { from: { epochMs: nowMs - 365 * dayMs - 1 } },
      "the range up to now is longer than 365 days",
    ],
    [
      "a range that ends one millisecond before it starts",
      total,
      { from: { epochMs: endMs }, to: { epochMs: endMs - 1 } },
      "it is later than to = 2026-02-28T23:59:59.999Z; swap them",
    ],
    [
      "a default granularity that cannot be had",
      monthly,
      { aggregationType: "incremental" },
      'granularity = "monthly" is refused: aggregationType incremental cannot be had in it; use daily.',
    ],
    [
      "values joined by commas and blanks",
      total,
      { groupBy: "sdkName, sdkType" },
      'it joins several values by commas; give the list ["sdkName","sdkType"].',
    ],
    [
      "joined values, one of which is unknown",
      total,
      { groupBy: "sdkName,planet" },
      'groupBy = "sdkName,planet" is refused: it is not one of the accepted values',
    ],
    [
      "several environments without a project",
      total,
      { environmentKey: ["a", "b"] },
      'environmentKey = ["a","b"] is refused: it needs exactly one projectKey, and 0 are given',
    ],
    ["a list in a list", total, { groupBy: [["sdkName"]] }, "it is not text"],
    [
      "a hole in a list",
      total,
      { sdkName: ["a", undefined] },
      "sdkName = undefined is refused: it is not text",
    ],
    ["an object", total, { sdkName: {} }, "sdkName = {} is refused: it is not text; give text."],
    ["half a character within text", total, { sdkName: "a\udc00b" }, "it holds half a character"],
    [
      "an accepted value in other case",
      total,
      { groupBy: "SDKName" },
      "it is not one of the accepted values",
    ],
    [
      "any parameter where there is none",
      operationWithout,
      { from: "2026-01-01" },
      "no such parameter; give none.",
    ],
    ["a name of the prototype", total, JSON.parse('{"__proto__":1}'), "__proto__ = "],
    ["a list of parameters", total, [{ sdkName: "a" }], "it is not an object; give the parameters by name."],
  ])("%s", (_name, operation, parameters, message) => {
    const refuse = (): unknown => check(operation, parameters);
    expect(refuse).toThrow(UsageInputError);
    expect(refuse).toThrow(message);
  });
});
