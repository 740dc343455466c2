import { isUsageInputError } from "@ldusage/types/errors";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { billingMonth } from "./billing-month.ts";
import { billingMonths } from "./billing-months.ts";
import { lastDays } from "./last-days.ts";
import { monthToDate } from "./month-to-date.ts";
import { parseRange } from "./parse-range.ts";
import { splitRange } from "./split-range.ts";
import type { TimeRange } from "./time-range.ts";

const dayMs = 86_400_000;
const at = (iso: string): number => Date.parse(iso);
const nowMs = at("2026-03-10T15:20:00Z");
const text = ({ fromMs, toMs }: TimeRange): string =>
  [fromMs, toMs].map((time) => new Date(time).toISOString().replace(/T00:00:00\.000Z$/, "")).join("..");

describe("months", () => {
  test.each([
    ["2026-01", "2026-01-01..2026-02-01"],
    ["2026-12", "2026-12-01..2027-01-01"],
    ["2024-02", "2024-02-01..2024-03-01"],
    ["2100-02", "2100-02-01..2100-03-01"],
    ["0050-01", "0050-01-01..0050-02-01"],
  ])("%s", (month, expected) => expect(text(billingMonth(month))).toBe(expected));

  test.each(["2026-13", "2026-00", "2026-1", "26-01", "2026-01-01", "", "2026-01 ", "٢٠٢٦-01"])(
    "%j is refused",
    (month) => {
      expect(() => billingMonth(month)).toThrow(
        `month = ${JSON.stringify(month)} is refused: it is not a calendar month; give text such as "2026-10".`,
      );
    },
  );

  test("have 28 to 31 days and follow each other", () => {
    const year = fc.integer({ min: 1970, max: 9000 });
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 11 }), (year, index) => {
        const [month, next] = [index, index + 1].map((number) =>
          billingMonth(`${String(year).padStart(4, "0")}-${String(number).padStart(2, "0")}`),
        ) as [TimeRange, TimeRange]; // two in, two out
        expect(month.toMs).toBe(next.fromMs);
        expect([28, 29, 30, 31]).toContain((month.toMs - month.fromMs) / dayMs);
      }),
    );
  });

  test("that a range touches", () => {
    const months = billingMonths({ fromMs: at("2025-12-31T23:59:59.999Z"), toMs: at("2026-02-01") });
    expect(months.map(({ month, ...range }) => [month, text(range)])).toEqual([
      ["2025-12", "2025-12-01..2026-01-01"],
      ["2026-01", "2026-01-01..2026-02-01"],
    ]);
    expect(billingMonths({ fromMs: nowMs, toMs: nowMs })).toEqual([]);
  });
});

describe("up to now", () => {
  test("the month to date", () => {
    expect(text(monthToDate(nowMs))).toBe("2026-03-01..2026-03-10T15:20:00.000Z");
    expect(text(monthToDate(at("2026-03-01")))).toBe("2026-03-01..2026-03-01");
  });

  test.each([
    [1, nowMs, "2026-03-10..2026-03-10T15:20:00.000Z"],
    [30, nowMs, "2026-02-09..2026-03-10T15:20:00.000Z"],
    [2, at("2026-03-10"), "2026-03-08..2026-03-10"],
  ])("the last %d days", (days, now, expected) => expect(text(lastDays(days, now))).toBe(expected));

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("%d days are refused", (days) => {
    expect(() => lastDays(days, nowMs)).toThrow(
      `days = ${days} is refused: it is not a whole number from 1; give 1 or more.`,
    );
  });

  test("more days than there are are refused", () => {
    expect(() => lastDays(1e9, nowMs)).toThrow(/days = .* is refused: it is not a point in time/);
  });

  test.each([Number.NaN, 9e15, "2026-03-10"])("a clock that says %j is refused", (now) => {
    // Untyped callers can pass anything.
    expect(() => monthToDate(now as number)).toThrow(
      /^nowMs = .* is refused: it is not a point in time; give epoch milliseconds\.$/,
    );
  });
});

describe("as text", () => {
  test.each([
    ["2026-10", "2026-10-01..2026-11-01"],
    ["2026-10-31", "2026-10-31..2026-11-01"],
    ["2024-02-29", "2024-02-29..2024-03-01"],
    ["2026-01..2026-03", "2026-01-01..2026-04-01"],
    ["2026-10-01..2026-10-31", "2026-10-01..2026-11-01"],
    ["2025-12..2026-01-15", "2025-12-01..2026-01-16"],
    ["2026-01-01T12:00Z..2026-01-02T12:00+01:00", "2026-01-01T12:00:00.000Z..2026-01-02T11:00:00.000Z"],
    ["2026-03..now", "2026-03-01..2026-03-10T15:20:00.000Z"],
    ["2026-03-10..2026-03-10", "2026-03-10..2026-03-11"],
    ["2026-03-10..2026-03", "2026-03-10..2026-04-01"],
    ["30d", "2026-02-09..2026-03-10T15:20:00.000Z"],
  ])("%s", (range, expected) => expect(text(parseRange(range, nowMs))).toBe(expected));

  test.each([
    [
      "yesterday",
      /^range = "yesterday" is refused: it is not a range, or names a day that does not exist; give "2026-10", "2026-10-31", "30d" or "2026-01\.\.2026-03"\.$/,
    ],
    ["", /range = "" is refused: it is not a range/],
    ["2026", /it is not a range/],
    ["0d", /it is not a range/],
    ["30 d", /it is not a range/],
    ["now", /it is not a range/],
    ["now..2026-01", /it is not a range/],
    ["2026-01...2026-02", /it is not a range/],
    ["2026-01..2026-02..2026-03", /it is not a range/],
    ["2026-01..now..now", /it is not a range/],
    ["2026-02-30", /names a day that does not exist/],
    ["2026-02-30T00:00Z", /names a day that does not exist/],
    ["2025-02-29..2025-03-01", /names a day that does not exist/],
    ["2026-13", /it is not a range/],
    ["2026-01-01T25:00Z", /it is not a range/],
    ["2026-01-01T12:00..2026-01-02", /it is not a range/],
    ["2026-01T12:00Z", /it is not a range/],
    ["2026-03..2026-01", /it ends before it starts, or where it does; give/],
    ["2026-02..2026-01", /it ends before it starts/],
    ["2026-10-02..2026-10-01", /it ends before it starts/],
    ["2026-10-31T12:00Z", /or where it does/],
    ["2026-10-31T12:00Z..2026-10-31T12:00Z", /or where it does/],
    ["30d..2026-10", /it is not a range/],
    ["2026-05..now", /it ends before it starts/],
    ["1677888000000", /it is not a range/],
    ["99999999999d", /it is not a range/],
  ])("%j is refused", (range, message) => {
    expect(() => parseRange(range, nowMs)).toThrow(message);
  });

  test.each(["30d", "2026-01..now"])("%s without a clock is refused", (range) => {
    expect(() => parseRange(range)).toThrow(
      `range = "${range}" is refused: it needs nowMs, the current time; give "2026-10", "2026-10-31", "30d" or "2026-01..2026-03".`,
    );
  });

  test("what is no text is refused", () => {
    // Untyped callers can pass anything.
    expect(() => parseRange(undefined as unknown as string)).toThrow(
      /range = undefined is refused: it is not a range/,
    );
  });

  test("any text gives a range or a typed refusal", () => {
    const piece = fc.constantFrom(
      "2026",
      "-",
      "01",
      "31",
      "..",
      "d",
      "T",
      "Z",
      "now",
      "12:00",
      "+01",
      " ",
      "9",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        try {
          const { fromMs, toMs } = parseRange(pieces.join(""), nowMs);
          expect(fromMs).toBeLessThanOrEqual(toMs);
        } catch (error) {
          expect(isUsageInputError(error)).toBe(true);
        }
      }),
      { numRuns: 5_000 },
    );
  });
});

describe("splitting", () => {
  const year = { fromMs: at("2024-01-01"), toMs: at("2025-01-01") };

  test.each<[string, Parameters<typeof splitRange>, string[]]>([
    [
      "a leap year of at most 365 days, at months",
      [year, { cutAt: "month", longestDays: 365 }],
      ["2024-01-01..2024-12-01", "2024-12-01..2025-01-01"],
    ],
    [
      "at days",
      [year, { cutAt: "day", longestDays: 365 }],
      ["2024-01-01..2024-12-31", "2024-12-31..2025-01-01"],
    ],
    [
      "each day",
      [{ fromMs: at("2026-03-09T12:00Z"), toMs: nowMs }, { cutAt: "day" }],
      ["2026-03-09T12:00:00.000Z..2026-03-10", "2026-03-10..2026-03-10T15:20:00.000Z"],
    ],
    ["an empty range", [{ fromMs: nowMs, toMs: nowMs }, { cutAt: "day" }], []],
  ])("%s", (_name, [range, rule], expected) => {
    expect(splitRange(range, rule).map(text)).toEqual(expected);
  });

  test.each<[Parameters<typeof splitRange>, RegExp]>([
    [
      [year, { cutAt: "month", longestDays: 30 }],
      /longestDays = 30 is refused: it is less than a month; allow more/,
    ],
    [[year, { cutAt: "month", longestDays: 0 }], /longestDays = 0 is refused/],
    [[year, { cutAt: "day", longestDays: Number.NaN }], /longestDays = NaN is refused/],
    [
      [{ fromMs: 1, toMs: 0 }, { cutAt: "day" }],
      /toMs = 0 is refused: it is before 1, where the range starts; swap them/,
    ],
    [[{ fromMs: 0, toMs: Number.POSITIVE_INFINITY }, { cutAt: "day" }], /toMs = Infinity is refused/],
  ])("%j is refused", ([range, rule], message) => {
    expect(() => splitRange(range, rule)).toThrow(message);
  });

  test("the pieces tile the range, are short enough, and are cut where they may be", () => {
    const time = fc.integer({ min: at("2015-01-01"), max: at("2030-01-01") });
    const rule = fc.record({
      cutAt: fc.constantFrom("month" as const, "day" as const),
      longestDays: fc.option(fc.integer({ min: 31, max: 800 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        time,
        fc.integer({ min: 0, max: 2000 * dayMs }),
        rule,
        (fromMs, length, { cutAt, longestDays }) => {
          const range = { fromMs, toMs: fromMs + length };
          const pieces = splitRange(range, { cutAt, longestDays });
          const starts = [fromMs, ...pieces.map(({ toMs }) => toMs)];
          expect(pieces.every((piece, index) => piece.fromMs === starts[index])).toBe(true);
          expect(starts.at(-1)).toBe(range.toMs);
          const longestMs = (longestDays ?? 31) * dayMs;
          expect(pieces.every((piece) => piece.toMs - piece.fromMs <= longestMs)).toBe(true);
          const isCut = (time: number): boolean =>
            cutAt === "month"
              ? new Date(time).toISOString().endsWith("-01T00:00:00.000Z")
              : time % dayMs === 0;
          expect(pieces.slice(1).every((piece) => isCut(piece.fromMs))).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
