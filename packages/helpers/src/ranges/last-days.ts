import { refuseOption } from "@ldusage/types/errors";
import { utcDayStartMs } from "@ldusage/types/time";
import { checkTime } from "./check-range.ts";
import type { TimeRange } from "./time-range.ts";

const dayMs = 86_400_000;

/**
 * The last days of UTC up to now: the running one, as far as it has come, and the ones before it. At midnight exactly
 * all of them are whole.
 *
 * @param days How many days.
 * @param nowMs The current time in epoch milliseconds.
 * @throws UsageInputError when `days` is not a whole number from 1, or `nowMs` is not a point in time.
 *
 * @example
 * ```ts
 * import { lastDays } from "@ldusage/helpers";
 *
 * const { fromMs } = lastDays(30, Date.parse("2026-03-10T12:00:00Z"));
 * new Date(fromMs).toISOString(); //=> "2026-02-09T00:00:00.000Z"
 * ```
 */
export function lastDays(days: number, nowMs: number): TimeRange {
  checkTime("nowMs", nowMs);
  if (!Number.isInteger(days) || days < 1) {
    throw refuseOption("days", days, "it is not a whole number from 1", "give 1 or more");
  }
  const range = { fromMs: utcDayStartMs(nowMs - 1) - (days - 1) * dayMs, toMs: nowMs };
  checkTime("days", range.fromMs);
  return range;
}
