import { refuseOption } from "@ldusage/types/errors";
import { checkChoice } from "../options/check-option.ts";
import type { RowGroup } from "../resample/row-groups.ts";
import { countIn, type Tally } from "../resample/tally.ts";
import { isMonthToDate } from "../series/point-kind.ts";
import { hasHole, type RowSpan, reducePoints, requireSums } from "../series/reduce-points.ts";
import type { SeriesColumn, SeriesFacts } from "../series/series-table.ts";
import type { AddedSeries } from "./add-series.ts";

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
  const { aggregation = facts.measure } = facts;
  const wayOut = 'use "month-end", "last" or "max"';
  if (aggregate === "sum") requireSums(facts, wayOut);
  if (aggregate === "mean" && aggregation === "month-to-date") {
    const rule = "month-to-date points grow over their month, so their mean says nothing";
    throw refuseOption("aggregate", aggregate, rule, wayOut);
  }
  if (aggregate === "month-end" && !(index === "month" && isMonthToDate(facts))) {
    const rule = `it needs month-to-date points and months as index, not ${aggregation} points by ${index}`;
    throw refuseOption("aggregate", aggregate, rule, "ask for these, or use another aggregate");
  }
}

/** A column of a pivot table: its series and their sum. */
export interface PivotColumn {
  readonly label: string;
  readonly members: readonly SeriesColumn[];
  readonly sum: AddedSeries;
}

/** A row of a pivot table: its rows of the series, and the time that it covers. */
export interface PivotRow extends RowGroup {
  readonly label: string;
}

/** The points of some series in some rows as one value. Several series are added; that they may be is checked before. */
export function aggregateCell(
  { members, sum }: PivotColumn,
  row: PivotRow,
  aggregate: Aggregate,
  gaps: Tally,
): number {
  if (aggregate === "month-end") return monthEnds(members, row);
  const value = reducePoints(sum.values, row, aggregate);
  const hasGap =
    (aggregate === "sum" && hasHole(sum.values, row)) ||
    (sum.hasGaps && members.some(({ values }) => hasHole(values, row)));
  if (hasGap && !Number.isNaN(value)) countIn(gaps, row.fromMs);
  return value;
}

/** Adds what each series reached in the month: one that ends early has still reached it. */
function monthEnds(members: readonly SeriesColumn[], span: RowSpan): number {
  let total = Number.NaN;
  for (const { values } of members) {
    const largest = reducePoints(values, span, "max");
    if (!Number.isNaN(largest)) total = Number.isNaN(total) ? largest : total + largest;
  }
  return total;
}
