import type { Granularity, GranularityStep } from "@ldusage/types/catalog";
import { intersect } from "../ranges/time-range.ts";
import type { Piece, PlanContext } from "./request-plan.ts";

/**
 * Cuts a range where the age of the data changes the granularity, so that recent data keeps its finer buckets:
 * a request that reaches further back than a limit gets coarse buckets for all of it.
 *
 * A range that is recent enough as a whole is not cut. Otherwise a finer piece starts at a bucket boundary of the
 * next coarser granularity, so no bucket is counted twice.
 */
export function cutByAge(
  context: PlanContext,
  steps: readonly GranularityStep[],
): { pieces: Piece[]; notes: string[] } {
  const { range } = context;
  const pieces: Piece[] = [];
  let endMs = range.toMs;
  for (const [index, { granularity }] of steps.entries()) {
    const startMs = startOf(context, steps, index);
    const keep = intersect({ fromMs: startMs, toMs: endMs }, range);
    if (keep !== undefined) {
      const ask = {
        fromMs: context.clock.startMs(keep.fromMs, granularity),
        // A whole last bucket, as far as it has happened.
        toMs: keep.toMs < range.toMs ? keep.toMs : wholeBucketEnd(context, granularity),
      };
      pieces.unshift({ ask, keep, granularity });
    }
    if (startMs <= range.fromMs) break;
    endMs = Math.min(endMs, startMs);
  }
  return cutsBuckets(pieces) ? coarsest(context, steps) : { pieces, notes: [] };
}

/** Where the data of a step may start: anywhere for the last one, and for one that holds the whole range. */
function startOf(
  { range, nowMs, marginMs, clock }: PlanContext,
  steps: readonly GranularityStep[],
  index: number,
): number {
  const step = steps[index];
  const coarser = steps[index + 1];
  if (step === undefined || coarser === undefined || step.withinMs === null) return Number.NEGATIVE_INFINITY;
  const limitMs = nowMs - step.withinMs + marginMs;
  if (clock.startMs(range.fromMs, step.granularity) >= limitMs) return Number.NEGATIVE_INFINITY;
  return clock.endMs(limitMs - 1, coarser.granularity);
}

/** End of the last bucket of a range, but not later than now where the range ends in the past. */
export function wholeBucketEnd(
  { range, nowMs, clock }: PlanContext,
  granularity: Granularity | undefined,
): number {
  if (granularity === undefined) return range.toMs;
  const bucketEndMs = clock.endMs(range.toMs - 1, granularity);
  return Math.max(range.toMs, Math.min(bucketEndMs, nowMs));
}

// In zones with an odd offset local midnight is inside a UTC hour, where hourly data cannot be cut.
function cutsBuckets(pieces: readonly Piece[]): boolean {
  return pieces.slice(1).some(({ ask, keep }) => ask.fromMs !== keep.fromMs);
}

function coarsest(
  context: PlanContext,
  steps: readonly GranularityStep[],
): { pieces: Piece[]; notes: string[] } {
  const { range, clock } = context;
  const granularity = steps.at(-1)?.granularity ?? "daily";
  const ask = {
    fromMs: clock.startMs(range.fromMs, granularity),
    toMs: wholeBucketEnd(context, granularity),
  };
  return {
    pieces: [{ ask, keep: range, granularity }],
    notes: [`Days of this time zone do not begin at a full UTC hour, so all points are ${granularity}.`],
  };
}
