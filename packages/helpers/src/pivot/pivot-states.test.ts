import { describe, expect, test } from "vitest";
import { monthEnd } from "../resample/month-end.ts";
import { decodeSeries } from "../series/decode-series.ts";
import { mergeTables } from "../series/merge-tables.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { pivot } from "./pivot.ts";
import { rollup } from "./rollup.ts";
import { share } from "./share.ts";
import { toWide } from "./to-wide.ts";
import { topN } from "./top-series.ts";

const dayMs = 86_400_000;
const at = (iso: string): number => Date.parse(iso);
const june = at("2026-06-01Z");
const hole = Number.NaN;

interface Shape {
  readonly from?: string;
  readonly operationId?: string;
  readonly aggregationType?: "incremental" | "month_to_date";
  readonly tz?: string;
  readonly nowMs?: number | undefined;
}

/** Daily series of events, each given by its points from a day on. */
function days(points: readonly (readonly number[])[], shape: Shape = {}): SeriesTable {
  const {
    from = "2026-01-01T00:00Z",
    operationId = "getServiceConnectionsUsage",
    nowMs = june,
    ...parameters
  } = shape;
  const series = (points[0] ?? []).map((_, row) => ({
    time: at(from) + row * dayMs,
    ...Object.fromEntries(points.map((values, index) => [index, values[row]])),
  }));
  const metadata = points.map((_, index) => ({ sdkName: "AB"[index] }));
  const table = decodeSeries(
    { metadata, series: series.map(({ time }) => ({ time })) },
    { operationId, parameters, granularity: "daily", nowMs },
  );
  return {
    ...table,
    columns: table.columns.map(({ dimensions }, index) => ({
      dimensions,
      values: Float64Array.from(points[index] ?? []),
    })),
  };
}
const upTo = (count: number, step = 10): number[] =>
  Array.from({ length: count }, (_, day) => step * (day + 1));
const increments = { aggregationType: "incremental" } as const;
const byMonth = { index: "month", aggregate: "month-end" } as const;
const sumByMonth = { index: "month", aggregate: "sum" } as const;
const partly = (count: number, first: string): string =>
  `Buckets that still run, or that the table begins or ends in: ${count}, the first at ${first}.`;

describe("whether a row is partial", () => {
  test("a month that still runs is, and that is noted", () => {
    const table = days([upTo(20)], { nowMs: at("2026-01-20T12:00Z") });
    expect(pivot(table, byMonth)).toMatchObject({
      cells: [[200]],
      partial: [true],
      notes: [partly(1, "2026-01-01T00:00:00.000Z")],
    });
  });

  test("a month that the table ends in is, whatever is asked of it", () => {
    const table = days([new Array(12).fill(10)], increments);
    for (const [aggregate, value] of [
      ["sum", 120],
      ["max", 10],
      ["mean", 10],
    ] as const) {
      expect(pivot(table, { index: "month", aggregate })).toMatchObject({
        cells: [[value]],
        partial: [true],
        notes: [partly(1, "2026-01-01T00:00:00.000Z")],
      });
    }
  });

  test("increments must be there from the start of the month, month-to-date points at its end", () => {
    const from = "2026-01-20T00:00Z";
    expect(pivot(days([new Array(12).fill(10)], { from, ...increments }), sumByMonth).partial).toEqual([
      true,
    ]);
    const toDate = days([upTo(12)], { from });
    for (const aggregate of ["month-end", "max", "last"] as const) {
      expect(pivot(toDate, { index: "month", aggregate })).toMatchObject({
        cells: [[120]],
        partial: [false],
        notes: [],
      });
    }
    for (const aggregate of ["min", "first"] as const) {
      expect(pivot(toDate, { index: "month", aggregate }).partial).toEqual([true]);
    }
  });

  test("days that are missing in between are noted", () => {
    const whole = days([new Array(59).fill(1)], increments);
    const keep = (row: number): boolean => row !== 9;
    const table = {
      ...whole,
      timeMs: whole.timeMs.filter((_, row) => keep(row)),
      granularities: whole.granularities.filter((_, row) => keep(row)),
      partial: whole.partial.filter((_, row) => keep(row)),
      columns: whole.columns.map((column) => ({
        ...column,
        values: column.values.filter((_, row) => keep(row)),
      })),
    };
    expect(pivot(table, sumByMonth)).toMatchObject({
      cells: [[30], [28]],
      partial: [false, false],
      notes: ["Buckets without a point for some of their time: 1, the first at 2026-01-01T00:00:00.000Z."],
    });
  });

  test("sums over holes are noted, also where only one of several series has them", () => {
    const table = days([[...new Array(30).fill(1), hole]], increments);
    const note = "Sums that leave out holes: 1, the first at 2026-01-01T00:00:00.000Z.";
    expect(pivot(table, sumByMonth)).toMatchObject({ cells: [[30]], partial: [false], notes: [note] });
    const two = days([[...new Array(30).fill(1), hole], new Array(31).fill(1)], increments);
    expect(pivot(two, sumByMonth)).toMatchObject({ cells: [[61]], notes: [note] });
    expect(pivot(two, { index: "time", aggregate: "sum" }).notes).toEqual([
      "Sums that leave out holes: 1, the first at 2026-01-31T00:00:00.000Z.",
    ]);
  });

  test("by day and by time it is what the table says", () => {
    const table = days([upTo(3)], { nowMs: at("2026-01-03T12:00Z") });
    const states = [false, false, true];
    expect(pivot(table, { index: "day", aggregate: "last" }).partial).toEqual(states);
    expect(pivot(table, { index: "time", aggregate: "last" })).toMatchObject({ partial: states, notes: [] });
    expect(toWide(table).partial).toEqual(states);
    const unknown = days([new Array(31).fill(1)], increments);
    const states2 = { ...unknown, partial: unknown.partial.map(() => undefined) };
    expect(pivot(states2, sumByMonth).partial).toEqual([undefined]);
  });

  test("cannot be told of buckets of unknown width, but where one still ran", () => {
    const known = days([upTo(31)]);
    const table = { ...known, granularities: known.granularities.map(() => undefined) };
    expect(pivot(table, byMonth)).toMatchObject({ cells: [[310]], partial: [undefined], notes: [] });
    const running = { ...table, partial: table.partial.map((_, row) => row === 30) };
    expect(pivot(running, byMonth).partial).toEqual([true]);
  });

  test("months are those of the time zone, from midnight to midnight", () => {
    const berlin = { from: "2025-12-31T23:00Z", operationId: "getStreamUsage", tz: "Europe/Berlin" };
    const table = days([new Array(31).fill(1)], berlin);
    expect(pivot(table, { index: "month", aggregate: "max" })).toMatchObject({
      rowLabels: ["2026-01"],
      partial: [false],
      notes: [],
    });
    const late = days([new Array(30).fill(1)], { ...berlin, from: "2026-01-01T23:00Z" });
    expect(pivot(late, { index: "month", aggregate: "max" })).toMatchObject({
      partial: [true],
      notes: [partly(1, "2025-12-31T23:00:00.000Z")],
    });
  });
});

describe("what would count twice is refused", () => {
  const piece = (hours: readonly string[], value: number, granularity?: "daily" | "hourly"): SeriesTable =>
    decodeSeries(
      { metadata: [{}], series: hours.map((hour) => ({ time: at(hour), "0": value })) },
      { operationId: "getEvaluationsUsage", granularity, nowMs: june },
    );
  const mixed = mergeTables([
    piece(["2026-01-05T00:00Z"], 240, "daily"),
    piece(["2026-01-05T22:00Z", "2026-01-05T23:00Z"], 10, "hourly"),
  ]);

  test.each(["day", "month"] as const)("hours inside a day, by %s", (index) => {
    expect(() => pivot(mixed, { index, aggregate: "sum" })).toThrow(
      "table = 2026-01-05T22:00:00.000Z is refused: the bucket at 2026-01-05T00:00:00.000Z holds it too, so it would count twice; remove one of the two.",
    );
    expect(pivot(mixed, { index, aggregate: "max" }).cells).toEqual([[240]]);
  });

  test("buckets of unknown width, but by time, where nothing is added over time", () => {
    const unknown = piece(["2026-01-05T22:00Z"], 10);
    expect(() => pivot(unknown, { index: "day", aggregate: "sum" })).toThrow(
      /it is the start of a bucket of unknown width/,
    );
    expect(pivot(unknown, { index: "time", aggregate: "sum" }).cells).toEqual([[10]]);
    expect(pivot(mixed, { index: "time", aggregate: "sum" }).cells).toEqual([[240], [10], [10]]);
  });
});

test("times within one millisecond are rows of their own", () => {
  const table = { ...days([[1, 2]]), timeMs: Float64Array.of(0.2, 0.7) };
  const label = "1970-01-01T00:00:00.000Z";
  expect(pivot(table, { index: "time", aggregate: "last" })).toMatchObject({
    rowLabels: [label, label],
    cells: [[1], [2]],
  });
});

describe("month-to-date series that stop", () => {
  // 30 and 31 January, 1 February.
  const from = "2026-01-29T00:00Z";
  const table = days(
    [
      [49, 50, 51, 1],
      [50, hole, hole, hole],
    ],
    { from },
  );
  const lost =
    "Sums that are holes, as a series with a point before in the month lacks one: 2, the first at 2026-01-30T00:00:00.000Z.";
  const gaps = "Some added series lack points: they add nothing there.";

  test("make their sum a hole, not a smaller number, until the next month", () => {
    const rolled = rollup(table, { by: [] });
    expect(rolled.columns.map(({ values }) => [...values])).toEqual([[99, hole, hole, 1]]);
    expect(rolled.notes).toEqual([gaps, lost]);
    expect(monthEnd(rolled).columns[0]?.values).toEqual(Float64Array.of(99, 1));
  });

  test("so do the rest of topN and the total of shares", () => {
    const top = topN(table, { count: 0 });
    expect(top.columns[0]?.values).toEqual(Float64Array.of(99, hole, hole, 1));
    expect(top.notes).toContain(lost);
    const shares = share(table);
    expect(shares.columns.map(({ values }) => [...values])).toEqual([
      [49 / 99, hole, hole, 1],
      [50 / 99, hole, hole, hole],
    ]);
    expect(shares.notes).toEqual([gaps, lost, "Times with values but without a total to divide by: 2."]);
  });

  test("count in a pivot with what they had reached, and the last sum is the one with all of them", () => {
    expect(pivot(table, byMonth)).toMatchObject({
      cells: [[101], [1]],
      notes: [partly(1, "2026-02-01T00:00:00.000Z")],
    });
    for (const aggregate of ["last", "max"] as const) {
      const { cells, notes } = pivot(table, { index: "month", aggregate });
      expect(cells).toEqual([[99], [1]]);
      expect(notes).toContain(lost);
    }
  });

  test("add nothing before their first point of a month", () => {
    const late = days(
      [
        [49, 50, 51, 1],
        [hole, 7, 8, hole],
      ],
      { from },
    );
    const rolled = rollup(late, { by: [] });
    expect(rolled.columns[0]?.values).toEqual(Float64Array.of(49, 57, 59, 1));
    expect(rolled.notes).toEqual([gaps]);
  });

  test("increments add nothing where they lack points, as before", () => {
    const rolled = rollup(
      days(
        [
          [1, 2],
          [3, hole],
        ],
        increments,
      ),
      { by: [] },
    );
    expect(rolled.columns[0]?.values).toEqual(Float64Array.of(4, 2));
  });
});

describe("a last point below what the month had reached", () => {
  const table = days(
    [
      [5, 6, 0],
      [1, 2, 3],
    ],
    { nowMs: at("2026-01-03T12:00Z") },
  );
  const low = "2026-01, A: the last point is 0, below the 6 that the month had reached";

  test("is noted where it is taken", () => {
    const { cells, notes } = pivot(table, { index: "month", columns: "sdkName", aggregate: "last" });
    expect(cells).toEqual([[0, 3]]);
    expect(notes).toContain(low);
    const byDay = pivot(table, { index: "day", columns: "sdkName", aggregate: "last" });
    expect(byDay.notes.at(-1)).toBe(low.replace("2026-01", "2026-01-03"));
    expect(pivot(table, { index: "day", columns: "sdkName", aggregate: "max" }).notes).toHaveLength(1);
  });

  test("is noted once, with how many more there are", () => {
    const both = days([
      [5, 6, 0],
      [1, 2, 1],
    ]);
    const { notes } = pivot(both, { index: "month", columns: "sdkName", aggregate: "month-end" });
    expect(notes.at(-1)).toBe(`${low}; and 1 more such`);
  });

  test("is noted of each added series, though their sum may have grown", () => {
    const { cells, notes } = pivot(
      days([
        [5, 6, 0],
        [10, 20, 300],
      ]),
      { index: "month", aggregate: "last" },
    );
    expect(cells).toEqual([[300]]);
    expect(notes.at(-1)).toBe(low.replace("A", "value"));
  });

  test("is noted where series are ranked by it", () => {
    const top = topN(table, { count: 1, rankBy: "last", rest: "omit" });
    expect(top.columns.map(({ dimensions }) => dimensions["sdkName"])).toEqual(["B"]);
    expect(top.notes).toEqual([
      "Ranked by points below what their month had reached: 1 of 2 series.",
      "Left out: 1 series.",
    ]);
    expect(topN(table, { count: 2 }).notes).toEqual([]);
    const increasing = days(
      [
        [5, 6, 0],
        [1, 2, 3],
      ],
      increments,
    );
    expect(topN(increasing, { count: 2, rankBy: "last" }).notes).toEqual([]);
    const nextMonth = days(
      [
        [5, 6, 0],
        [1, 2, 3],
      ],
      { from: "2026-01-30T00:00Z" },
    );
    expect(topN(nextMonth, { count: 2, rankBy: "last" }).notes).toEqual([]);
  });
});

describe("what the numbers are", () => {
  const distinct = days([[5], [6]], { operationId: "getMAUTotalUsage" });

  test("is kept, with the mark of an upper bound", () => {
    const bound = pivot(distinct, { ...byMonth, allowUpperBound: true });
    expect(bound.facts).toEqual({ ...distinct.facts, isUpperBound: true });
    expect(pivot(distinct, { ...byMonth, columns: "sdkName" }).facts).toBe(distinct.facts);
    expect(toWide(rollup(distinct, { by: [], allowUpperBound: true })).facts.isUpperBound).toBe(true);
  });
});
