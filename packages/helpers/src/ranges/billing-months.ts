import { nextUtcMonthStartMs, utcMonthStartMs } from "@ldusage/types/time";
import { checkRange } from "./check-range.ts";
import type { TimeRange } from "./time-range.ts";

/**
 * A calendar month of UTC with its name.
 *
 * @example
 * ```ts
 * import { type BillingMonth, billingMonths, parseRange } from "@ldusage/helpers";
 *
 * const months: readonly BillingMonth[] = billingMonths(parseRange("2026-01..2026-03"));
 * months.map(({ month }) => month); //=> ["2026-01", "2026-02", "2026-03"]
 * ```
 */
export interface BillingMonth extends TimeRange {
  /** The month as `YYYY-MM`. */
  readonly month: string;
}

/**
 * The calendar months of UTC that a range touches, each as a whole, in order. An empty range touches none.
 *
 * @throws UsageInputError when the range is none.
 *
 * @example
 * ```ts
 * import { billingMonths, lastDays } from "@ldusage/helpers";
 *
 * const nowMs = Date.parse("2026-03-10T12:00:00Z");
 * billingMonths(lastDays(30, nowMs)).map(({ month }) => month); //=> ["2026-02", "2026-03"]
 * ```
 */
export function billingMonths(range: TimeRange): BillingMonth[] {
  checkRange(range);
  const months: BillingMonth[] = [];
  if (range.fromMs === range.toMs) return months;
  for (let fromMs = utcMonthStartMs(range.fromMs); fromMs < range.toMs; ) {
    const toMs = nextUtcMonthStartMs(fromMs);
    months.push({
      month: new Date(fromMs).toISOString().slice(0, -"-01T00:00:00.000Z".length),
      fromMs,
      toMs,
    });
    fromMs = toMs;
  }
  return months;
}
