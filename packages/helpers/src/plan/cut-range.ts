import type { AggregationKind, Granularity, OperationDescriptor } from "@ldusage/types/catalog";
import { type BucketClock, utcMonthStartMs } from "@ldusage/types/time";
import { billingMonths } from "../ranges/billing-months.ts";
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

/** Cuts a piece at the start of each calendar month, where that is the start of a bucket or just before it. */
export function cutAtMonths({ ask, keep, granularity }: Piece, clock: BucketClock): Piece[] {
  const starts = billingMonths(ask).map(({ fromMs }) =>
    granularity === undefined ? fromMs : clock.startMs(fromMs, granularity),
  );
  const cuts = [ask.fromMs, ...starts.filter((start) => start > ask.fromMs), ask.toMs];
  return cuts.slice(1).flatMap((toMs, index) => {
    const stretch = { fromMs: cuts[index] ?? ask.fromMs, toMs };
    const kept = intersect(stretch, keep);
    return kept === undefined ? [] : [{ ask: stretch, keep: kept, granularity }];
  });
}

/** Where points do not depend on what comes before the cut. */
export function cutRule(operation: OperationDescriptor, aggregation: AggregationKind | undefined): CutRule {
  if (aggregation === "unknown") return "nowhere";
  if (aggregation === "rolling") return "day";
  const isPlain = aggregation === undefined || aggregation === "incremental";
  return operation.additiveOverTime !== "never" && isPlain ? "day" : "month";
}
