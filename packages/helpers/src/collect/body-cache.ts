import { describeOperation } from "@ldusage/types/catalog";
import { nextUtcMonthStartMs } from "@ldusage/types/time";
import type { PlannedRequest } from "../plan/request-plan.ts";
import { canonicalValue } from "../series/dimensions.ts";
import type { DimensionValue } from "../series/series-table.ts";

const dayMs = 86_400_000;

/**
 * Where a collection finds the bodies of earlier ones: a `Map`, files, a bucket. One cache is for one account and
 * region, as keys do not name them. What it throws ends the collection.
 *
 * @example
 * ```ts
 * import { type BodyCache, collectSeries, type SeriesSource } from "@ldusage/helpers";
 *
 * let requests = 0;
 * const source: SeriesSource = {
 *   request: async () => {
 *     requests += 1;
 *     return { ok: true, data: { metadata: [{}], series: [] } };
 *   },
 * };
 * const cache: BodyCache = new Map<string, Uint8Array>();
 * const [range, options] = [{ from: "2026-01-01", to: "2026-03-01" }, { nowMs: Date.parse("2026-06-01"), cache }];
 * await collectSeries(source, "getMAUTotalUsage", range, options);
 * await collectSeries(source, "getMAUTotalUsage", range, options);
 * requests; //=> 2
 * ```
 */
export interface BodyCache {
  /** The body that was kept under a key, or nothing, or a promise of either. */
  readonly get: (key: string) => Uint8Array | null | undefined | Promise<Uint8Array | null | undefined>;
  /** Keeps a final body. What it returns is awaited. */
  readonly set: (key: string, body: Uint8Array) => unknown;
}

/**
 * Whether the answer to a request is final. Months that have ended are, after some days in which late data arrives;
 * the running month may change as a whole, since the kind of context that counts may. Points whose width depends on
 * their age are not: they become coarser.
 */
export function isFinal(
  operationId: string,
  { ask, granularity: width }: PlannedRequest,
  nowMs: number,
  lateDays: number,
): boolean {
  const { granularity } = describeOperation(operationId);
  if (granularity.mode === "age" && width !== granularity.steps.at(-1)?.granularity) return false;
  return nextUtcMonthStartMs(ask.toMs - 1) + lateDays * dayMs <= nowMs;
}

/** The same text for all requests that ask the same, in whatever order their parameters and values are given. */
export function requestKey(operationId: string, parameters: object): string {
  const asked = Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    // One value and a list of it are the same.
    .map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : [value]]);
  // Parameters are plain data: texts, lists of them, and the times that a plan writes.
  return `${operationId} ${canonicalValue(Object.fromEntries(asked) as DimensionValue)}`;
}
