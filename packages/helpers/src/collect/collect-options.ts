import { refuseOption } from "@ldusage/types/errors";
import type { MergeOptions } from "../series/merge-tables.ts";
import type { BodyCache } from "./body-cache.ts";

/**
 * How far a collection has come.
 *
 * @example
 * ```ts
 * import type { CollectProgress } from "@ldusage/helpers";
 *
 * const line = ({ piecesDone, piecesPlanned, waiting }: CollectProgress): string =>
 *   `${piecesDone} of ${piecesPlanned}${waiting > 0 ? ", waiting for the rate limit" : ""}`;
 * line({ piecesDone: 2, piecesPlanned: 3, piecesCached: 1, points: 59, bytes: 4_096, waiting: 1 }); //=> "2 of 3, waiting for the rate limit"
 * ```
 */
export interface CollectProgress {
  readonly piecesDone: number;
  /** Grows when the server refuses a range as too large, and its months are asked for instead. */
  readonly piecesPlanned: number;
  /** Those of the done ones that came from the cache. */
  readonly piecesCached: number;
  /** Times with at least one value, so far. */
  readonly points: number;
  /** Bytes of the bodies so far, decompressed; those of the cache are counted too. */
  readonly bytes: number;
  /** Requests that wait for the rate limit, or before they are tried again. */
  readonly waiting: number;
}

/**
 * How to collect. All but the cache and the listener matter for speed alone.
 *
 * @example
 * ```ts
 * import { type CollectOptions, collectSeries, type SeriesSource } from "@ldusage/helpers";
 *
 * const source: SeriesSource = { request: async () => ({ ok: true, data: { metadata: [], series: [] } }) };
 * let done = 0;
 * const options: CollectOptions = { concurrency: 2, onProgress: ({ piecesDone }) => { done = piecesDone; } };
 * await collectSeries(source, "getMAUTotalUsage", { from: "2024-01-01", to: "2025-01-01" }, options);
 * done; //=> 2
 * ```
 */
export interface CollectOptions extends MergeOptions {
  /** Most requests under way at once. @default 4 */
  readonly concurrency?: number | undefined;
  /** Ends the collection, which then rejects with the signal's own `reason`. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each piece, and whenever a request begins or ends to wait. */
  readonly onProgress?: ((progress: CollectProgress) => void) | undefined;
  /**
   * Where final bodies are kept, and found by later collections. Requests then are of a calendar month at most, so
   * that they are the same from one day to the next.
   */
  readonly cache?: BodyCache | undefined;
  /** Days after its end in which a month may still change. @default 3 */
  readonly lateDays?: number | undefined;
  /** The current time in epoch milliseconds. @default Date.now() */
  readonly nowMs?: number | undefined;
  /** How far this clock and the server's may be apart, in milliseconds. @default 120_000 */
  readonly marginMs?: number | undefined;
}

/** Refuses options that no collection can have. What a plan depends on is checked there. */
export function checkCollectOptions({ concurrency = 1, lateDays = 0 }: CollectOptions): void {
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw refuseOption("concurrency", concurrency, "it is not a whole number from 1", "give 1 or more");
  }
  if (!(lateDays >= 0)) {
    throw refuseOption("lateDays", lateDays, "it is not a number of days", "give 0 or more");
  }
}
