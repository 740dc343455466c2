import { refuseOption } from "@ldusage/types/errors";
import { utcMonthStartMs } from "@ldusage/types/time";
import { billingMonth } from "../ranges/billing-month.ts";
import { coverage, groupRows, refuseOverlaps, requireWidths, rowBuckets } from "../resample/row-groups.ts";
import { keepRange } from "../series/keep-range.ts";
import { notesOnKind } from "../series/point-kind.ts";
import { reducePoints } from "../series/reduce-points.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { dayMs, monthLabel, sumsPoints } from "./usage-month.ts";

/** The last UTC calendar month that the only series of a total has a point in, as `YYYY-MM`. */
export function lastMonth({ timeMs, columns }: SeriesTable): string {
  const row = columns[0]?.values.findLastIndex((value) => !Number.isNaN(value)) ?? -1;
  const lastMs = timeMs[row];
  if (lastMs !== undefined) return monthLabel(lastMs);
  throw refuseOption("total", "a series without points", "it has no month to share out", "ask for points");
}

interface MonthTotals {
  /** By series; `NaN` where one has no point. */
  readonly totals: number[];
  readonly isPartial: boolean | undefined;
  readonly notes: string[];
}

/**
 * What each series of a table reached in a month: its largest point, or the sum of its increments. Refuses points that
 * reach beyond the month, and sums of ones that overlap.
 */
export function monthTotals(table: SeriesTable, month: string, name: "groups" | "total"): MonthTotals {
  const isSum = sumsPoints(table.facts);
  const kept = pointsOf(table, month, isSum);
  const span = { firstRow: 0, endRow: kept.timeMs.length };
  const { rows, isPartial } = wholenessOf(kept, isSum);
  const needed = isSum ? rows : rows.slice(-1);
  let low = 0;
  let lacking = 0;
  const totals = kept.columns.map(({ values }) => {
    const total = reducePoints(values, span, isSum ? "sum" : "max");
    if (!isSum && reducePoints(values, span, "last") < total) low += 1;
    if (!Number.isNaN(total) && needed.some((row) => Number.isNaN(values[row]))) lacking += 1;
    return total;
  });
  const notes = notesOnKind(table.facts);
  if (isPartial === true) {
    const part = isSum ? "some of its time" : "its end";
    notes.push(`${month} is not whole in the ${name}: it was still running, or lacks points for ${part}.`);
  }
  if (lacking > 0) {
    notes.push(`${lacking} series lack points for ${isSum ? "some" : "the end"} of ${month}.`);
  }
  if (low > 0) {
    notes.push(`The last point of ${low} series is below the largest of ${month}, which counts.`);
  }
  return { totals, isPartial, notes };
}

function pointsOf(table: SeriesTable, month: string, isSum: boolean): SeriesTable {
  const { fromMs, toMs } = billingMonth(month);
  // A week that begins before the month may reach into it.
  const near = keepRange(table, { fromMs: fromMs - 7 * dayMs, toMs });
  groupRows(near, "monthly", rowBuckets(near));
  const kept = keepRange(near, { fromMs, toMs });
  if (isSum) {
    requireWidths(kept);
    refuseOverlaps(kept, rowBuckets(kept));
  }
  return kept;
}

/** The rows that some series has a point in, and whether the month lacks some that it needs. */
function wholenessOf(
  { facts, timeMs, granularities, partial, columns }: SeriesTable,
  isSum: boolean,
): { rows: number[]; isPartial: boolean | undefined } {
  const fromMs = utcMonthStartMs(timeMs[0] ?? 0);
  const rows = [...timeMs.keys()].filter((row) => columns.some(({ values }) => !Number.isNaN(values[row])));
  const told: SeriesTable = {
    ...{ facts, columns: [], notes: [] },
    timeMs: Float64Array.from(rows, (row) => timeMs[row] ?? 0),
    // Of unknown width, one at the start of a month may be all of it, and no other one is wider than a day.
    granularities: rows.map((row) => granularities[row] ?? (timeMs[row] === fromMs ? undefined : "daily")),
    partial: rows.map((row) => partial[row]),
  };
  const buckets = rowBuckets(told);
  const found = coverage(told, groupRows(told, "monthly", buckets), buckets, !isSum);
  return { rows, isPartial: rows.length === 0 || found.notes.length > 0 || found.partial[0] };
}
