import type { AggregationKind, Granularity, OperationDescriptor } from "@ldusage/types/catalog";
import { utcMonthStartMs } from "@ldusage/types/time";
import { intersect } from "../ranges/time-range.ts";
import { cutByAge, wholeBucketEnd } from "./cut-by-age.ts";
import { type CutRule, cutByLimit } from "./cut-by-limit.ts";
import type { Piece, PlanContext } from "./request-plan.ts";

/** Cuts a range into pieces that one request each can answer, without changing any point. */
export function cutRange(
  context: PlanContext,
  aggregation: AggregationKind | undefined,
  granularity: Granularity | undefined,
): { pieces: Piece[]; notes: string[] } {
  const { operation, range, clock } = context;
  if (operation.granularity.mode === "age") return cutByAge(context, operation.granularity.steps);
  const rule = cutRule(operation, aggregation);
  const bucketStartMs = granularity === undefined ? range.fromMs : clock.startMs(range.fromMs, granularity);
  const ask = {
    // Points that depend on the month so far are asked for from its first day, whatever the server anchors them to.
    fromMs: rule === "month" ? utcMonthStartMs(range.fromMs) : bucketStartMs,
    toMs: wholeBucketEnd(context, granularity),
  };
  const pieces = cutByLimit(context, ask, rule).flatMap((stretch) => {
    const keep = intersect(stretch, range);
    return keep === undefined ? [] : [{ ask: stretch, keep, granularity }];
  });
  return { pieces, notes: [] };
}

/** Where points do not depend on what comes before the cut. */
function cutRule(operation: OperationDescriptor, aggregation: AggregationKind | undefined): CutRule {
  if (aggregation === "unknown") return "nowhere";
  if (aggregation === "rolling") return "day";
  const isPlain = aggregation === undefined || aggregation === "incremental";
  return operation.additiveOverTime !== "never" && isPlain ? "day" : "month";
}
