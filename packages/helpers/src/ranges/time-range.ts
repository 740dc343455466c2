/**
 * A half-open range of time in epoch milliseconds: `fromMs` is inside, `toMs` is not.
 *
 * @example
 * ```ts
 * import { billingMonth, type TimeRange } from "@ldusage/helpers";
 *
 * const october: TimeRange = billingMonth("2026-10");
 * new Date(october.toMs).toISOString(); //=> "2026-11-01T00:00:00.000Z"
 * ```
 */
export interface TimeRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The part of a range that is inside another one; `undefined` when they do not meet. */
export function intersect(left: TimeRange, right: TimeRange): TimeRange | undefined {
  const fromMs = Math.max(left.fromMs, right.fromMs);
  const toMs = Math.min(left.toMs, right.toMs);
  return fromMs < toMs ? { fromMs, toMs } : undefined;
}
