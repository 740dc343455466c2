import { refuseOption } from "@ldusage/types/errors";
import type { Outlook } from "./outlook.ts";
import { dayMs, monthLabel, type UsageMonth } from "./usage-month.ts";

const weeks = 4;
// Written out, so that bundlers can drop it.
const windowDays = 28;

/** The days of a series, numbered from 1970-01-01. */
interface Days {
  readonly first: number;
  readonly added: ReadonlyMap<number, number>;
}

/** The rest of a month from what the same weekdays of the last four weeks added. */
export function weekdayRunRate(month: UsageMonth, past: readonly UsageMonth[]): Outlook {
  const days = daysOf([...past, month]);
  const elapsed = month.wholeDays;
  const week = lastWeeks(days, dayNumber(month, elapsed));
  if (week === undefined) throw tooShort(month, days);
  const ends = week.each.map((steps) => endOf(pathOf(month, elapsed, steps, month.reached)));
  return {
    method: "weekday-run-rate",
    low: Math.min(...ends),
    high: Math.max(...ends),
    values: pathOf(month, elapsed, week.mean, month.reached),
    monthsUsed: undefined,
    weeksUsed: weeks,
    errors: past.flatMap((other) => errorOf(other, days, elapsed / month.reached.length)),
    notes:
      week.unknown === 0
        ? []
        : [
            `What was added on ${week.unknown} of the last ${windowDays} days is not known: they are left out.`,
          ],
  };
}

function dayNumber({ startMs }: UsageMonth, day: number): number {
  return startMs / dayMs + day;
}

function daysOf(months: readonly UsageMonth[]): Days {
  const added = new Map<number, number>();
  let first = Number.POSITIVE_INFINITY;
  for (const month of months) {
    for (const [day, value] of month.added.entries()) {
      if (!Number.isNaN(value)) added.set(dayNumber(month, day), value);
    }
    const point = month.reached.findIndex((value) => !Number.isNaN(value));
    if (point !== -1) first = Math.min(first, dayNumber(month, point));
  }
  return { first, added };
}

interface Week {
  /** What each of the seven days adds, the one after the four weeks first. */
  readonly mean: readonly number[];
  /** The same for each of the four weeks; the mean where a day is not known. */
  readonly each: readonly (readonly number[])[];
  readonly unknown: number;
}

/** The four weeks before a day; `undefined` where they are not covered, or a weekday of them is not known. */
function lastWeeks({ first, added }: Days, today: number): Week | undefined {
  const start = today - windowDays;
  if (first > start) return undefined;
  const each = Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_day, day) => added.get(start + week * 7 + day)),
  );
  let unknown = 0;
  const mean = Array.from({ length: 7 }, (_, day) => {
    const known = each.flatMap((week) => week[day] ?? []);
    unknown += weeks - known.length;
    return known.reduce((left, right) => left + right, 0) / known.length;
  });
  if (mean.some(Number.isNaN)) return undefined;
  return {
    mean,
    each: each.map((week) => week.map((value, day) => value ?? mean[day] ?? 0)),
    unknown,
  };
}

/** What a month will have reached on each of its days after the first `elapsed` ones, and at least on the known ones. */
function pathOf(
  { reached }: UsageMonth,
  elapsed: number,
  week: readonly number[],
  known?: Float64Array,
): number[] {
  let total = elapsed === 0 ? 0 : (reached[elapsed - 1] ?? Number.NaN);
  return Array.from({ length: reached.length - elapsed }, (_, index) => {
    total += week[index % 7] ?? 0;
    const point = known?.[elapsed + index] ?? Number.NaN;
    if (point > total) total = point;
    return total;
  });
}

function endOf(path: readonly number[]): number {
  return path.at(-1) ?? 0;
}

/** The relative error of a past month's forecast after the same part of it; nothing where that cannot be told. */
function errorOf(month: UsageMonth, days: Days, part: number): number[] {
  const elapsed = Math.round(part * month.reached.length);
  const week = lastWeeks(days, dayNumber(month, elapsed));
  if (!month.isWhole || week === undefined) return [];
  const error = Math.abs(endOf(pathOf(month, elapsed, week.mean)) / month.total - 1);
  return Number.isFinite(error) ? [error] : [];
}

function tooShort(month: UsageMonth, { first }: Days): Error {
  const covered = Math.max(0, dayNumber(month, month.wholeDays) - first);
  return refuseOption(
    "table",
    `${covered} days up to the last whole one of ${monthLabel(month.startMs)}`,
    `it needs what was added in the ${windowDays} days before, on each weekday`,
    "ask for points from earlier on",
  );
}
