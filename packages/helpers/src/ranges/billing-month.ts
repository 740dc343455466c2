import { refuseOption } from "@ldusage/types/errors";
import type { TimeRange } from "./time-range.ts";

/**
 * A calendar month of UTC, which is what LaunchDarkly bills by.
 *
 * @param month The month as `YYYY-MM`.
 * @throws UsageInputError when it is no month.
 *
 * @example
 * ```ts
 * import { billingMonth } from "@ldusage/helpers";
 *
 * const { fromMs, toMs } = billingMonth("2024-02");
 * (toMs - fromMs) / 86_400_000; //=> 29
 * ```
 */
export function billingMonth(month: string): TimeRange {
  const [, year, index] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
  if (year === undefined || index === undefined) {
    throw refuseOption("month", month, "it is not a calendar month", 'give text such as "2026-10"');
  }
  const start = (months: number): number => new Date(0).setUTCFullYear(Number(year), months, 1);
  return { fromMs: start(Number(index) - 1), toMs: start(Number(index)) };
}
