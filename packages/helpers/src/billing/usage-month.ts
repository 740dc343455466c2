import { refuseOption } from "@ldusage/types/errors";
import { nextUtcMonthStartMs, utcMonthStartMs } from "@ldusage/types/time";
import { refuseOverlaps, requireWidths, rowBuckets } from "../resample/row-groups.ts";
import { countIn, newTally, type Tally, tallyNotes } from "../resample/tally.ts";
import { describeFacts } from "../series/describe-facts.ts";
import { isMonthToDate, notesOnKind } from "../series/point-kind.ts";
import type { SeriesColumn, SeriesFacts, SeriesTable } from "../series/series-table.ts";

export const dayMs = 86_400_000;

/** One UTC month of one series, day by day. */
export interface UsageMonth {
  readonly startMs: number;
  /** What the month had reached at the end of each day; `NaN` where the day has no point to go by. */
  readonly reached: Float64Array;
  /** What each whole day added; `NaN` where that cannot be told. */
  readonly added: Float64Array;
  /** Days from the first to the last whole one with a point to go by. */
  readonly wholeDays: number;
  /** Whether its last day has a point and had ended. */
  readonly isWhole: boolean;
  /** What the month has reached: its largest point, or the sum of its increments. */
  readonly total: number;
}

/** Whether the points of a series are added for a month; of month-to-date points the largest is taken. */
export function sumsPoints(facts: SeriesFacts): boolean {
  if (facts.timeZone !== "UTC") {
    throw refuseOption("table", facts.timeZone, "it has days of another time zone", "ask for days of UTC");
  }
  if (isMonthToDate(facts)) return false;
  if (facts.additiveOverTime) return true;
  const rule = "its points say nothing of a month as a whole";
  throw refuseOption("table", describeFacts(facts), rule, "ask for month-to-date points");
}

interface Days {
  readonly startMs: number;
  readonly points: Float64Array;
  /** Whether each day was still running. */
  readonly running: boolean[];
}

/**
 * The months of a series by their start, in order of time. Points after `nowMs` are left out. Sums need buckets that do
 * not overlap, and the running month from its start.
 */
export function usageMonths(
  table: SeriesTable,
  { values }: SeriesColumn,
  nowMs: number,
): { months: Map<number, UsageMonth>; notes: string[] } {
  const { timeMs, partial, granularities, facts } = table;
  const isSum = sumsPoints(facts);
  const months = new Map<number, Days>();
  for (const [row, time] of timeMs.entries()) {
    const width = granularities[row];
    if (width === "monthly" || width === "weekly") {
      throw refuseOption("table", width, "its points are wider than a day", "ask for daily points");
    }
    const value = values[row] ?? Number.NaN;
    const startMs = utcMonthStartMs(time);
    if (Number.isNaN(value) || time > nowMs) continue;
    const days = months.get(startMs) ?? { startMs, points: emptyDays(startMs), running: [] };
    months.set(startMs, days);
    const day = Math.floor((time - startMs) / dayMs);
    const known = days.points[day] ?? Number.NaN;
    if (Number.isNaN(known)) days.points[day] = value;
    else days.points[day] = isSum ? known + value : Math.max(known, value);
    if (partial[row] === true || startMs + (day + 1) * dayMs > nowMs) days.running[day] = true;
  }
  if (isSum) checkSums(table, values, nowMs);
  const low = newTally("Points below what their month had reached do not count");
  const result = new Map(Array.from(months, ([startMs, days]) => [startMs, readMonth(days, isSum, low)]));
  return { months: result, notes: [...notesOnKind(facts), ...tallyNotes(low)] };
}

/** Refuses sums that would count twice, or that begin inside the running month. */
function checkSums(table: SeriesTable, values: Float64Array, nowMs: number): void {
  requireWidths(table);
  const buckets = rowBuckets(table);
  refuseOverlaps(table, buckets);
  const first = values.findIndex((value) => !Number.isNaN(value));
  const firstMs = buckets.startMs[first] ?? 0;
  const monthMs = utcMonthStartMs(nowMs);
  if (firstMs > monthMs && firstMs <= nowMs) {
    const rule = `it begins inside ${monthLabel(monthMs)}, and what came before in it is not known`;
    throw refuseOption("table", dayLabel(firstMs), rule, "ask for points from earlier on");
  }
}

function emptyDays(startMs: number): Float64Array {
  return new Float64Array((nextUtcMonthStartMs(startMs) - startMs) / dayMs).fill(Number.NaN);
}

/**
 * What a month has reached is the sum of its increments, or the largest of its month-to-date points. Of these a zero,
 * or a low last point, is no point: series have ended so while the month was running.
 */
function readMonth({ startMs, points, running }: Days, isSum: boolean, low: Tally): UsageMonth {
  const reached = new Float64Array(points.length).fill(Number.NaN);
  const added = reached.slice();
  const last = points.findLastIndex((point) => !Number.isNaN(point));
  let total = 0;
  // The days up to the last whole one that has a point.
  let wholeDays = 0;
  for (const [day, point] of points.entries()) {
    if (Number.isNaN(point)) continue;
    if (!isSum && point < total) {
      countIn(low, startMs + day * dayMs);
      if (point === 0 || day === last) continue;
    }
    const growth = isSum ? point : Math.max(0, point - total);
    total = isSum ? total + point : Math.max(total, point);
    reached[day] = total;
    if (running[day] === true) continue;
    // What a day added to a month-to-date point can be told only after a whole day.
    if (isSum || day === wholeDays) added[day] = growth;
    wholeDays = day + 1;
  }
  const isWhole =
    last === points.length - 1 && running[last] !== true && !(isSum && Number.isNaN(points[0] ?? Number.NaN));
  if (isWhole) reached[last] = total;
  return { startMs, reached, added, wholeDays, isWhole, total };
}

export function dayLabel(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, -"T00:00:00.000Z".length);
}

export function monthLabel(timeMs: number): string {
  return dayLabel(timeMs).slice(0, -"-01".length);
}

/** The middle of some numbers; `NaN` of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}
