import { refuseOption } from "@ldusage/types/errors";
import { largestEpochMs, utcDayStartMs } from "@ldusage/types/time";
import type { TimeRange } from "./time-range.ts";

const dayMs = 86_400_000;

/**
 * Reads a range from text, all in UTC:
 *
 * - a month, `2026-10`, or a day, `2026-10-31`: all of it
 * - `30d`: the last days up to now, as {@link lastDays} has them
 * - `a..b`: from the start of `a` to the end of `b`. Each is a month, a day, or a time with an offset such as
 *   `2026-10-31T12:00Z`, which has no length; `now` may be the end. Months and days that are named are inside:
 *   `2026-01..2026-03` is three months, `2026-10-01..2026-10-31` is October.
 *
 * @param text The range.
 * @param nowMs The current time in epoch milliseconds; needed for `30d` and `now` alone.
 * @throws UsageInputError when the text is none of these, names a day that does not exist, or ends before it starts.
 *
 * @example
 * ```ts
 * import { parseRange } from "@ldusage/helpers";
 *
 * const { fromMs, toMs } = parseRange("2026-01..2026-03");
 * new Date(fromMs).toISOString(); //=> "2026-01-01T00:00:00.000Z"
 * new Date(toMs).toISOString(); //=> "2026-04-01T00:00:00.000Z"
 * ```
 */
export function parseRange(text: string, nowMs: number = Number.NaN): TimeRange {
  const [start = "", end = start, ...others] = String(text).split("..");
  const isDays = /^[1-9]\d*d$/.test(start);
  const isUpToNow = isDays || end === "now";
  const fromMs = isDays
    ? utcDayStartMs(nowMs - 1) - (Number.parseInt(start, 10) - 1) * dayMs
    : readPeriod(start).fromMs;
  const toMs = isUpToNow ? nowMs : readPeriod(end).toMs;
  const isRange = others.length === 0 && start !== "now" && (!isDays || start === end);
  // A month has just begun when now is where it starts.
  const isForward = fromMs < toMs || (isUpToNow && fromMs === toMs);
  if (isRange && isForward && fromMs >= -largestEpochMs) return { fromMs, toMs };
  let rule = "it is not a range, or names a day that does not exist";
  if (isRange && isUpToNow && Number.isNaN(nowMs)) rule = "it needs nowMs, the current time";
  else if (isRange && fromMs >= toMs) rule = "it ends before it starts, or where it does";
  throw refuseOption("range", text, rule, 'give "2026-10", "2026-10-31", "30d" or "2026-01..2026-03"');
}

const period = /^(\d{4}-\d\d)(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?$/;

/** A month, a day, or a time, which starts and ends at once; not a number where it is none. */
function readPeriod(text: string): TimeRange {
  const [, month = " ", day, time] = period.exec(text) ?? [];
  const fromMs = Date.parse(text);
  const date = new Date(time === undefined ? fromMs : Date.parse(text.slice(0, "YYYY-MM-DD".length)));
  // Date.parse reads much more than ISO 8601, and takes 30 February for a day of March.
  if (Number.isNaN(fromMs) || !date.toISOString().startsWith(month))
    return { fromMs: Number.NaN, toMs: Number.NaN };
  if (time !== undefined) return { fromMs, toMs: fromMs };
  const next = day === undefined ? date.setUTCMonth(date.getUTCMonth() + 1) : fromMs + dayMs;
  return { fromMs, toMs: next };
}
