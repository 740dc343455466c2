import { describe, expect, test } from "vitest";
import { decodeSeries } from "../series/decode-series.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { pivot } from "./pivot.ts";
import { rollup } from "./rollup.ts";
import { share } from "./share.ts";

const day = (index: number): number => Date.parse("2025-03-01Z") + index * 86_400_000;
const hole = Number.NaN;

interface Options {
  readonly operationId?: string;
  readonly parameters?: object;
  readonly granularity?: "daily" | "hourly";
  readonly nowMs?: number;
}

/** A table of series, each given by its points from the first day on. */
function tableOf(points: readonly (readonly number[])[], options: Options = {}): SeriesTable {
  const series = (points[0] ?? []).map((_, row) => ({
    time: day(row),
    ...Object.fromEntries(
      points.map((values, index) => [index, Number.isNaN(values[row]) ? null : values[row]]),
    ),
  }));
  const metadata = points.map((_, index) => (points.length === 1 ? {} : { sdkName: `sdk ${index}` }));
  return decodeSeries(
    { metadata, series },
    { operationId: "getMAUTotalUsage", granularity: "daily", ...options },
  );
}
const sharesOf = (table: SeriesTable): number[][] => table.columns.map(({ values }) => [...values]);
const groups = tableOf([
  [3, 0, 5, 1, hole, 0],
  [2, 0, 5, 2, hole, 7],
]);
const counter = { operationId: "getDataExportEventsUsage", parameters: { aggregationType: "incremental" } };

describe("without a total", () => {
  test("the sum of the groups is the total, and nothing of nothing is a hole", () => {
    const shares = share(
      tableOf(
        [
          [3, 0, hole, 5],
          [1, 0, hole, hole],
        ],
        counter,
      ),
    );
    expect(sharesOf(shares)).toEqual([
      [0.75, hole, hole, 1],
      [0.25, hole, hole, hole],
    ]);
    expect(shares.notes).toEqual(["Some added series lack points: they add nothing there."]);
  });

  test("distinct counts are refused", () => {
    expect(() => share(groups)).toThrow(
      'These numbers cannot be added over groups: 2 series fall into "value", and groups of getMAUTotalUsage may ' +
        "overlap: the truth is between the largest of them and their sum; " +
        "give as total the answer without a breakdown.",
    );
  });

  test("upper bounds are refused", () => {
    const bound = rollup(groups, { by: [], allowUpperBound: true });
    expect(() => share(bound)).toThrow(
      "These numbers cannot be added over groups: they are upper bounds already; give as total the answer without a breakdown.",
    );
  });

  test("a sum of nothing with parts is no divisor", () => {
    const shares = share(tableOf([[5], [-5]], counter));
    expect(sharesOf(shares)).toEqual([[hole], [hole]]);
    expect(shares.notes).toEqual(["Times with values but without a total to divide by: 1."]);
  });
});

describe("with a total", () => {
  test("shares may overlap, and are holes where the total is missing or nothing", () => {
    const total = tableOf([[4, 0, hole, 2, 9, 0]]);
    const shares = share(groups, { total });
    expect(sharesOf(shares)).toEqual([
      [0.75, hole, hole, 0.5, hole, hole],
      [0.5, hole, hole, 1, hole, hole],
    ]);
    expect(shares.notes).toEqual([
      "Groups may overlap: their shares may add up to more than 1.",
      "Times with values but without a total to divide by: 2.",
    ]);
  });

  test("values are found by time, not by row", () => {
    const shifted = tableOf([[8, 10, 5]]);
    const total = { ...shifted, timeMs: Float64Array.of(day(-1), day(0), day(2)) };
    expect(sharesOf(share(groups, { total })).map((values) => values.slice(0, 3))).toEqual([
      [0.3, hole, 1],
      [0.2, hole, 1],
    ]);
  });

  test("shares of counters do not overlap", () => {
    const shares = share(tableOf([[1], [2]], counter), { total: tableOf([[4]], counter) });
    expect(sharesOf(shares)).toEqual([[0.25], [0.5]]);
    expect(shares.notes).toEqual([]);
  });

  test("a bucket is running when either of the two was", () => {
    const nowMs = day(2);
    const table = tableOf([[1, 1, 1]], { nowMs });
    const total = tableOf([[2, 2, 2]], { nowMs: day(1) });
    expect(share(table, { total }).partial).toEqual([false, true, true]);
    expect(share(table, { total: tableOf([[2, 2, 2]]) }).partial).toEqual([false, false, true]);
  });

  test("an upper bound divided by the truth is one", () => {
    const bound = rollup(groups, { by: [], allowUpperBound: true });
    const shares = share(bound, { total: tableOf([[4, 4, 4, 4, 4, 4]]) });
    expect(shares.facts.isUpperBound).toBe(true);
    expect(sharesOf(shares)).toEqual([[1.25, 0, 2.5, 0.75, hole, 1.75]]);
  });

  test.each([
    ["of several series", groups, 'total = "2 series" is refused: it is not one series; '],
    ["of no series", tableOf([]), 'total = "0 series" is refused'],
    [
      "that is a bound",
      rollup(groups, { by: [], allowUpperBound: true }),
      'total = "an upper bound" is refused: what is divided by it would be too small; ',
    ],
    [
      "of another operation",
      tableOf([[1]], { operationId: "getMAUClientsideUsage" }),
      "it does not answer the question of the groups, getMAUTotalUsage, distinct, contexts, month-to-date, UTC; " +
        "give as total the answer without a breakdown.",
    ],
    [
      "of another aggregation",
      tableOf([[1]], { parameters: { aggregationType: "incremental" } }),
      'total = "getMAUTotalUsage, distinct, contexts, incremental, UTC" is refused',
    ],
    [
      "of other buckets",
      tableOf([[1]], { granularity: "hourly" }),
      'total = "hourly points" is refused: the table has daily points',
    ],
  ])("a total %s is refused", (_name, total, message) => {
    expect(() => share(groups, { total })).toThrow(message);
  });
});

test("the facts say what shares are: neither addable over time nor month-to-date", () => {
  const shares = share(tableOf([[1], [3]], counter));
  expect(shares.facts).toEqual({
    operationId: "getDataExportEventsUsage",
    measure: "unknown",
    unit: "share",
    aggregation: "unknown",
    additiveOverTime: false,
    additiveAcrossGroups: "yes",
    timeZone: "UTC",
    isUpperBound: false,
  });
  expect(sharesOf(rollup(shares, { by: [] }))).toEqual([[1]]);
  expect(sharesOf(share(shares))).toEqual([[0.25], [0.75]]);
  expect(() => pivot(shares, { index: "month", columns: "sdkName", aggregate: "sum" })).toThrow(/over time/);
  expect(() => pivot(shares, { index: "month", columns: "sdkName", aggregate: "month-end" })).toThrow(
    /needs month-to-date points/,
  );
});

test("a table without series stays one", () => {
  const empty = tableOf([]);
  expect(share(empty).columns).toEqual([]);
  expect(share(empty).notes).toEqual([]);
});
