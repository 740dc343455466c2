import type { Granularity } from "@ldusage/types/catalog";
import { refuseOption } from "@ldusage/types/errors";
import { utcMonthStartMs } from "@ldusage/types/time";
import { hasHole, notesOnWidths, reducePoints } from "../series/reduce-points.ts";
import type { Dimensions, SeriesFacts, SeriesTable } from "../series/series-table.ts";
import { coverage, groupRows, type RowGroup, refuseOverlaps, rowBuckets } from "./row-groups.ts";
import { countIn, isoTime, newTally, type Tally, tallyNotes } from "./tally.ts";

/** How the points of a bucket become one; `reached` is the largest one of a count that only grows. */
export type Reduction = "sum" | "last" | "max" | "min" | "reached";

/**
 * A month whose last point is not the value that was used.
 *
 * @example
 * ```ts
 * import type { ReplacedPoint } from "@ldusage/helpers";
 *
 * const point: ReplacedPoint = { dimensions: {}, timeMs: 1740787200000, lastValue: 0, value: 120 };
 * point.value - point.lastValue; //=> 120
 * ```
 */
export interface ReplacedPoint {
  /** The series. */
  readonly dimensions: Dimensions;
  /** Start of the month in epoch milliseconds. */
  readonly timeMs: number;
  /** The last point of the month. */
  readonly lastValue: number;
  /** The largest point of the month, which was used. */
  readonly value: number;
}

/** A table in wider buckets. Whether its points may be reduced so is checked before. */
export function regroup(
  table: SeriesTable,
  granularity: Granularity,
  reduction: Reduction,
): SeriesTable & { readonly replaced: readonly ReplacedPoint[] } {
  const buckets = rowBuckets(table);
  const groups = groupRows(table, granularity, buckets);
  const isToDate = table.facts.aggregation === "month-to-date";
  if (reduction === "sum") refuseOverlaps(table, buckets);
  if (isToDate && reduction !== "last") refuseCrossings(groups, granularity);
  const withHoles = newTally("Sums that leave out holes");
  const isReached = reduction === "reached";
  const low = newTally(
    isReached
      ? "Values whose last point is below what was reached before it"
      : "Last points below what their month had reached",
  );
  const months = isToDate && reduction === "last" ? table.timeMs.map(utcMonthStartMs) : undefined;
  const replaced: ReplacedPoint[] = [];
  const columns = table.columns.map(({ dimensions, values: points }) => {
    const values = new Float64Array(groups.length);
    for (const [index, group] of groups.entries()) {
      const timeMs = group.fromMs;
      const value = reducePoints(points, group, isReached ? "max" : reduction);
      values[index] = value;
      if (reduction === "sum" && !Number.isNaN(value) && hasHole(points, group)) countIn(withHoles, timeMs);
      const lastValue = isReached ? reducePoints(points, group, "last") : value;
      if (lastValue < value) {
        replaced.push({ dimensions, timeMs, lastValue, value });
        countIn(low, timeMs);
      }
    }
    if (months !== undefined) countLowLasts(points, months, groups, low);
    return { dimensions, values };
  });
  const { partial, notes } = coverage(table, groups, buckets, isReached);
  return {
    facts: reducedFacts(table.facts, reduction),
    timeMs: Float64Array.from(groups, ({ fromMs }) => fromMs),
    granularities: groups.map(() => granularity),
    partial,
    columns,
    notes: [
      ...table.notes,
      ...notes,
      ...(isReached || reduction === "sum" ? [] : notesOnWidths(table, reduction)),
      ...tallyNotes(withHoles, low),
    ],
    replaced,
  };
}

/** Counts the buckets whose last point is below an earlier one of its month, also of a bucket before. */
function countLowLasts(
  points: Float64Array,
  months: Float64Array,
  groups: readonly RowGroup[],
  low: Tally,
): void {
  let reached = 0;
  for (const { fromMs, firstRow, endRow } of groups) {
    let isLow = false;
    for (let row = firstRow; row < endRow; row += 1) {
      if (months[row] !== months[row - 1]) reached = 0;
      const point = points[row] ?? Number.NaN;
      if (Number.isNaN(point)) continue;
      isLow = point < reached;
      if (!isLow) reached = point;
    }
    if (isLow) countIn(low, fromMs);
  }
}

/** What the numbers have become: one amount out of many does not stand for the bucket, so it may not be added. */
function reducedFacts(facts: SeriesFacts, reduction: Reduction): SeriesFacts {
  const { aggregation, additiveOverTime } = facts;
  const isKept =
    reduction === "sum" ||
    (aggregation === "month-to-date"
      ? reduction !== "min"
      : !(additiveOverTime || aggregation === "incremental"));
  return isKept ? facts : { ...facts, aggregation: "unknown", additiveOverTime: false };
}

function refuseCrossings(groups: readonly RowGroup[], granularity: Granularity): void {
  const group = groups.find(({ fromMs, toMs }) => utcMonthStartMs(fromMs) !== utcMonthStartMs(toMs - 1));
  if (group === undefined) return;
  const rule = `its bucket at ${isoTime(group.fromMs)} crosses a month, where the count begins anew`;
  throw refuseOption("options.granularity", granularity, rule, 'use "monthly", or the aggregate "last"');
}
