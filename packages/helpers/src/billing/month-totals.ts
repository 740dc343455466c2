import { refuseOption } from "@ldusage/types/errors";
import { nextUtcMonthStartMs, utcMonthStartMs } from "@ldusage/types/time";
import type { TimeRange } from "../ranges/time-range.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { monthLabel, notesOnKind, pointKind } from "./usage-month.ts";

export interface MonthRange extends TimeRange {
  readonly label: string;
}

/** A month by its name, or the last one that a series of a table has a point in. */
export function monthOf(name: string | undefined, { timeMs, columns }: SeriesTable): MonthRange {
  const lastRow = columns[0]?.values.findLastIndex((value) => !Number.isNaN(value)) ?? -1;
  const givenMs = /^\d{4}-(0[1-9]|1[0-2])$/.test(name ?? "") ? Date.parse(`${name}-01`) : Number.NaN;
  const fromMs = name === undefined ? utcMonthStartMs(timeMs[lastRow] ?? Number.NaN) : givenMs;
  if (!Number.isNaN(fromMs)) return { fromMs, toMs: nextUtcMonthStartMs(fromMs), label: monthLabel(fromMs) };
  const rule = name === undefined ? "the total has no point" : "it is not a month";
  throw refuseOption("month", name, rule, 'write it like "2026-01", for a month of the total');
}

/** What each series of a table reached in a month: the largest month-to-date point, or the sum of increments. */
export function monthTotals(
  { timeMs, partial, columns, facts }: SeriesTable,
  { fromMs, toMs, label }: MonthRange,
): { totals: number[]; notes: string[] } {
  const isSum = pointKind(facts) === "incremental";
  let start = 0;
  while ((timeMs[start] ?? toMs) < fromMs) start += 1;
  let end = start;
  let isRunning = false;
  for (; (timeMs[end] ?? toMs) < toMs; end += 1) isRunning ||= partial[end] === true;
  let low = 0;
  const totals = columns.map(({ values }) => {
    let total = Number.NaN;
    let last = Number.NaN;
    for (let row = start; row < end; row += 1) {
      const value = values[row] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      last = value;
      if (Number.isNaN(total)) total = value;
      else if (isSum) total += value;
      else if (value > total) total = value;
    }
    if (!isSum && last < total) low += 1;
    return total;
  });
  const notes = notesOnKind(facts);
  if (isRunning) notes.push(`${label} was still running when it was asked for.`);
  if (low > 0) {
    notes.push(`The last point of ${low} series is below the largest of ${label}, which counts.`);
  }
  return { totals, notes };
}
