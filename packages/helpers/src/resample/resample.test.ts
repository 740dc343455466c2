import { bucketClock } from "@ldusage/types/time";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NonAdditiveError } from "../errors/non-additive-error.ts";
import { type DecodeContext, decodeSeries } from "../series/decode-series.ts";
import { mergeTables } from "../series/merge-tables.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { type ResampleOptions, resample } from "./resample.ts";

const at = (iso: string): number => Date.parse(iso);
const iso = (timeMs: number): string => new Date(timeMs).toISOString();

/** A table of series `s` by time; `undefined` is a hole. */
function tableOf(context: DecodeContext, points: Record<string, (number | undefined)[]>): SeriesTable {
  const series = Object.entries(points).map(([time, values]) => ({ time: at(time), ...values }));
  const count = Math.max(0, ...Object.values(points).map((values) => values.length));
  const metadata = Array.from({ length: count }, (_, s) => ({ s }));
  return decodeSeries({ metadata, series: JSON.parse(JSON.stringify(series)) }, context);
}

const contents = ({ timeMs, columns, partial, granularities, notes }: SeriesTable): unknown => ({
  times: Array.from(timeMs, iso),
  values: columns.map(({ values }) => [...values]),
  partial,
  granularities,
  notes,
});

const counter = { operationId: "getEvaluationsUsage", nowMs: at("2026-03-01T00:00Z") } as const;
const increments: DecodeContext = {
  operationId: "getDataExportEventsUsage",
  parameters: { aggregationType: "incremental" },
  granularity: "daily",
  nowMs: at("2026-02-03T10:00Z"),
};
const monthToDate: DecodeContext = { operationId: "getMAUTotalUsage", granularity: "daily" };

describe("amounts", () => {
  test("are added, holes are skipped and counted, and a bucket of holes is a hole", () => {
    const table = tableOf(increments, {
      "2026-01-30Z": [1, 10],
      "2026-01-31Z": [2],
      "2026-02-01Z": [4],
      "2026-02-02Z": [8],
      "2026-02-03Z": [16],
    });
    expect(contents(resample(table, { granularity: "monthly" }))).toEqual({
      times: ["2026-01-01T00:00:00.000Z", "2026-02-01T00:00:00.000Z"],
      values: [
        [3, 28],
        [10, Number.NaN],
      ],
      partial: [true, true],
      granularities: ["monthly", "monthly"],
      notes: [
        "Buckets that still run, or that the table begins or ends in: 2, the first at 2026-01-01T00:00:00.000Z.",
        "Sums that leave out holes: 1, the first at 2026-01-01T00:00:00.000Z.",
      ],
    });
    expect([...(table.columns[1]?.values ?? [])]).toEqual([10, ...new Array(4).fill(Number.NaN)]);
  });

  test("their largest, smallest or last one adds up no further", () => {
    const table = tableOf(increments, { "2026-02-01Z": [4], "2026-02-02Z": [9], "2026-02-03Z": [2] });
    const valueBy = (aggregate: "max" | "min" | "last"): unknown =>
      resample(table, { granularity: "monthly", aggregate }).columns[0]?.values[0];
    expect([valueBy("max"), valueBy("min"), valueBy("last")]).toEqual([9, 2, 2]);
    const { facts } = resample(table, { granularity: "monthly", aggregate: "max" });
    expect(facts).toEqual({ ...table.facts, aggregation: "unknown", additiveOverTime: false });
    expect(resample(table, { granularity: "monthly" }).facts).toEqual(table.facts);
  });

  test("an upper bound stays one", () => {
    const table = tableOf(increments, { "2026-02-01Z": [4] });
    const bound = { ...table, facts: { ...table.facts, isUpperBound: true } };
    expect(resample(bound, { granularity: "weekly" }).facts.isUpperBound).toBe(true);
    expect(resample(bound, { granularity: "weekly", aggregate: "max" }).facts.isUpperBound).toBe(true);
  });

  test("hours after days are added with them", () => {
    const days = tableOf({ ...counter, granularity: "daily" }, { "2026-02-01Z": [5], "2026-02-02Z": [7] });
    const hours = tableOf(
      { ...counter, granularity: "hourly" },
      { "2026-02-03T00:00Z": [1], "2026-02-03T01:00Z": [2] },
    );
    const mixed = mergeTables([days, hours]);
    expect(contents(resample(mixed, { granularity: "daily" }))).toMatchObject({
      values: [[5, 7, 3]],
      partial: [false, false, true],
    });
    expect(resample(mixed, { granularity: "daily", aggregate: "max" }).notes).toContain(
      'Points are daily and hourly: "max" compares or mixes them.',
    );
    expect(() => resample(mixed, { granularity: "hourly" })).toThrow(
      'options.granularity = "hourly" is refused: it is finer than the daily bucket at 2026-02-01T00:00:00.000Z; give "daily" or a wider one.',
    );
  });

  test("a day that covers the hours after it is not added to them", () => {
    const day = tableOf({ ...counter, granularity: "daily" }, { "2026-02-01Z": [5] });
    const hour = tableOf({ ...counter, granularity: "hourly" }, { "2026-02-01T23:00Z": [1] });
    const mixed = mergeTables([day, hour]);
    expect(() => resample(mixed, { granularity: "daily" })).toThrow(
      "table = 2026-02-01T23:00:00.000Z is refused: the bucket at 2026-02-01T00:00:00.000Z holds it too, so it would count twice; remove one of the two.",
    );
    expect(resample(mixed, { granularity: "daily", aggregate: "max" }).columns[0]?.values[0]).toBe(5);
  });
});

describe("month-to-date points", () => {
  const points = { "2026-01-30Z": [5], "2026-01-31Z": [7], "2026-02-01Z": [2], "2026-02-02Z": [0] };

  test("give what was reached, with a note where the last point is another", () => {
    const table = tableOf(monthToDate, points);
    const expected = {
      times: ["2026-01-01T00:00:00.000Z", "2026-02-01T00:00:00.000Z"],
      values: [[7, 2]],
      partial: [undefined, true],
      granularities: ["monthly", "monthly"],
      notes: [
        "Buckets that still run, or that the table begins or ends in: 1, the first at 2026-02-01T00:00:00.000Z.",
        "Values whose last point is below what was reached before it: 1, the first at 2026-02-01T00:00:00.000Z.",
      ],
    };
    expect(contents(resample(table, { granularity: "monthly" }))).toEqual(expected);
    expect(contents(resample(table, { granularity: "monthly", aggregate: "max" }))).toEqual(expected);
    expect(resample(table, { granularity: "monthly" })).not.toHaveProperty("replaced");
    const last = resample(table, { granularity: "monthly", aggregate: "last" });
    expect([[...(last.columns[0]?.values ?? [])], last.facts]).toEqual([[7, 0], table.facts]);
    expect(resample(table, { granularity: "monthly", aggregate: "min" }).facts.aggregation).toBe("unknown");
  });

  test("the last one is noted where more had been reached in its month", () => {
    const table = tableOf(monthToDate, {
      "2026-01-30Z": [5, 1, 5],
      "2026-01-31Z": [0, 2, 4],
      "2026-02-01Z": [undefined, 0, 6],
      "2026-02-02Z": [undefined, 1, 2],
    });
    const notesBy = (granularity: "daily" | "weekly" | "monthly"): unknown =>
      resample(table, { granularity, aggregate: "last" }).notes.filter((note) => note.includes("reached"));
    const note = (count: number, first: string): string =>
      `Last points below what their month had reached: ${count}, the first at ${first}T00:00:00.000Z.`;
    expect(notesBy("monthly")).toEqual([note(3, "2026-01-01")]);
    // The week of 26 January ends with 0, 0 and 6, of which only the first is below what came before in its month.
    expect(notesBy("weekly")).toEqual([note(2, "2026-01-26")]);
    expect(notesBy("daily")).toEqual([note(3, "2026-01-31")]);
    const amounts = tableOf(increments, { "2026-02-01Z": [9], "2026-02-02Z": [1] });
    expect(resample(amounts, { granularity: "monthly", aggregate: "last" }).notes).toEqual([
      "Buckets that still run, or that the table begins or ends in: 1, the first at 2026-02-01T00:00:00.000Z.",
    ]);
  });

  test("are never added", () => {
    const table = tableOf({ ...monthToDate, operationId: "getDataExportEventsUsage" }, points);
    expect(() => resample(table, { granularity: "monthly", aggregate: "sum" })).toThrow(NonAdditiveError);
  });

  test("do not go into weeks that cross a month", () => {
    const table = tableOf(monthToDate, points);
    expect(() => resample(table, { granularity: "weekly" })).toThrow(
      'options.granularity = "weekly" is refused: its bucket at 2026-01-26T00:00:00.000Z crosses a month, where the count begins anew; use "monthly", or the aggregate "last".',
    );
    const last = resample(table, { granularity: "weekly", aggregate: "last" });
    expect([...(last.columns[0]?.values ?? [])]).toEqual([2, 0]);
    const inside = tableOf(monthToDate, { "2026-01-05Z": [3], "2026-01-06Z": [4] });
    expect([...(resample(inside, { granularity: "weekly" }).columns[0]?.values ?? [])]).toEqual([4]);
  });
});

test.each<[string, DecodeContext, string]>([
  [
    "distinct increments",
    { ...monthToDate, parameters: { aggregationType: "incremental" } },
    "getMAUTotalUsage, distinct, contexts, incremental, UTC",
  ],
  [
    "rolling windows",
    { ...monthToDate, parameters: { aggregationType: "rolling_30d" } },
    "getMAUTotalUsage, distinct, contexts, rolling, UTC",
  ],
  [
    "gauges",
    { operationId: "getStreamUsage", granularity: "daily" },
    "getStreamUsage, gauge, connections, no aggregation, UTC",
  ],
  [
    "an unknown operation",
    { granularity: "daily" },
    "unknown operation, unknown, no unit, no aggregation, UTC",
  ],
])("%s have no default", (_name, context, what) => {
  const table = tableOf(context, { "2026-01-01Z": [5], "2026-01-02Z": [4] });
  const call = (): unknown => resample(table, { granularity: "monthly" });
  expect(call).toThrow(NonAdditiveError);
  expect(call).toThrow(
    `These numbers cannot be added over time: the points (${what}) may count the same more than once; use the aggregate "max", "min" or "last".`,
  );
  expect(() => resample(table, { granularity: "monthly", aggregate: "sum" })).toThrow(NonAdditiveError);
  expect(resample(table, { granularity: "monthly", aggregate: "max" }).columns[0]?.values[0]).toBe(5);
});

describe("partial buckets", () => {
  const month = (days: number[], nowMs?: number): SeriesTable =>
    tableOf(
      { ...counter, granularity: "daily", nowMs },
      Object.fromEntries(days.map((day) => [iso(Date.UTC(2026, 1, day)), [1]])),
    );
  const all = Array.from({ length: 28 }, (_, index) => index + 1);
  const partialOf = (table: SeriesTable): unknown => resample(table, { granularity: "monthly" }).partial;

  test("whole, begun inside, ended inside, still running, unknown", () => {
    const later = at("2026-04-01Z");
    expect(partialOf(month(all, later))).toEqual([false]);
    expect(partialOf(month(all.slice(1), later))).toEqual([true]);
    expect(partialOf(month(all.slice(0, -1), later))).toEqual([true]);
    expect(partialOf(month(all, at("2026-02-28T12:00Z")))).toEqual([true]);
    expect(partialOf(month(all))).toEqual([undefined]);
  });

  test("times inside their buckets and buckets inside others leave no gap", () => {
    const later = at("2026-04-01Z");
    const noons = month(all, later);
    const table = { ...noons, timeMs: noons.timeMs.map((time) => time + 12 * 3_600_000) };
    expect(resample(table, { granularity: "monthly" })).toMatchObject({ partial: [false], notes: [] });
    const hour = tableOf({ ...counter, granularity: "hourly", nowMs: later }, { "2026-02-28T10:00Z": [9] });
    const overlapping = resample(mergeTables([month(all, later), hour]), {
      granularity: "monthly",
      aggregate: "max",
    });
    expect([overlapping.columns[0]?.values[0], overlapping.partial]).toEqual([9, [false]]);
  });

  test("rows that lack inside are noted only", () => {
    const lacking = all.filter((day) => day !== 10);
    expect(contents(resample(month(lacking, at("2026-04-01Z")), { granularity: "monthly" }))).toMatchObject({
      values: [[27]],
      partial: [false],
      notes: ["Buckets without a point for some of their time: 1, the first at 2026-02-01T00:00:00.000Z."],
    });
  });

  test("rows that lack where one bucket meets the next are noted for both", () => {
    const days = Array.from({ length: 90 }, (_, day) => day).filter((day) => day !== 30 && day !== 31);
    const table = tableOf(
      { ...counter, granularity: "daily", nowMs: at("2026-06-01Z") },
      Object.fromEntries(days.map((day) => [iso(Date.UTC(2026, 0, 1 + day)), [1]])),
    );
    expect(contents(resample(table, { granularity: "monthly" }))).toMatchObject({
      values: [[30, 27, 31]],
      partial: [false, false, false],
      notes: ["Buckets without a point for some of their time: 2, the first at 2026-01-01T00:00:00.000Z."],
    });
  });
});

describe("refusals", () => {
  const table = tableOf(increments, { "2026-02-01Z": [4] });
  // Untyped callers can pass anything.
  const bad = (options: object): unknown => resample(table, options as ResampleOptions);

  test.each<[object, string]>([
    [
      { granularity: "yearly" },
      'options.granularity = "yearly" is refused: there is no such choice; use one of minutely, hourly, daily, weekly, monthly.',
    ],
    [{ granularity: "__proto__" }, 'options.granularity = "__proto__" is refused'],
    [
      { granularity: "monthly", aggregate: "mean" },
      'aggregate = "mean" is refused: there is no such choice; use one of sum, last, max, min.',
    ],
    [
      { granularity: "hourly" },
      'options.granularity = "hourly" is refused: it is finer than the daily bucket at 2026-02-01T00:00:00.000Z; give "daily" or a wider one.',
    ],
  ])("of options %j", (options, message) => {
    expect(() => bad(options)).toThrow(message);
  });

  test("of buckets of unknown width", () => {
    const lone = tableOf({ ...increments, granularity: undefined }, { "2026-02-01Z": [4] });
    expect(() => resample(lone, { granularity: "monthly" })).toThrow(
      'table = 2026-02-01T00:00:00.000Z is refused: it is the start of a bucket of unknown width; give "granularity" where the table is decoded.',
    );
  });

  test("of buckets that do not fit", () => {
    const weeks = tableOf({ ...increments, granularity: "weekly" }, { "2026-01-26Z": [4] });
    expect(() => resample(weeks, { granularity: "monthly" })).toThrow(
      "table = 2026-01-26T00:00:00.000Z is refused: its weekly bucket reaches over the end of the monthly one; give finer points, or points of the time zone UTC.",
    );
    const localDays = tableOf(
      { ...counter, parameters: { tz: "Europe/Berlin" }, granularity: "daily" },
      { "2026-01-31T23:00Z": [4] },
    );
    expect(() => resample(localDays, { granularity: "monthly" })).toThrow(
      'table = 2026-01-31T23:00:00.000Z is refused: its daily bucket reaches over the end of the monthly one; for months of Europe/Berlin use pivot with index "month".',
    );
    const hours = tableOf(
      { ...counter, parameters: { tz: "Asia/Kolkata" }, granularity: "hourly" },
      { "2026-01-26T18:00Z": [4] },
    );
    expect(() => resample(hours, { granularity: "daily" })).toThrow(
      "table = 2026-01-26T18:00:00.000Z is refused: its hourly bucket reaches over the end of the daily one; give finer points, or points of the time zone UTC.",
    );
  });
});

test("an empty table gives an empty one", () => {
  expect(contents(resample(tableOf(counter, {}), { granularity: "monthly" }))).toEqual({
    times: [],
    values: [],
    partial: [],
    granularities: [],
    notes: [],
  });
  expect(() => resample(tableOf(monthToDate, {}), { granularity: "monthly", aggregate: "sum" })).toThrow(
    NonAdditiveError,
  );
});

test("dimensions are data, whatever their names", () => {
  const table = decodeSeries(
    { metadata: [JSON.parse('{"__proto__":"x","constructor":1}')], series: [{ time: 0, "0": 1 }] },
    { ...counter, granularity: "daily" },
  );
  const [column] = resample(table, { granularity: "monthly" }).columns;
  expect(Object.entries(column?.dimensions ?? {})).toEqual([
    ["__proto__", "x"],
    ["constructor", 1],
  ]);
});

describe("laws", () => {
  const hourMs = 3_600_000;
  const value = fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: undefined, freq: 4 });
  const zones = ["UTC", "Pacific/Apia", "America/Sao_Paulo", "Asia/Kolkata", "Europe/Berlin"];
  // Around changes of the clocks, a skipped day and a day without midnight.
  const starts = ["2011-12-28Z", "2018-11-02Z", "2026-03-27Z", "2026-10-23Z", "2024-02-27Z"].map(at);

  /** Values of each series keyed by the start of their bucket, added one by one. */
  const naive = (table: SeriesTable, startOf: (timeMs: number) => number): unknown =>
    table.columns.map(({ values }) => {
      const sums = new Map<number, number>();
      for (const [row, timeMs] of table.timeMs.entries()) {
        const key = startOf(timeMs);
        const one = values[row] ?? Number.NaN;
        const known = sums.get(key) ?? Number.NaN;
        sums.set(key, Number.isNaN(known) ? one : known + (Number.isNaN(one) ? 0 : one));
      }
      return [...sums];
    });
  const keyed = ({ timeMs, columns }: SeriesTable): unknown =>
    columns.map(({ values }) => Array.from(timeMs, (time, row) => [time, values[row]]));

  test("days of a counter make the months that adding one by one makes", () => {
    const days = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(fc.integer({ min: 18_000, max: 21_000 }), days, (firstDay, rows) => {
        const points = rows.map((row, day) => [iso((firstDay + day) * 24 * hourMs), row]);
        const table = tableOf(increments, Object.fromEntries(points));
        expect(keyed(resample(table, { granularity: "monthly" }))).toEqual(
          naive(table, (timeMs) => {
            const date = new Date(timeMs);
            return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
          }),
        );
      }),
      { numRuns: 500 },
    );
  });

  const localRows = fc.record({
    tz: fc.constantFrom(...zones),
    startMs: fc.constantFrom(...starts),
    rows: fc.array(fc.option(value, { freq: 8 }), { minLength: 1, maxLength: 120 }),
  });
  /** Points every `stepMs`; `null` leaves the row out. */
  const localTable = (
    operationId: string,
    { tz, startMs, rows }: { tz: string; startMs: number; rows: (number | undefined | null)[] },
    stepMs = hourMs,
  ): SeriesTable =>
    tableOf(
      { operationId, parameters: { tz }, granularity: stepMs === hourMs ? "hourly" : "minutely" },
      Object.fromEntries(
        rows.flatMap((row, index) => (row === null ? [] : [[iso(startMs + index * stepMs), [row]]])),
      ),
    );

  test("hours make the days of the time zone", () => {
    const dates = new Map(
      zones.map((timeZone) => [timeZone, new Intl.DateTimeFormat("en-CA", { timeZone })]),
    );
    fc.assert(
      fc.property(localRows, (given) => {
        // Half hours of Kolkata are no parts of UTC hours, but minutes are; 61 of them visit every minute.
        const isOdd = given.tz === "Asia/Kolkata";
        const table = localTable("getEvaluationsUsage", given, isOdd ? 61 * 60_000 : hourMs);
        const daily = resample(table, { granularity: "daily" });
        const byDate = naive(table, (timeMs) => Date.parse(dates.get(given.tz)?.format(timeMs) ?? ""));
        const clock = bucketClock(given.tz);
        const found = daily.columns.map(({ values }) =>
          Array.from(daily.timeMs, (time, row) => [Date.parse(clock.dateOf(time)), values[row]]),
        );
        expect(found).toEqual(byDate);
        for (const time of daily.timeMs) expect(clock.startMs(time, "daily")).toBe(time);
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, ResampleOptions["aggregate"]]>([
    ["getEvaluationsUsage", "sum"],
    ["getStreamUsage", "max"],
    ["getStreamUsage", "min"],
    ["getStreamUsage", "last"],
    ["getDataExportEventsUsage", undefined],
  ])("%s, %s: hours to days to months is hours to months", (operationId, aggregate) => {
    fc.assert(
      fc.property(localRows, (given) => {
        // Days of another zone are no parts of UTC months.
        const table = localTable(operationId, { ...given, tz: "UTC" });
        const once = resample(table, { granularity: "monthly", aggregate });
        const twice = resample(resample(table, { granularity: "daily", aggregate }), {
          granularity: "monthly",
          aggregate,
        });
        expect({ ...twice, notes: [] }).toEqual({ ...once, notes: [] });
      }),
      { numRuns: 300 },
    );
  });

  test("minutes to hours to days is minutes to days, in zones of whole hours", () => {
    const wholeHours = localRows.filter(({ tz }) => tz !== "Asia/Kolkata");
    fc.assert(
      fc.property(wholeHours, fc.integer({ min: 0, max: 3 * 24 * 60 }), (given, offset) => {
        const startMs = given.startMs + offset * 60_000;
        const table = localTable("getEvaluationsUsage", { ...given, startMs }, 60_000);
        const once = resample(table, { granularity: "daily" });
        const twice = resample(resample(table, { granularity: "hourly" }), { granularity: "daily" });
        expect({ ...twice, notes: [] }).toEqual({ ...once, notes: [] });
      }),
      { numRuns: 300 },
    );
  });

  test("the table's own width changes nothing", () => {
    fc.assert(
      fc.property(localRows, (given) => {
        const table = localTable("getEvaluationsUsage", given);
        expect(resample(table, { granularity: "hourly" })).toEqual({ ...table, notes: [] });
      }),
      { numRuns: 200 },
    );
  });
});
