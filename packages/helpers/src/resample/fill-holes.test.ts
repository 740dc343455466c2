import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DecodeContext, decodeSeries } from "../series/decode-series.ts";
import { mergeTables } from "../series/merge-tables.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { type FillHolesOptions, fillHoles } from "./fill-holes.ts";
import { resample } from "./resample.ts";

const hole = Number.NaN;
const monthToDate: DecodeContext = { operationId: "getMAUTotalUsage", granularity: "daily" };
const counter: DecodeContext = { operationId: "getEvaluationsUsage", granularity: "daily" };
const gauge: DecodeContext = { operationId: "getStreamUsage", granularity: "daily" };

/** One series; `NaN` is a hole. */
function tableOf(context: DecodeContext, points: Record<string, number>): SeriesTable {
  const series = Object.entries(points).map(([time, value]) => ({
    time: Date.parse(time),
    ...(Number.isNaN(value) ? {} : { "0": value }),
  }));
  return decodeSeries({ metadata: [{}], series }, context);
}

const valuesOf = ({ columns }: SeriesTable): number[] => [...(columns[0]?.values ?? [])];
const timesOf = ({ timeMs }: SeriesTable): string[] =>
  Array.from(timeMs, (time) => new Date(time).toISOString().slice(0, "2026-01-01T00:00".length));

test("zero goes into every hole, and is counted", () => {
  const table = tableOf(counter, { "2026-01-01Z": hole, "2026-01-02Z": 4, "2026-01-03Z": hole });
  const filled = fillHoles(table, { policy: "zero" });
  expect(valuesOf(filled)).toEqual([0, 4, 0]);
  expect(filled.notes).toEqual(["Holes filled with zero: 2, the first at 2026-01-01T00:00:00.000Z."]);
  expect(valuesOf(table)).toEqual([hole, 4, hole]);
});

describe("zeros inside month-to-date series", () => {
  test.each<[string, DecodeContext]>([
    ["month-to-date values", monthToDate],
    ["values of an unknown operation", { granularity: "daily" }],
  ])("%s have them only until their month has reached something", (_name, context) => {
    const points = [hole, 5, hole, 0, hole, hole, 0, hole, 7, hole];
    const from = Date.UTC(2026, 0, 27);
    const table = tableOf(
      context,
      Object.fromEntries(
        points.map((value, day) => [new Date(from + day * 86_400_000).toISOString(), value]),
      ),
    );
    const filled = fillHoles(table, { policy: "zero" });
    expect(valuesOf(filled)).toEqual([0, 5, hole, 0, hole, 0, 0, 0, 7, hole]);
    expect(filled.notes).toEqual([
      "Holes filled with zero: 3, the first at 2026-01-27T00:00:00.000Z.",
      "Holes that stay, as their month had reached more than zero: 3, the first at 2026-01-29T00:00:00.000Z.",
    ]);
  });

  test("so that none of them is a fall", () => {
    const table = tableOf(monthToDate, { "2026-01-01Z": 5, "2026-01-02Z": hole, "2026-01-03Z": 7 });
    expect(valuesOf(fillHoles(table, { policy: "zero" }))).toEqual([5, hole, 7]);
  });
});

describe("the value before", () => {
  const points = {
    "2026-01-29Z": hole,
    "2026-01-30Z": 7,
    "2026-01-31Z": hole,
    "2026-02-01Z": hole,
    "2026-02-02Z": 0,
    "2026-02-03Z": hole,
  };

  test.each<[string, DecodeContext]>([
    ["a month-to-date value", monthToDate],
    ["a value of an unknown operation", { granularity: "daily" }],
  ])("%s is carried inside its month only", (_name, context) => {
    const filled = fillHoles(tableOf(context, points), { policy: "previous" });
    expect(valuesOf(filled)).toEqual([hole, 7, 7, hole, 0, 0]);
    expect(filled.notes).toEqual([
      "Holes filled with the value before them: 2, the first at 2026-01-31T00:00:00.000Z.",
      "Holes that stay, as no value comes before them: 2, the first at 2026-01-29T00:00:00.000Z.",
    ]);
  });

  test("a gauge is carried on", () => {
    expect(valuesOf(fillHoles(tableOf(gauge, points), { policy: "previous" }))).toEqual([
      hole,
      7,
      7,
      7,
      0,
      0,
    ]);
  });

  test.each<[string, DecodeContext]>([
    ["a counter", counter],
    ["distinct increments", { ...monthToDate, parameters: { aggregationType: "incremental" } }],
  ])("%s is not carried", (_name, context) => {
    expect(() => fillHoles(tableOf(context, points), { policy: "previous" })).toThrow(
      'policy = "previous" is refused: each point counts its own bucket, and carried forward it would count again; use "zero".',
    );
  });
});

describe("absent buckets", () => {
  test("are added by the clock and filled", () => {
    const table = tableOf(
      { ...monthToDate, nowMs: Date.UTC(2026, 1, 2, 12) },
      { "2026-01-30Z": 7, "2026-02-02Z": 1 },
    );
    const filled = fillHoles(table, { policy: "previous", addBuckets: true });
    expect(timesOf(filled)).toEqual([
      "2026-01-30T00:00",
      "2026-01-31T00:00",
      "2026-02-01T00:00",
      "2026-02-02T00:00",
    ]);
    expect(valuesOf(filled)).toEqual([7, 7, hole, 1]);
    expect(filled.granularities).toEqual(new Array(4).fill("daily"));
    expect(filled.partial).toEqual([false, false, false, true]);
    expect(filled.notes).toEqual([
      "Buckets added: 2, the first at 2026-01-31T00:00:00.000Z.",
      "Holes filled with the value before them: 1, the first at 2026-01-31T00:00:00.000Z.",
      "Holes that stay, as no value comes before them: 1, the first at 2026-02-01T00:00:00.000Z.",
    ]);
  });

  test("are not added unasked, nor where none is absent", () => {
    const table = tableOf(counter, { "2026-01-30Z": 7, "2026-02-02Z": 1 });
    expect(fillHoles(table, { policy: "zero" })).toEqual(table);
    const whole = tableOf(counter, { "2026-01-30Z": 7, "2026-01-31Z": 1 });
    expect(fillHoles(whole, { policy: "zero", addBuckets: true })).toEqual(whole);
  });

  test("are months where the points are", () => {
    const table = tableOf({ ...monthToDate, granularity: "monthly" }, { "2026-01-01Z": 7, "2026-04-01Z": 1 });
    expect(timesOf(fillHoles(table, { policy: "zero", addBuckets: true }))).toEqual([
      "2026-01-01T00:00",
      "2026-02-01T00:00",
      "2026-03-01T00:00",
      "2026-04-01T00:00",
    ]);
  });

  test("are local days, whatever the clocks do", () => {
    const times = (tz: string, points: Record<string, number>): string[] =>
      timesOf(
        fillHoles(tableOf({ ...counter, parameters: { tz } }, points), { policy: "zero", addBuckets: true }),
      );
    expect(times("Europe/Berlin", { "2026-03-27T23:00Z": 1, "2026-03-30T22:00Z": 1 })).toEqual([
      "2026-03-27T23:00",
      "2026-03-28T23:00",
      "2026-03-29T22:00",
      "2026-03-30T22:00",
    ]);
    expect(times("America/Sao_Paulo", { "2018-11-03T03:00Z": 1, "2018-11-05T02:00Z": 1 })).toEqual([
      "2018-11-03T03:00",
      "2018-11-04T03:00",
      "2018-11-05T02:00",
    ]);
    // Samoa skipped 30 December 2011.
    expect(times("Pacific/Apia", { "2011-12-28T10:00Z": 1, "2011-12-31T10:00Z": 1 })).toEqual([
      "2011-12-28T10:00",
      "2011-12-29T10:00",
      "2011-12-30T10:00",
      "2011-12-31T10:00",
    ]);
  });

  test("of mixed widths are as wide as the bucket before the gap, as far as they fit", () => {
    const hourly = { ...counter, granularity: "hourly" } as const;
    const mixed = mergeTables([
      tableOf(counter, { "2026-01-01Z": 1 }),
      tableOf(hourly, { "2026-01-03T02:00Z": 2, "2026-01-03T04:00Z": 3 }),
    ]);
    const filled = fillHoles(mixed, { policy: "zero", addBuckets: true });
    expect(timesOf(filled).slice(1)).toEqual([
      "2026-01-02T00:00",
      "2026-01-03T00:00",
      "2026-01-03T01:00",
      "2026-01-03T02:00",
      "2026-01-03T03:00",
      "2026-01-03T04:00",
    ]);
    expect(filled.granularities).toEqual(["daily", "daily", ...new Array(5).fill("hourly")]);
    expect(valuesOf(resample(filled, { granularity: "daily" }))).toEqual([1, 0, 5]);
  });

  test("a rest that no bucket fits into is noted", () => {
    // Days of Kolkata begin at half past.
    const zone = { ...counter, parameters: { tz: "Asia/Kolkata" } };
    const mixed = mergeTables([
      tableOf({ ...zone, granularity: "hourly" }, { "2026-01-01T16:00Z": 1 }),
      tableOf(zone, { "2026-01-01T18:30Z": 2 }),
    ]);
    const filled = fillHoles(mixed, { policy: "zero", addBuckets: true });
    expect(timesOf(filled)).toEqual(["2026-01-01T16:00", "2026-01-01T17:00", "2026-01-01T18:30"]);
    expect(filled.notes).toContain(
      "Gaps with a rest that no whole bucket fits into: 1, the first at 2026-01-01T18:00:00.000Z.",
    );
  });
});

describe("refusals", () => {
  // Untyped callers can pass anything.
  test.each(["mean", undefined, null, "constructor"])("of the policy %s", (policy) => {
    const call = (): unknown => fillHoles(tableOf(counter, {}), { policy } as unknown as FillHolesOptions);
    expect(call).toThrow(/^policy = .* is refused: there is no such choice; use one of zero, previous\.$/);
  });

  test("of buckets of unknown width", () => {
    const table = tableOf({ ...counter, granularity: undefined }, { "2026-01-01Z": 1 });
    expect(() => fillHoles(table, { policy: "zero", addBuckets: true })).toThrow(
      'table = 2026-01-01T00:00:00.000Z is refused: it is the start of a bucket of unknown width; give "granularity" where the table is decoded.',
    );
    expect(fillHoles(table, { policy: "zero" })).toEqual(table);
  });

  test("of a gap that memory would not hold", () => {
    const table = tableOf({ ...counter, granularity: "minutely" }, { "1990-01-01Z": 1, "2026-01-01Z": 1 });
    expect(() => fillHoles(table, { policy: "zero", addBuckets: true })).toThrow(
      "addBuckets = true is refused: it would make more values than memory may hold; fill a shorter range.",
    );
  });
});

test("an empty table stays empty", () => {
  const empty = decodeSeries({ metadata: [], series: [] }, monthToDate);
  expect(fillHoles(empty, { policy: "previous", addBuckets: true })).toEqual(empty);
});

test("present values never change, and nothing is left but what has no value before it", () => {
  const day = fc.option(fc.option(fc.integer({ min: 0, max: 9 }), { nil: hole }), { nil: null });
  const policies = fc.constantFrom<FillHolesOptions["policy"]>("zero", "previous");
  const zones = fc.constantFrom("UTC", "Pacific/Apia", "America/Sao_Paulo", "Asia/Kolkata", "Europe/Berlin");
  const contexts = fc.oneof(
    fc.constant(monthToDate),
    zones.map((tz): DecodeContext => ({ ...gauge, parameters: { tz } })),
  );
  fc.assert(
    fc.property(
      contexts,
      fc.array(day, { maxLength: 60 }),
      policies,
      fc.boolean(),
      (context, days, policy, addBuckets) => {
        const points = days.flatMap((value, index) =>
          value === null ? [] : [[new Date(Date.UTC(2018, 9, 20 + index, 12)).toISOString(), value]],
        );
        const raw = tableOf({ ...context, granularity: "hourly" }, Object.fromEntries(points));
        // Noon is inside one local day; the day's start depends on the zone.
        const table = resample(raw, { granularity: "daily", aggregate: "last" });
        const filled = fillHoles(table, { policy, addBuckets });
        const rowOf = new Map(Array.from(filled.timeMs, (time, row) => [time, row]));
        const values = valuesOf(filled);
        for (const [row, value] of valuesOf(table).entries()) {
          const found = values[rowOf.get(table.timeMs[row] ?? 0) ?? -1];
          if (!Number.isNaN(value)) expect(found).toBe(value);
          else if (policy === "zero" && context !== monthToDate) expect(found).toBe(0);
        }
        const filledDays = filled.timeMs.length;
        const first = days.findIndex((value) => value !== null);
        const last = days.findLastIndex((value) => value !== null);
        if (addBuckets && first !== -1) expect(filledDays).toBe(last - first + 1);
        else expect(filledDays).toBe(table.timeMs.length);
        for (const [row, value] of values.entries()) {
          if (row === 0 || !Number.isNaN(value)) continue;
          const month = (time = 0): number => new Date(time).getUTCMonth();
          if (policy === "zero") {
            // Something was reached before it.
            const earlier = values
              .slice(0, row)
              .filter((_, other) => month(filled.timeMs[other]) === month(filled.timeMs[row]));
            expect(Math.max(...earlier.filter((found) => !Number.isNaN(found)))).toBeGreaterThan(0);
            continue;
          }
          const isNewMonth =
            context === monthToDate && month(filled.timeMs[row]) !== month(filled.timeMs[row - 1]);
          expect(isNewMonth || Number.isNaN(values[row - 1])).toBe(true);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
