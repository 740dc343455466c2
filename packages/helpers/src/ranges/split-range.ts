import { refuseOption } from "@ldusage/types/errors";
import { nextUtcMonthStartMs, utcDayStartMs, utcMonthStartMs } from "@ldusage/types/time";
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
  if (longestDays !== undefined && !(longestDays > 0)) {
    throw refuseOption(
      "longestDays",
      longestDays,
      "it is not a number above 0",
      "give days, or leave it out",
    );
  }
  const pieces: TimeRange[] = [];
  let { fromMs } = range;
  while (fromMs < range.toMs) {
    const toMs = Math.min(range.toMs, pieceEnd(fromMs, range.toMs, { cutAt, longestDays }));
    if (toMs <= fromMs) {
      const rule = `it is shorter than the ${cutAt} from ${new Date(fromMs).toISOString()}, where it may be cut`;
      throw refuseOption("longestDays", longestDays, rule, "allow longer pieces");
    }
    pieces.push({ fromMs, toMs });
    fromMs = toMs;
  }
  return pieces;
}

function pieceEnd(fromMs: number, endMs: number, { cutAt, longestDays }: SplitRule): number {
  if (longestDays === undefined) {
    return cutAt === "month" ? nextUtcMonthStartMs(fromMs) : utcDayStartMs(fromMs) + dayMs;
  }
  const limitMs = fromMs + longestDays * dayMs;
  if (limitMs >= endMs) return endMs;
  return cutAt === "month" ? utcMonthStartMs(limitMs) : utcDayStartMs(limitMs);
}
