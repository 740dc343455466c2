import type { Granularity } from "@ldusage/types/catalog";
import { bucketClock } from "@ldusage/types/time";
import type { SeriesTable } from "./series-table.ts";

/** What is known of the buckets of decoded points besides where they start. */
export interface BucketKnowledge {
  readonly granularity: Granularity | undefined;
  readonly timeZone: string;
  /** When the points were asked for, in epoch milliseconds. */
  readonly nowMs: number | undefined;
}

/** Width and completeness of each bucket. */
export function bucketStates(
  timeMs: Float64Array,
  { granularity, timeZone, nowMs }: BucketKnowledge,
): Pick<SeriesTable, "granularities" | "partial"> {
  const granularities = new Array<Granularity | undefined>(timeMs.length).fill(granularity);
  if (granularity === undefined || nowMs === undefined) {
    return { granularities, partial: new Array<undefined>(timeMs.length).fill(undefined) };
  }
  const runningMs = bucketClock(timeZone).startMs(nowMs, granularity);
  return { granularities, partial: Array.from(timeMs, (time) => time >= runningMs) };
}
