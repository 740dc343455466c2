import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NonAdditiveError } from "../errors/non-additive-error.ts";
import { type DecodeContext, decodeSeries } from "../series/decode-series.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { differences } from "./differences.ts";
import { fillHoles } from "./fill-holes.ts";
import { monthEnd } from "./month-end.ts";
import { resample } from "./resample.ts";

const hole = Number.NaN;
const counter: DecodeContext = { operationId: "getDataExportEventsUsage", granularity: "daily" };
const distinct: DecodeContext = { operationId: "getMAUTotalUsage", granularity: "daily" };

/** One series of days from a date on; `null` leaves the row out, `NaN` is a hole. */
function days(context: DecodeContext, from: string, values: (number | null)[], dimensions = {}): SeriesTable {
  const series = values.flatMap((value, day) => {
    const time = Date.parse(from) + day * 86_400_000;
    return value === null ? [] : [{ time, ...(Number.isNaN(value) ? {} : { "0": value }) }];
  });
  return decodeSeries({ metadata: [dimensions], series }, context);
}

const valuesOf = ({ columns }: SeriesTable): number[] => [...(columns[0]?.values ?? [])];

test("each bucket has what came in it, and the first of a month its own value", () => {
  const table = days(counter, "2026-01-30Z", [50, 60, 3, 3, 10]);
  const result = differences(table);
  expect(valuesOf(result)).toEqual([hole, 10, 3, 0, 7]);
  expect(result.notes).toEqual([
    "Holes, as no earlier point of the month is there: 1, the first at 2026-01-30T00:00:00.000Z.",
  ]);
  expect(result.facts).toEqual({ ...table.facts, aggregation: "incremental", additiveOverTime: true });
  expect(valuesOf(table)).toEqual([50, 60, 3, 3, 10]);
});

test("points of months keep their values", () => {
  const table = decodeSeries(
    { metadata: [{}], series: [0, 1, 2].map((month) => ({ time: Date.UTC(2026, month), "0": 9 - month })) },
    { ...distinct, granularity: "monthly" },
  );
  expect(valuesOf(differences(table))).toEqual([9, 8, 7]);
});

test("distinct counts stay non-additive", () => {
  const { facts } = differences(days(distinct, "2026-01-01Z", [1, 2]));
  expect(facts).toMatchObject({ aggregation: "incremental", additiveOverTime: false });
  expect(() =>
    resample(differences(days(distinct, "2026-01-01Z", [1, 2])), { granularity: "monthly" }),
  ).toThrow(NonAdditiveError);
});

describe("a fall inside a month", () => {
  test("is a hole with a note, and the next rise is from the largest value so far", () => {
    const result = differences(days(counter, "2026-01-01Z", [5, 20, 18, 19, 25, 0], { kind: "summary" }));
    expect(valuesOf(result)).toEqual([5, 15, hole, hole, 5, hole]);
    expect(result.notes).toEqual(
      ["20 to 18 at 2026-01-03", "20 to 19 at 2026-01-04", "25 to 0 at 2026-01-06"].map(
        (fall) => `The series {"kind":"summary"} falls from ${fall}T00:00:00.000Z, which leaves a hole.`,
      ),
    );
  });

  test("that comes often is counted from the twenty-first on", () => {
    const values = Array.from({ length: 31 }, (_, day) => 100 - day);
    const { notes } = differences(days(counter, "2026-01-01Z", values));
    expect(notes).toHaveLength(21);
    expect(notes.at(-1)).toBe("Further falls, each a hole: 10, the first at 2026-01-22T00:00:00.000Z.");
  });

  test("does not reach over a month", () => {
    expect(valuesOf(differences(days(counter, "2026-01-31Z", [90, 0, 4])))).toEqual([hole, 0, 4]);
  });
});

test("a rise over several buckets is a hole, unless the holes are filled first", () => {
  const table = days(counter, "2026-01-01Z", [5, hole, 9, null, 12, 13]);
  const result = differences(table);
  expect(valuesOf(result)).toEqual([5, hole, hole, hole, 1]);
  expect(result.notes).toEqual([
    "Holes, as the rise covers an absent bucket or a hole too: 2, the first at 2026-01-03T00:00:00.000Z.",
  ]);
  const filled = fillHoles(table, { policy: "previous", addBuckets: true });
  expect(valuesOf(differences(filled))).toEqual([5, 0, 4, 0, 3, 1]);
});

test("hours after days go on from them", () => {
  const table = decodeSeries(
    {
      metadata: [{}],
      series: [
        { time: Date.UTC(2026, 0, 1), "0": 10 },
        { time: Date.UTC(2026, 0, 2), "0": 12 },
        { time: Date.UTC(2026, 0, 2, 1), "0": 15 },
      ],
    },
    counter,
  );
  const mixed = { ...table, granularities: ["daily", "hourly", "hourly"] as const };
  expect(valuesOf(differences(mixed))).toEqual([10, 2, 3]);
});

describe("refusals", () => {
  test("of other points", () => {
    const table = days({ ...counter, parameters: { aggregationType: "incremental" } }, "2026-01-01Z", [1]);
    expect(() => differences(table)).toThrow(
      'table = "getDataExportEventsUsage, counter, events, incremental, UTC" is refused: its points are not known to be month-to-date; ask for month-to-date points, or use resample.',
    );
    expect(() => differences(days({ granularity: "daily" }, "2026-01-01Z", [1]))).toThrow(
      'table = "unknown operation, unknown, no unit, no aggregation, UTC" is refused',
    );
  });

  test("of buckets of unknown width, and of ones that cross a month", () => {
    expect(() => differences(days({ ...counter, granularity: undefined }, "2026-01-01Z", [1]))).toThrow(
      "it is the start of a bucket of unknown width",
    );
    expect(() => differences(days({ ...counter, granularity: "weekly" }, "2026-01-26Z", [1]))).toThrow(
      "its weekly bucket reaches over the end of the monthly one",
    );
  });
});

test("an empty table gives an empty one", () => {
  const empty = decodeSeries({ metadata: [], series: [] }, counter);
  expect(differences(empty)).toMatchObject({ columns: [], notes: [] });
});

describe("laws", () => {
  /** Increments of whole months from January on. */
  const months = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.infiniteStream(fc.integer({ min: 0, max: 1000 })))
    .map(([count, stream]) => {
      const length = (Date.UTC(2026, count) - Date.UTC(2026, 0)) / 86_400_000;
      return Array.from({ length }, () => stream.next().value as number); // the stream never ends
    });
  const monthToDate = (increments: number[]): number[] => {
    let sum = 0;
    return increments.map((increment, day) => {
      if (new Date(Date.UTC(2026, 0, 1 + day)).getUTCDate() === 1) sum = 0;
      sum += increment;
      return sum;
    });
  };

  test("differences give the increments back, and their months are the month-end values", () => {
    fc.assert(
      fc.property(months, (increments) => {
        const table = days(counter, "2026-01-01Z", monthToDate(increments));
        const result = differences(table);
        expect(valuesOf(result)).toEqual(increments);
        const { replaced, ...ends } = monthEnd(table);
        const { facts, ...sums } = resample(result, { granularity: "monthly" });
        expect({ ...sums, facts: ends.facts }).toEqual(ends);
        expect([replaced, facts.additiveOverTime]).toEqual([[], true]);
      }),
      { numRuns: 300 },
    );
  });

  test("falls do not change what a month adds up to, and no difference is negative", () => {
    const falls = fc.array(fc.nat({ max: 130 }), { maxLength: 10 });
    fc.assert(
      fc.property(months, falls, (increments, fallen) => {
        // The first day of a month has nothing to fall from.
        const isFirst = (day: number): boolean => new Date(Date.UTC(2026, 0, 1 + day)).getUTCDate() === 1;
        const values = monthToDate(increments).map((value, day) =>
          fallen.includes(day) && !isFirst(day) ? Math.floor(value / 2) : value,
        );
        const table = days(counter, "2026-01-01Z", values);
        const result = differences(table);
        for (const value of valuesOf(result)) expect(value < 0).toBe(false);
        expect(valuesOf(resample(result, { granularity: "monthly" }))).toEqual(valuesOf(monthEnd(table)));
      }),
      { numRuns: 300 },
    );
  });
});
