import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UsageInputError } from "../errors/index.ts";
import type { TimeInput } from "../time-input.ts";
import { epochMsOf } from "./epoch-ms-of.ts";

const subject = { operationId: "someOperation", parameter: "start" };

describe("accepted times", () => {
  test.each<[string, TimeInput, number]>([
    ["a date is midnight UTC", "2023-03-04", 1_677_888_000_000],
    ["a date and time in UTC", "2022-07-01T17:00:00Z", 1_656_694_800_000],
    ["seconds may be left out", "2022-07-15T17:00Z", 1_657_904_400_000],
    ["an offset counts", "2022-07-15T19:00:00+02:00", 1_657_904_400_000],
    ["an offset without a colon", "2022-07-15T19:00:00+0200", 1_657_904_400_000],
    ["an offset of whole hours", "2022-07-15T19:00:00+02", 1_657_904_400_000],
    ["fractions, with a point or a comma", "2022-07-15T17:00:00,5Z", 1_657_904_400_500],
    ["a Date", new Date(1_677_888_000_000), 1_677_888_000_000],
    ["anything with epochMilliseconds", { epochMilliseconds: 5 }, 5],
    ["an object with epochMs", { epochMs: -1 }, -1],
  ])("%s", (_name, input, expected) => {
    expect(epochMsOf(input, subject)).toBe(expected);
  });

  test("every Date comes back through its ISO text", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }), (date) => {
        expect(epochMsOf(date.toISOString(), subject)).toBe(date.getTime());
      }),
    );
  });
});

describe("refused times", () => {
  test.each<[string, unknown, RegExp]>([
    ["a bare number", 1_677_888_000, /bare number may count seconds or milliseconds/],
    ["a bigint", 5n, /bare number/],
    ["a local time", "2026-01-31T10:00:00", /nor a date and time with an offset/],
    ["prose", "yesterday", /not an ISO 8601 date/],
    ["a number as text", "1677888000000", /not an ISO 8601 date/],
    ["a month", "2026-01", /not an ISO 8601 date/],
    ["a day that does not exist", "2026-02-30", /no such day/],
    ["a day that does not exist, with a time", "2026-02-30T00:00:00Z", /no such day/],
    ["29 February of a common year", "2025-02-29", /no such day/],
    ["an hour that does not exist", "2026-01-01T25:00:00Z", /no such day or time/],
    ["an invalid Date", new Date(Number.NaN), /not a point in time/],
    ["not a number in an object", { epochMs: Number.NaN }, /not a point in time/],
    ["null", null, /not a time/],
    ["an empty object", {}, /not a time/],
  ])("%s", (_name, input, rule) => {
    // Untyped callers can pass anything.
    const call = (): number => epochMsOf(input as TimeInput, subject);
    expect(call).toThrow(UsageInputError);
    expect(call).toThrow(rule);
    expect(call).toThrow(/someOperation: start = .* is refused: .*; .+\./);
  });
});
