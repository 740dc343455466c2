import { describe, expect, test } from "vitest";
import { operationRules } from "./operation-rules.ts";
import { parameterRules } from "./parameter-rules.ts";
import { readProse } from "./rule.ts";

const facts = (description: string, rules = parameterRules): Record<string, unknown> =>
  Object.fromEntries(readProse(description, rules, "a test").facts);

describe("phrases of parameters", () => {
  test.each<[string, Record<string, unknown>]>([
    ["starts from this timestamp (Unix milliseconds).", { role: "range-start", timeUnit: "ms" }],
    ["ends at this timestamp (Unix seconds).", { role: "range-end", timeUnit: "s" }],
    ["The timestamp is in Unix milliseconds, for example, 1656694800000.", { timeUnit: "ms" }],
    ["Defaults to the beginning of the current month.", { defaultFrom: { kind: "month-start" } }],
    ["Defaults to 30 days ago.", { defaultFrom: { kind: "ago", durationMs: 2_592_000_000 } }],
    ["Defaults to seven days ago.", { defaultFrom: { kind: "ago", durationMs: 604_800_000 } }],
    ["Defaults to 24 hours ago.", { defaultFrom: { kind: "ago", durationMs: 86_400_000 } }],
    ["Defaults to the current time.", { defaultTo: "now" }],
    ["A project key to filter results by.", { role: "filter", noun: "project key" }],
    ["An SDK name to filter results to.", { role: "filter", noun: "SDK name" }],
    ["only those that match this SDK version.", { role: "filter", noun: "SDK version" }],
    ["Can be specified multiple times, one query parameter per SDK name.", { repeatable: true }],
    ["<br/>Valid values: `true`, `false`.", { values: ["true", "false"] }],
    ["Valid values: client, server", { values: ["client", "server"] }],
    ["Must be either `received` or `published`.", { values: ["received", "published"] }],
    ["exactly one `projectKey` must be provided.", { requiresExactlyOne: "projectKey" }],
    ["exactly one project key must also be set.", { requiresExactlyOne: "project key" }],
    ["Defaults to `month_to_date`.", { default: "month_to_date" }],
    ["Default is rolling 30-day.", { spokenDefault: "rolling 30-day" }],
    ["If not set, queries for the user context kind.", { default: "user" }],
    ["`contextKind` is always included as a grouping dimension.", { alwaysIncluded: ["contextKind"] }],
    ["data for each distinct value of the given field.", { role: "group-by" }],
    ["Specifies the aggregation method.", { role: "aggregation" }],
    ["Specifies the data granularity.", { role: "bucket-width" }],
    ["The timezone to use for breaks between days when returning daily data.", { role: "time-zone" }],
    [
      "`monthly` granularity is only supported with the **month_to_date** aggregation type.",
      { restricted: [{ granularity: "monthly", aggregation: "month_to_date" }] },
    ],
    [
      "Valid values depend on `aggregationType`: **month_to_date** supports `daily` and `monthly`; " +
        "**incremental** and **rolling_30d** support `daily` only.",
      {
        supports: [
          { aggregations: ["month_to_date"], granularities: ["daily", "monthly"] },
          { aggregations: ["incremental", "rolling_30d"], granularities: ["daily"] },
        ],
      },
    ],
  ])("%s", (phrase, expected) => {
    expect(facts(phrase)).toEqual(expected);
  });
});

describe("phrases of operations", () => {
  test.each<[string, Record<string, unknown>]>([
    ["The maximum time range is 365 days.", { maxRangeDays: 365 }],
    ["in the past 60 days.", { lookBackDays: 60 }],
    ["The granularity is always daily.", { fixedGranularity: "daily" }],
    ["you should not rely on this endpoint.", { retiring: true }],
    ["data reported from client-side SDKs.", { sdkSide: "client" }],
    ["for the primary context kind only.", { contextKinds: "primary" }],
    ["separated by SDK type and version.", { brokenDownBy: ["SDK type", "version"] }],
    ["broken down by the category of users.", { brokenDownBy: ["category"] }],
    [
      "If the requested range is within the past two hours, minutely data is returned. If it is within the last " +
        "two days, hourly data is returned. Otherwise, daily data is returned.",
      {
        ageSteps: [
          { granularity: "minutely", withinMs: 7_200_000 },
          { granularity: "hourly", withinMs: 172_800_000 },
          { granularity: "daily", withinMs: null },
        ],
      },
    ],
  ])("%s", (phrase, expected) => {
    expect(facts(phrase, operationRules)).toEqual(expected);
  });
});

test("every fact names the sentence that it was read from", () => {
  const { evidence } = readProse(
    "A list. The maximum time range is 90 days. More.",
    operationRules,
    "a test",
  );
  expect(evidence.get("maxRangeDays")).toEqual(["The maximum time range is 90 days."]);
});

describe("wordings that are rarer", () => {
  test.each<[string, Record<string, unknown>]>([
    ["The timestamp (Unix timestamp in seconds).", { timeUnit: "s" }],
    ["In Unix epoch milliseconds.", { timeUnit: "ms" }],
    ["Counted in seconds since the Unix epoch.", { timeUnit: "s" }],
    ["Defaults to thirty days ago.", { defaultFrom: { kind: "ago", durationMs: 2_592_000_000 } }],
    [
      "An SDK name to filter results by; may be repeated.",
      { role: "filter", noun: "SDK name", repeatable: true },
    ],
    [
      "Valid values: `hourly`, `daily` (default), `monthly`.",
      { default: "daily", values: ["hourly", "daily", "monthly"] },
    ],
    ["Allowed values are `round` and `square`.", { values: ["round", "square"] }],
  ])("%s", (phrase, expected) => {
    expect(facts(phrase)).toEqual(expected);
  });

  test.each<[string, Record<string, unknown>]>([
    ["The maximum time range is thirty days.", { maxRangeDays: 30 }],
    ["The time range cannot exceed 90 days.", { maxRangeDays: 90 }],
    [
      "broken down by project, environment and SDK name.",
      { brokenDownBy: ["project", "environment", "SDK name"] },
    ],
  ])("%s", (phrase, expected) => {
    expect(facts(phrase, operationRules)).toEqual(expected);
  });
});

describe("wordings that upstream may come to use", () => {
  test.each<[string, Record<string, unknown>]>([
    ["The start time, in ms since epoch.", { role: "range-start", timeUnit: "ms" }],
    ["The end of the time range, as a Unix epoch time in seconds.", { role: "range-end", timeUnit: "s" }],
    ["Beginning of the range (Unix timestamp, in milliseconds).", { role: "range-start", timeUnit: "ms" }],
    ["Given as epoch millis.", { timeUnit: "ms" }],
    ["Given as Unix secs.", { timeUnit: "s" }],
    ["Seconds since 1970-01-01.", { timeUnit: "s" }],
    ["Defaults to the first day of this month.", { defaultFrom: { kind: "month-start" } }],
    ["Defaults to two weeks before now.", { defaultFrom: { kind: "ago", durationMs: 1_209_600_000 } }],
    ["Defaults to 90 minutes ago.", { defaultFrom: { kind: "ago", durationMs: 5_400_000 } }],
    ["Defaults to the present date and time.", { defaultTo: "now" }],
    ["The default value is `daily`.", { default: "daily" }],
    ['Default: "daily".', { default: "daily" }],
    ["Uses `daily` by default.", { default: "daily" }],
    ["This parameter is repeatable.", { repeatable: true }],
    ["Repeatable.", { repeatable: true }],
    ["Repeat this parameter for several keys.", { repeatable: true }],
    ["May be provided more than once.", { repeatable: true }],
    ["Can be set repeatedly.", { repeatable: true }],
    ["One or more project keys to filter by.", { role: "filter", noun: "project key", several: true }],
    ["Multiple values may be given.", { several: true }],
    [
      "Comma-separated list of project keys to filter by.",
      { role: "filter", noun: "project key", joined: true },
    ],
    ["Filters the results by project key.", { role: "filter", noun: "project key" }],
    ["Filter by the given context kinds.", { role: "filter", noun: "context kind" }],
    ["Restricts the results to this SDK name.", { role: "filter", noun: "SDK name" }],
    ["Groups the results by this field.", { role: "group-by" }],
    ["The dimensions to group by.", { role: "group-by" }],
    ["The type of aggregation.", { role: "aggregation", noun: "aggregation type" }],
    ["The width of the buckets.", { role: "bucket-width" }],
    ["IANA time zone of the account.", { role: "time-zone" }],
    ["One of: `a`, `b`.", { values: ["a", "b"] }],
    ["Supported values include 'a' and 'b'.", { values: ["a", "b"] }],
    ["Can be either “a” or “b”.", { values: ["a", "b"] }],
    ["Valid values:<ul><li><code>a</code></li>\n<li><code>b</code></li></ul>", { values: ["a", "b"] }],
    ["Valid values:\n\n- `a`\n- `b`", { values: ["a", "b"] }],
    ["<p>Valid&nbsp;values:&#32;<b>a</b>,&#x20;<em>b</em></p>", { values: ["a", "b"] }],
    ["Requires exactly one `projectKey`.", { requiresExactlyOne: "projectKey" }],
    ["The range can be up to 90 days.", { maxRangeDays: 90 }],
  ])("%s", (phrase, expected) => {
    expect(facts(phrase)).toEqual(expected);
    expect(readProse(phrase, parameterRules, "a test").unexplained).toEqual([]);
  });

  test.each<[string, Record<string, unknown>]>([
    ["The time range can be up to 365 days.", { maxRangeDays: 365 }],
    ["The date range must be no more than ninety days.", { maxRangeDays: 90 }],
    ["The range must not be longer than 31 days.", { maxRangeDays: 31 }],
    ["The maximum range: 31 days.", { maxRangeDays: 31 }],
    ["Returns data for up to 30 days.", { maxRangeDays: 30 }],
    ["There is a 365-day limit.", { maxRangeDays: 365 }],
    ["Lists everything seen over the last 60 days.", { lookBackDays: 60 }],
    ["Only daily granularity is supported.", { fixedGranularity: "daily" }],
    ["This endpoint has been deprecated.", { deprecated: true }],
    ["Deprecated: use another one.", { deprecated: true }],
    ["Do not rely on this endpoint.", { retiring: true }],
    ["Counts what was sent by server-side SDKs.", { sdkSide: "server" }],
    ["Only for the primary context kind.", { contextKinds: "primary" }],
    ["Split by SDK name.", { brokenDownBy: ["SDK name"] }],
  ])("%s", (phrase, expected) => {
    expect(facts(phrase, operationRules)).toEqual(expected);
    expect(readProse(phrase, operationRules, "a test").unexplained).toEqual([]);
  });
});

describe("half-understood sentences are reported, and what cannot be read is not made up", () => {
  test.each<[string, Record<string, unknown>]>([
    ["Given in seconds.", {}],
    ["Unix time in seconds or milliseconds.", {}],
    ["Valid values: `a`: the first., `b`.", {}],
    ["Valid values: client-side, server-side, or edge AI.", {}],
    ["Valid values are `client` and `server` (`edge` is not supported).", {}],
    [
      "An environment key to filter results by, only valid together with exactly one project key.",
      { role: "filter", noun: "environment key" },
    ],
  ])("%s", (phrase, expected) => {
    expect(facts(phrase)).toEqual(expected);
    expect(readProse(phrase, parameterRules, "a test").unexplained).toEqual([phrase]);
  });

  test.each<[string, Record<string, unknown>]>([
    ["The maximum time range is 365 days, or 31 days for hourly granularity.", { maxRangeDays: 365 }],
    ["The maximum time range is umpteen days.", {}],
    ["No part of this endpoint is deprecated.", {}],
    ["Supports daily granularity; the range has a limit.", {}],
  ])("%s", (phrase, expected) => {
    expect(facts(phrase, operationRules)).toEqual(expected);
    expect(readProse(phrase, operationRules, "a test").unexplained).toEqual([phrase]);
  });

  test("what is excluded is not what is counted", () => {
    expect(facts("Excludes data reported by server-side SDKs.", operationRules)).toEqual({});
  });
});

test("a sentence that looks like a fact and matches no rule is reported", () => {
  const { unexplained } = readProse(
    "Counts things. Must not exceed 5 items of `x`.",
    parameterRules,
    "a test",
  );
  expect(unexplained).toEqual(["Must not exceed 5 items of `x`."]);
});

test("two different values of one fact are an error that names both", () => {
  const contradiction = "The maximum time range is 365 days. The maximum time range is 30 days.";
  expect(() => facts(contradiction, operationRules)).toThrow(/a test: the description says both 365 and 30/);
});

test("a sentence without end is reported, not read", () => {
  const { facts: read, unexplained } = readProse(
    "rolling month-to-date ".repeat(10_000),
    parameterRules,
    "a test",
  );
  expect(read.size).toBe(0);
  expect(unexplained).toEqual([expect.stringMatching(/^rolling month-to-date .{178}\.\.\.$/)]);
});
