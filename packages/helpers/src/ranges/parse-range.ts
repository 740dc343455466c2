import { refuseOption } from "@ldusage/types/errors";
import { epochMsOf } from "@ldusage/types/time";
import { billingMonth } from "./billing-month.ts";
import { checkRange } from "./check-range.ts";
import { lastDays } from "./last-days.ts";
import type { TimeRange } from "./time-range.ts";

const dayMs = 86_400_000;
const wayOut =
  'give a month ("2026-10"), a day ("2026-10-31"), days up to now ("30d"), or a start and an end ("2026-01..2026-03")';

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
export function parseRange(text: string, nowMs?: number): TimeRange {
  const days = /^([1-9]\d*)d$/.exec(text)?.[1];
  if (days !== undefined) return lastDays(Number(days), needNow(text, nowMs));
  const parts = text.split("..");
  const [start = "", end = start] = parts;
  if (parts.length > 2) throw refuseOption("range", text, "it is not a range", wayOut);
  const from = parsePeriod(start, text);
  const to = end === "now" ? { toMs: needNow(text, nowMs) } : parsePeriod(end, text);
  const range = { fromMs: from.fromMs, toMs: to.toMs };
  checkRange(range);
  return range;
}

/** A month, a day, or a time, which starts and ends at once. */
function parsePeriod(text: string, range: string): TimeRange {
  if (/^\d{4}-\d{2}$/.test(text)) return billingMonth(text);
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) throw refuseOption("range", range, "it is not a range", wayOut);
  const fromMs = epochMsOf(text, { parameter: "range" });
  return { fromMs, toMs: text.includes("T") ? fromMs : fromMs + dayMs };
}

function needNow(range: string, nowMs: number | undefined): number {
  if (nowMs !== undefined) return nowMs;
  throw refuseOption(
    "nowMs",
    nowMs,
    `"${range}" depends on it`,
    "give the current time in epoch milliseconds",
  );
}
