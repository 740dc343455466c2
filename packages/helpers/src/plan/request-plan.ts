import type { Granularity, OperationDescriptor } from "@ldusage/types/catalog";
import type { BucketClock } from "@ldusage/types/time";
import type { TimeRange } from "../ranges/time-range.ts";

/**
 * One request of a plan.
 *
 * @example
 * ```ts
 * import { type PlannedRequest, planRequests } from "@ldusage/helpers";
 *
 * const plan = planRequests("getMAUTotalUsage", { from: "2026-01-15", to: "2026-02-01" }, { nowMs: Date.now() });
 * const request: PlannedRequest | undefined = plan.requests[0];
 * request && new Date(request.ask.fromMs).toISOString(); //=> "2026-01-01T00:00:00.000Z"
 * request && new Date(request.keep.fromMs).toISOString(); //=> "2026-01-15T00:00:00.000Z"
 * ```
 */
export interface PlannedRequest<Parameters = object> {
  /** What to ask, with range parameters that may reach further than what is kept. */
  readonly parameters: Parameters;
  /** The time that is asked about, before it is written in the operation's unit. */
  readonly ask: TimeRange;
  /** The points to keep: those whose `time` is inside. */
  readonly keep: TimeRange;
  /** The bucket width to expect, where it is known before the answer. */
  readonly granularity: Granularity | undefined;
}

/**
 * The requests that together answer one question.
 *
 * @example
 * ```ts
 * import { planRequests, type RequestPlan } from "@ldusage/helpers";
 *
 * const asked = { from: "2024-01-01", to: "2025-01-01" };
 * const plan: RequestPlan = planRequests("getMAUTotalUsage", asked, { nowMs: Date.now() });
 * plan.requests.length; //=> 2
 * ```
 */
export interface RequestPlan<Parameters = object> {
  readonly operationId: string;
  /** The points that were asked for: those whose `time` is inside. */
  readonly range: TimeRange;
  readonly requests: readonly PlannedRequest<Parameters>[];
  /** What the caller should know about the answer, in plain words. */
  readonly notes: readonly string[];
}

/** What the rules for cutting look at. */
export interface PlanContext {
  readonly operation: OperationDescriptor;
  readonly range: TimeRange;
  readonly nowMs: number;
  /** Distance from the age limits that a clock may be wrong by, in milliseconds. */
  readonly marginMs: number;
  readonly clock: BucketClock;
}

/** A stretch of time to ask for in one request, with the points to keep of it. */
export interface Piece {
  readonly ask: TimeRange;
  readonly keep: TimeRange;
  readonly granularity: Granularity | undefined;
}
