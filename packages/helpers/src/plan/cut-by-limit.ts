import type { OperationDescriptor } from "@ldusage/types/catalog";
import { UsageInputError } from "@ldusage/types/errors";
import { utcDayStartMs, utcMonthStartMs } from "@ldusage/types/time";
import type { TimeRange } from "../ranges/time-range.ts";
import type { PlanContext } from "./request-plan.ts";

const dayMs = 86_400_000;

/** Where a range may be cut without changing any point. */
export type CutRule = "month" | "day" | "nowhere";

/** Cuts a range into back-to-back stretches that are no longer than one request may be. */
export function cutByLimit({ operation }: PlanContext, ask: TimeRange, rule: CutRule): TimeRange[] {
  const longestMs =
    operation.maxRangeDays === null ? Number.POSITIVE_INFINITY : operation.maxRangeDays * dayMs;
  const stretches: TimeRange[] = [];
  let fromMs = ask.fromMs;
  while (ask.toMs - fromMs > longestMs) {
    const cutMs = lastCut(fromMs + longestMs, rule);
    if (cutMs <= fromMs) throw cannotCut(operation, ask, rule);
    stretches.push({ fromMs, toMs: cutMs });
    fromMs = cutMs;
  }
  if (fromMs < ask.toMs) stretches.push({ fromMs, toMs: ask.toMs });
  return stretches;
}

/** The last place to cut that is not later than a limit. */
function lastCut(limitMs: number, rule: CutRule): number {
  if (rule === "nowhere") return Number.NEGATIVE_INFINITY;
  return rule === "month" ? utcMonthStartMs(limitMs) : utcDayStartMs(limitMs);
}

function cannotCut(
  { operationId, maxRangeDays }: OperationDescriptor,
  ask: TimeRange,
  rule: CutRule,
): UsageInputError {
  const reason =
    rule === "nowhere" ? "it is not known where its points may be cut" : `it may be cut at a ${rule} only`;
  return new UsageInputError({
    operationId,
    parameter: "range",
    value: `${new Date(ask.fromMs).toISOString()}..${new Date(ask.toMs).toISOString()}`,
    rule: `one request may ask for ${maxRangeDays} days, and ${reason}`,
    wayOut: "ask for a shorter range, or with another aggregation",
  });
}
