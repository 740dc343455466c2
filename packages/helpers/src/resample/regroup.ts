import type { Granularity } from "@ldusage/types/catalog";
import { refuseOption } from "@ldusage/types/errors";
import { utcMonthStartMs } from "@ldusage/types/time";
import type { Dimensions, SeriesColumn, SeriesFacts, SeriesTable } from "../series/series-table.ts";
import { coverage, groupRows, type RowBuckets, type RowGroup, rowBuckets } from "./row-groups.ts";
import { countIn, isoTime, newTally, type Tally, tallyNote } from "./tally.ts";

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
  if (reduction === "sum") refuseOverlaps(table, buckets);
  if (table.facts.aggregation === "month-to-date" && reduction !== "last")
    refuseCrossings(groups, granularity);
  const withHoles = newTally();
  const lowLast = newTally();
  const replaced: ReplacedPoint[] = [];
  const columns = table.columns.map((column) => {
    const { dimensions } = column;
    const values = reduceRows(column, groups, reduction, withHoles);
    if (reduction === "reached") {
      for (const [index, lastValue] of reduceRows(column, groups, "last").entries()) {
        const [value = Number.NaN, timeMs = Number.NaN] = [values[index], groups[index]?.fromMs];
        if (!(lastValue < value)) continue;
        replaced.push({ dimensions, timeMs, lastValue, value });
        countIn(lowLast, timeMs);
      }
    }
    return { dimensions, values };
  });
  const { partial, notes } = coverage(table, groups, buckets, reduction === "reached");
  return {
    facts: reducedFacts(table.facts, reduction),
    timeMs: Float64Array.from(groups, ({ fromMs }) => fromMs),
    granularities: groups.map(() => granularity),
    partial,
    columns,
    notes: [
      ...table.notes,
      ...notes,
      ...notesOnWidths(table, reduction),
      ...(reduction === "sum" ? tallyNote("Sums that leave out holes", withHoles) : []),
      ...tallyNote("Values whose last point is below what was reached before it", lowLast),
    ],
    replaced,
  };
}

function reduceRows(
  { values }: SeriesColumn,
  groups: readonly RowGroup[],
  reduction: Reduction,
  withHoles: Tally = newTally(),
): Float64Array {
  const reduced = new Float64Array(groups.length).fill(Number.NaN);
  for (const [index, { fromMs, firstRow, endRow }] of groups.entries()) {
    let result = Number.NaN;
    let holes = 0;
    for (let row = firstRow; row < endRow; row += 1) {
      const value = values[row] ?? Number.NaN;
      if (Number.isNaN(value)) holes += 1;
      else if (Number.isNaN(result) || reduction === "last") result = value;
      else if (reduction === "sum") result += value;
      else if (reduction === "min" ? value < result : value > result) result = value;
    }
    if (holes > 0 && !Number.isNaN(result)) countIn(withHoles, fromMs);
    reduced[index] = result;
  }
  return reduced;
}

/** What the numbers have become: one amount out of many does not stand for the bucket, so it may not be added. */
function reducedFacts(facts: SeriesFacts, reduction: Reduction): SeriesFacts {
  const { aggregation, additiveOverTime } = facts;
  const isKept =
    reduction === "sum" ||
    reduction === "reached" ||
    (aggregation === "month-to-date" && reduction !== "min") ||
    !(additiveOverTime || aggregation === "incremental" || aggregation === "month-to-date");
  return isKept ? facts : { ...facts, aggregation: "unknown", additiveOverTime: false };
}

// After a change of widths a coarse bucket may hold what the finer ones after it hold too.
function refuseOverlaps({ timeMs }: SeriesTable, { startMs, endMs }: RowBuckets): void {
  const row = startMs.findIndex((start, index) => (endMs[index - 1] ?? Number.NaN) > start);
  if (row === -1) return;
  const rule = `it is inside the bucket of the point at ${isoTime(timeMs[row - 1] ?? 0)}, so it would count twice`;
  throw refuseOption("table", new Date(timeMs[row] ?? 0), rule, "remove one of the two");
}

function refuseCrossings(groups: readonly RowGroup[], granularity: Granularity): void {
  const group = groups.find(({ fromMs, toMs }) => utcMonthStartMs(fromMs) !== utcMonthStartMs(toMs - 1));
  if (group === undefined) return;
  const rule = `its bucket at ${isoTime(group.fromMs)} crosses the start of a month, where the count begins anew`;
  throw refuseOption("options.granularity", granularity, rule, 'use "monthly", or the aggregate "last"');
}

/** Sizes of points of different widths say nothing about each other, but for counts from a common start. */
function notesOnWidths({ granularities }: SeriesTable, reduction: Reduction): string[] {
  const found = new Set(granularities);
  if (reduction === "sum" || reduction === "reached" || found.size < 2) return [];
  return [`Points are ${[...found].join(" and ")}: "${reduction}" compares or mixes them.`];
}
