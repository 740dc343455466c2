import { utcMonthStartMs } from "@ldusage/types/time";
import { checkTime } from "./check-range.ts";
import type { TimeRange } from "./time-range.ts";

/**
 * From the start of the calendar month of UTC to now.
 *
 * @param nowMs The current time in epoch milliseconds.
 * @throws UsageInputError when `nowMs` is not a point in time.
 *
 * @example
 * ```ts
 * import { monthToDate } from "@ldusage/helpers";
 *
 * const { fromMs } = monthToDate(Date.parse("2026-03-10T12:00:00Z"));
 * new Date(fromMs).toISOString(); //=> "2026-03-01T00:00:00.000Z"
 * ```
 */
export function monthToDate(nowMs: number): TimeRange {
  checkTime("nowMs", nowMs);
  return { fromMs: utcMonthStartMs(nowMs), toMs: nowMs };
}
