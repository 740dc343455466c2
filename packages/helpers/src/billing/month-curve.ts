import { refuseOption } from "@ldusage/types/errors";
import type { Outlook } from "./outlook.ts";
import { median, monthLabel, type UsageMonth } from "./usage-month.ts";

/**
 * The rest of a month from the curves of past ones. Months of different lengths are compared at the same elapsed
 * part, between two days in a straight line: so the last day of each is all of it, and even use is met exactly.
 */
export function monthCurve(month: UsageMonth, past: readonly UsageMonth[], minimumMonths: number): Outlook {
  const { wholeDays: elapsed, reached } = month;
  const days = reached.length;
  const used = past.filter((other) => other.isWhole && shareAt(other, elapsed, days) > 0);
  if (used.length < minimumMonths || elapsed === 0) throw tooShort(month, used.length, minimumMonths);
  const shares = used.map((other) => shareAt(other, elapsed, days));
  const base = reached[elapsed - 1] ?? 0;
  const value = base / median(shares);
  let floor = base;
  const values = Array.from({ length: days - elapsed }, (_, index) => {
    const day = elapsed + index;
    const point = reached[day] ?? Number.NaN;
    if (point > floor) floor = point;
    return Math.max(floor, value * median(used.map((other) => shareAt(other, day + 1, days))));
  });
  const left = past.filter((other) => !used.includes(other)).map(({ startMs }) => monthLabel(startMs));
  return {
    method: "month-curve",
    low: Math.max(floor, base / Math.max(...shares)),
    high: Math.max(floor, base / Math.min(...shares)),
    values,
    monthsUsed: used.length,
    weeksUsed: undefined,
    errors: errorsOf(shares),
    notes:
      left.length === 0 ? [] : [`Not used, as their points do not tell their curve: ${left.join(", ")}.`],
  };
}

/** What each month's forecast from the other ones would have been wrong by. */
function errorsOf(shares: readonly number[]): number[] {
  if (shares.length < 2) return [];
  return shares.map((share, index) => Math.abs(share / median(shares.toSpliced(index, 1)) - 1));
}

/** The share of its end that a whole month had reached after `elapsed` of `days` days; `NaN` where it cannot be told. */
function shareAt({ reached, total }: UsageMonth, elapsed: number, days: number): number {
  const position = (elapsed * reached.length) / days;
  const valueAt = (day: number): number => (day === 0 ? 0 : (reached[day - 1] ?? Number.NaN));
  let before = Math.floor(position);
  while (Number.isNaN(valueAt(before))) before -= 1;
  let after = Math.ceil(position);
  while (Number.isNaN(valueAt(after)) && after < reached.length) after += 1;
  // Nothing is known of days before the first point.
  if (before === 0 && after > 1) return Number.NaN;
  const step = after === before ? 0 : (position - before) / (after - before);
  return (valueAt(before) + step * (valueAt(after) - valueAt(before))) / total;
}

function tooShort({ startMs, wholeDays }: UsageMonth, used: number, needed: number): Error {
  const label = monthLabel(startMs);
  return wholeDays === 0
    ? refuseOption("table", `no whole day of ${label}`, "the month has only begun", "ask again a day later")
    : refuseOption(
        "table",
        `${used} whole months before ${label}`,
        `the forecast needs the curves of ${needed}`,
        "ask for points from earlier on",
      );
}
