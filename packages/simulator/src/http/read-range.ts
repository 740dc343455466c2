import type { OperationDescriptor } from "@ldusage/types/catalog";
import { largestEpochMs, utcMonthStartMs } from "@ldusage/types/time";
import type { Switches } from "../simulator-options.ts";
import { Refusal } from "./error-body.ts";

const dayMs = 86_400_000;
// As milliseconds this is March 1973, as seconds the year 5138.
const leastMilliseconds = 1e11;

export interface Range {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What a request says of its range. */
export interface RangeRequest {
  readonly start: string | undefined;
  readonly end: string | undefined;
  /** Whether it asks for a breakdown. */
  readonly isGrouped: boolean;
}

/**
 * Reads the range of a request and holds it to the operation's limits.
 *
 * @throws Refusal for what is no time, and for a range that is none or too long.
 */
export function readRange(
  operation: OperationDescriptor,
  { start, end, isGrouped }: RangeRequest,
  nowMs: number,
  { longGroupedRange, timeUnit }: Switches,
): Range {
  const { defaultFrom, lookBackDays, maxRangeDays } = operation;
  const agoMs = defaultFrom?.kind === "ago" ? defaultFrom.durationMs : (lookBackDays ?? 0) * dayMs;
  const fallbackMs = agoMs > 0 ? nowMs - agoMs : utcMonthStartMs(nowMs);
  const fromMs = readTime(operation, start, timeUnit) ?? fallbackMs;
  const toMs = readTime(operation, end, timeUnit) ?? nowMs;
  if (fromMs > toMs) throw new Refusal(400, "The start of the range must not be after its end");
  const isLongerThan = (days: number): boolean => toMs - fromMs > days * dayMs;
  if (maxRangeDays !== null && isLongerThan(maxRangeDays)) {
    throw new Refusal(400, `The time range is too large: the maximum is ${maxRangeDays} days`);
  }
  if (isGrouped && longGroupedRange !== undefined && isLongerThan(longGroupedRange.days)) {
    throw new Refusal(400, "Date range too large");
  }
  return { fromMs, toMs };
}

function readTime(
  { timeUnit }: OperationDescriptor,
  text: string | undefined,
  reading: Switches["timeUnit"],
): number | undefined {
  if (text === undefined) return undefined;
  if (!/^-?\d{1,16}$/.test(text)) throw new Refusal(400, "Timestamps are whole numbers");
  const given = Number(text);
  const isSeconds = reading === "lenient" ? Math.abs(given) < leastMilliseconds : timeUnit === "s";
  const epochMs = given * (isSeconds ? 1000 : 1);
  if (Math.abs(epochMs) > largestEpochMs) throw new Refusal(400, "Timestamp out of range");
  return epochMs;
}
