import { utcMonthStartMs } from "@ldusage/types/time";
import { logOf } from "../account/event-array-log.ts";
import type { AnswerSwitches } from "./answer-switches.ts";
import type { SimulatedCall } from "./simulated-call.ts";

const dayMs = 86_400_000;

export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

/** The buckets of an answer. The running one ends now. */
export function bucketsOf(call: SimulatedCall, { toInclusive }: Pick<AnswerSwitches, "toInclusive">): Span[] {
  const { fromMs, toMs, nowMs, granularity, clock } = call;
  const buckets: Span[] = [];
  // Nothing happened before the log begins: a range may start anywhere.
  const firstMs = logOf(call.events).firstMs ?? nowMs;
  let startMs = clock.startMs(Math.max(fromMs, firstMs), granularity);
  while (startMs < nowMs && (toInclusive ? startMs <= toMs : startMs < toMs)) {
    const endMs = clock.endMs(startMs, granularity);
    buckets.push({ startMs, endMs: Math.min(endMs, nowMs) });
    startMs = endMs;
  }
  return buckets;
}

/** What the points of an answer cover. */
export type Coverage = "month-to-date" | "rolling" | "incremental" | "plain" | "unknown";

export function coverageOf({ operation, aggregation }: SimulatedCall): Coverage {
  return aggregation?.kind ?? operation.fixedAggregation?.kind ?? "plain";
}

/** Windows of time to count in, and how their counts make the points. */
export interface WindowPlan {
  /** Neither end of a window lies before that of the window before it. */
  readonly windows: readonly Span[];
  /** The values of the points from those of the windows. */
  toPoints(counts: Float64Array): Float64Array;
}

/** The windows that the points of an answer cover, in order of its buckets. */
export function planWindows(
  call: SimulatedCall,
  buckets: readonly Span[],
  { incrementalDistinct, monthToDateAnchor }: AnswerSwitches,
): WindowPlan {
  const earliestMs = monthToDateAnchor === "range-start" ? call.fromMs : Number.NEGATIVE_INFINITY;
  const anchorMs = (timeMs: number): number => Math.max(utcMonthStartMs(timeMs), earliestMs);
  const asTheyAre = (windows: readonly Span[]): WindowPlan => ({ windows, toPoints: (counts) => counts });
  switch (coverageOf(call)) {
    case "month-to-date":
      return asTheyAre(buckets.map(({ startMs, endMs }) => ({ startMs: anchorMs(startMs), endMs })));
    case "rolling":
      return asTheyAre(buckets.map((bucket) => rollingWindow(call, bucket)));
    case "incremental":
      return isDistinct(call) && incrementalDistinct === "A"
        ? planNewKeys(buckets, anchorMs)
        : asTheyAre(buckets);
    default:
      return asTheyAre(buckets);
  }
}

function rollingWindow({ aggregation, operation, clock, granularity }: SimulatedCall, bucket: Span): Span {
  const days = aggregation?.windowDays ?? operation.fixedAggregation?.windowDays ?? 30;
  const wholeMs = clock.endMs(bucket.startMs, granularity);
  return { startMs: wholeMs - days * dayMs, endMs: bucket.endMs };
}

function isDistinct({ operation: { measure } }: SimulatedCall): boolean {
  return measure === "distinct" || measure === "distinct-pairs";
}

/** Keys that are new in a bucket: the month up to its end, less the month up to its start. */
function planNewKeys(buckets: readonly Span[], anchorMs: (timeMs: number) => number): WindowPlan {
  return {
    windows: buckets.flatMap(({ startMs, endMs }) => [
      { startMs: anchorMs(startMs), endMs: startMs },
      { startMs: anchorMs(startMs), endMs },
    ]),
    toPoints: (counts) =>
      Float64Array.from(buckets, (_, row) => (counts[2 * row + 1] ?? 0) - (counts[2 * row] ?? 0)),
  };
}
