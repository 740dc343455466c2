import { refuseOption } from "@ldusage/types/errors";
import { NonAdditiveError } from "../errors/non-additive-error.ts";
import type { SeriesColumn, SeriesFacts } from "../series/series-table.ts";
import { checkChoice } from "./check-choice.ts";
import { addSeries } from "./group-series.ts";

/**
 * How several points become one value.
 *
 * - `month-end`: what a month-to-date series reached in the month. This is the largest point, not the last:
 *   the last day has been seen as zero while the month was still running.
 * - `sum`: only where points add up over time.
 * - `mean`: of the points that are there; not of month-to-date points, which grow over their month.
 * - `first`, `last`, `max`, `min`: one of the points.
 *
 * @example
 * ```ts
 * import type { Aggregate, SeriesTable } from "@ldusage/helpers";
 *
 * function aggregateOf({ facts }: SeriesTable): Aggregate {
 *   if (facts.additiveOverTime) return "sum";
 *   return facts.aggregation === "month-to-date" ? "month-end" : "max";
 * }
 * ```
 */
export type Aggregate = "month-end" | "sum" | "mean" | "first" | "last" | "max" | "min";

/** Refuses an aggregate that would give a wrong number. */
export function checkAggregate(
  facts: SeriesFacts,
  { index, aggregate }: { index: string; aggregate: Aggregate },
): void {
  checkChoice("index", index, ["time", "day", "month"]);
  checkChoice("aggregate", aggregate, ["month-end", "sum", "mean", "first", "last", "max", "min"]);
  if (aggregate === "sum" && !facts.additiveOverTime) {
    const what = facts.aggregation === undefined ? facts.measure : `${facts.measure}, ${facts.aggregation}`;
    throw new NonAdditiveError("time", `the points (${what}) overlap`, 'use "month-end", "last" or "max"');
  }
  if (aggregate === "mean" && facts.aggregation === "month-to-date") {
    const rule = "month-to-date points grow over their month, so their mean says nothing";
    throw refuseOption("aggregate", aggregate, rule, 'use "month-end", "last" or "max"');
  }
  // Of a response whose operation is not known, the caller must know what its points are.
  const isMonthToDate = facts.aggregation === "month-to-date" || facts.operationId === undefined;
  const fits = index === "month" && isMonthToDate;
  if (aggregate === "month-end" && !fits) {
    const rule = `it needs month-to-date points and months as index, not ${facts.aggregation ?? facts.measure} points by ${index}`;
    throw refuseOption(
      "aggregate",
      aggregate,
      rule,
      "ask for month-to-date points, or use another aggregate",
    );
  }
}

/** One column of a pivot table. */
export interface AggregatedColumn {
  /** A value for each row of the pivot table, `NaN` where there is none. */
  readonly values: Float64Array;
  /** By row, where a reader should look twice. */
  readonly notes: ReadonlyMap<number, readonly string[]>;
}

/**
 * The points of some series as one value for each row, which holds the points at some times. Several series are
 * added; that they may be is checked before.
 */
export function aggregateColumn(
  members: readonly SeriesColumn[],
  rows: readonly (readonly number[])[],
  aggregate: Aggregate,
): AggregatedColumn {
  if (aggregate === "month-end") return monthEnds(members, rows);
  const sum = addSeries(members);
  const values = reduceRows(sum.values, rows, aggregate);
  const notes = new Map<number, string[]>();
  if (aggregate === "sum" || !sum.hasGaps) return { values, notes };
  for (const [row, times] of rows.entries()) {
    const isHole = ({ values: points }: SeriesColumn): boolean => times.some((time) => isNaNAt(points, time));
    if (Number.isNaN(values[row] ?? Number.NaN) || !members.some(isHole)) continue;
    notes.set(row, ["some of the added series have no point at some of the times"]);
  }
  return { values, notes };
}

/** Adds what each series reached in the month: one that ends early has still reached it. */
function monthEnds(members: readonly SeriesColumn[], rows: readonly (readonly number[])[]): AggregatedColumn {
  const notes = new Map<number, string[]>();
  const columns = members.map(({ dimensions, values: points }) => {
    const values = reduceRows(points, rows, "max");
    for (const [row, last] of reduceRows(points, rows, "last").entries()) {
      const largest = values[row] ?? Number.NaN;
      if (!(last < largest)) continue;
      const note = `the last point is ${last}, below the ${largest} that the month had reached`;
      notes.set(row, [...(notes.get(row) ?? []), note]);
    }
    return { dimensions, values };
  });
  return { values: addSeries(columns).values, notes };
}

function reduceRows(
  points: Float64Array,
  rows: readonly (readonly number[])[],
  aggregate: Exclude<Aggregate, "month-end">,
): Float64Array {
  const values = new Float64Array(rows.length);
  for (const [row, times] of rows.entries()) values[row] = reduce(points, times, aggregate);
  return values;
}

/** The points at some times as one value; a hole where there is none. */
function reduce(
  points: Float64Array,
  times: readonly number[],
  aggregate: Exclude<Aggregate, "month-end">,
): number {
  let value = Number.NaN;
  let count = 0;
  for (const time of times) {
    const point = points[time] ?? Number.NaN;
    if (Number.isNaN(point)) continue;
    count += 1;
    value = count === 1 ? point : combine(value, point, aggregate);
  }
  return aggregate === "mean" ? value / count : value;
}

function combine(value: number, point: number, aggregate: Exclude<Aggregate, "month-end">): number {
  switch (aggregate) {
    case "max":
      return Math.max(value, point);
    case "min":
      return Math.min(value, point);
    case "first":
      return value;
    case "last":
      return point;
    default:
      return value + point;
  }
}

function isNaNAt(points: Float64Array, time: number): boolean {
  return Number.isNaN(points[time] ?? Number.NaN);
}
