import { refuseOption } from "@ldusage/types/errors";
import { utcDayStartMs, utcMonthStartMs } from "@ldusage/types/time";
import { checkRange } from "./check-range.ts";
import type { TimeRange } from "./time-range.ts";

const dayMs = 86_400_000;

/**
 * Where a range may be cut, and how long a piece may be.
 *
 * @example
 * ```ts
 * import { parseRange, type SplitRule, splitRange } from "@ldusage/helpers";
 *
 * const rule: SplitRule = { cutAt: "month", longestDays: 365 };
 * splitRange(parseRange("2024-01..2024-12"), rule).length; //=> 2
 * ```
 */
export interface SplitRule {
  /** Cuts are at the start of calendar months, or of days, of UTC. */
  readonly cutAt: "month" | "day";
  /** Longest piece in days. Without it there is a cut at each month or day. */
  readonly longestDays?: number | undefined;
}

/**
 * Cuts a range into as few back-to-back pieces as the rule allows. An empty range has none.
 *
 * @throws UsageInputError when the range is none, or no cut makes its pieces short enough.
 *
 * @example
 * ```ts
 * import { parseRange, splitRange } from "@ldusage/helpers";
 *
 * const pieces = splitRange(parseRange("2026-01-15..2026-03-10"), { cutAt: "month" });
 * pieces.map(({ fromMs }) => new Date(fromMs).toISOString().slice(0, 10)); //=> ["2026-01-15", "2026-02-01", "2026-03-01"]
 * ```
 */
export function splitRange(range: TimeRange, { cutAt, longestDays }: SplitRule): TimeRange[] {
  checkRange(range);
  const startOf = cutAt === "month" ? utcMonthStartMs : utcDayStartMs;
  // Without a limit, what is surely inside the next month or day: no month has more than 31 days.
  const stepMs = (longestDays ?? (cutAt === "month" ? 32 : 1)) * dayMs;
  const pieces: TimeRange[] = [];
  let { fromMs } = range;
  while (fromMs < range.toMs) {
    const limitMs = (longestDays === undefined ? startOf(fromMs) : fromMs) + stepMs;
    const toMs = limitMs >= range.toMs && longestDays !== undefined ? range.toMs : startOf(limitMs);
    // Also where the length is no number.
    if (!(toMs > fromMs)) {
      throw refuseOption("longestDays", longestDays, `it is less than a ${cutAt}`, "allow more");
    }
    pieces.push({ fromMs, toMs: Math.min(toMs, range.toMs) });
    fromMs = toMs;
  }
  return pieces;
}
