import { refuseOption } from "@ldusage/types/errors";
import { billingMonth } from "../ranges/billing-month.ts";
import { keepRange } from "../series/keep-range.ts";
import { notesOnKind } from "../series/point-kind.ts";
import { reducePoints } from "../series/reduce-points.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { monthLabel, sumsPoints } from "./usage-month.ts";

/** The last UTC calendar month that the only series of a total has a point in, as `YYYY-MM`. */
export function lastMonth({ timeMs, columns }: SeriesTable): string {
  const row = columns[0]?.values.findLastIndex((value) => !Number.isNaN(value)) ?? -1;
  const lastMs = timeMs[row];
  if (lastMs !== undefined) return monthLabel(lastMs);
  throw refuseOption("total", "a series without points", "it has no month to share out", "ask for points");
}

/**
 * What each series of a table reached in a month, `NaN` where it has no point: its largest point, or the sum of its
 * increments.
 */
export function monthTotals(table: SeriesTable, month: string): { totals: number[]; notes: string[] } {
  const isSum = sumsPoints(table.facts);
  const { timeMs, partial, columns } = keepRange(table, billingMonth(month));
  const span = { firstRow: 0, endRow: timeMs.length };
  let low = 0;
  const totals = columns.map(({ values }) => {
    const total = reducePoints(values, span, isSum ? "sum" : "max");
    if (!isSum && reducePoints(values, span, "last") < total) low += 1;
    return total;
  });
  const notes = notesOnKind(table.facts);
  if (partial.includes(true)) notes.push(`${month} was still running when it was asked for.`);
  if (low > 0) {
    notes.push(`The last point of ${low} series is below the largest of ${month}, which counts.`);
  }
  return { totals, notes };
}
