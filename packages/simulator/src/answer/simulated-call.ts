import type {
  AggregationDescriptor,
  Granularity,
  GroupValue,
  OperationDescriptor,
} from "@ldusage/types/catalog";
import type { BucketClock } from "@ldusage/types/time";
import type { UsageEvent } from "../account/usage-event.ts";
import type { UsageLog } from "../account/usage-log.ts";

/** A validated request: what to count, over which time, in which buckets and groups. */
export interface SimulatedCall {
  readonly operation: OperationDescriptor;
  /** Values by parameter name. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly fromMs: number;
  readonly toMs: number;
  readonly nowMs: number;
  readonly granularity: Granularity;
  /** The chosen aggregation; `undefined` when the operation has none to choose. */
  readonly aggregation: AggregationDescriptor | undefined;
  /** The clock of the time zone that `values` name. */
  readonly clock: BucketClock;
  /** Fields of the metadata and the dimensions that they show. */
  readonly groups: readonly GroupValue[];
  /** The account's events: a log, or a list by time. */
  readonly events: readonly UsageEvent[] | UsageLog;
}
