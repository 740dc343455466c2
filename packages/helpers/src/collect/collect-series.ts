import type { ParametersOf, SeriesOperationId } from "@ldusage/types";
import { UsageInputError } from "@ldusage/types/errors";
import { planRequests } from "../plan/plan-requests.ts";
import { mergeTables } from "../series/merge-tables.ts";
import { seriesFacts } from "../series/series-facts.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { askPiece } from "./ask-piece.ts";
import { runConcurrently } from "./run-concurrently.ts";
import type { SeriesSource } from "./series-source.ts";

/** How far a collection has come. */
export interface CollectProgress {
  readonly requestsDone: number;
  readonly requestsPlanned: number;
  /** Times with at least one value, so far. */
  readonly points: number;
}

export interface CollectOptions {
  /** Most requests under way at once. @default 4 */
  readonly concurrency?: number | undefined;
  /** Aborts the collection, which then rejects with the signal's own `reason`. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each answer. */
  readonly onProgress?: ((progress: CollectProgress) => void) | undefined;
  /** The current time in epoch milliseconds. @default Date.now() */
  readonly nowMs?: number | undefined;
  /** How far this clock and the server's may be apart, in milliseconds. @default 120_000 */
  readonly marginMs?: number | undefined;
}

/**
 * Asks for a series in as many requests as it takes, and puts the answers together as if it had been one.
 *
 * @throws UsageInputError, or the error of the first request that fails.
 * @throws SeriesConflictError when two answers contradict each other.
 */
export async function collectSeries<Id extends SeriesOperationId>(
  source: SeriesSource,
  operationId: Id,
  parameters: ParametersOf<Id>,
  options: CollectOptions = {},
): Promise<SeriesTable> {
  const { concurrency = 4, nowMs = Date.now(), marginMs, onProgress } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    const rule = "it is not a whole number from 1";
    throw new UsageInputError({
      parameter: "concurrency",
      value: concurrency,
      rule,
      wayOut: "give 1 or more",
    });
  }
  const plan = planRequests(operationId, parameters, { nowMs, marginMs });
  const failure = new AbortController();
  const signal =
    options.signal === undefined ? failure.signal : AbortSignal.any([options.signal, failure.signal]);
  let [requestsDone, points] = [0, 0];
  const tasks = plan.requests.map((planned) => async () => {
    const table = await askPiece(source, operationId, planned, signal);
    requestsDone += 1;
    points += table.timeMs.length;
    onProgress?.({ requestsDone, requestsPlanned: plan.requests.length, points });
    return table;
  });
  try {
    const tables = await runConcurrently(tasks, concurrency);
    options.signal?.throwIfAborted();
    const merged = mergeTables(tables);
    return {
      ...merged,
      facts: seriesFacts(operationId, parameters),
      notes: [...plan.notes, ...merged.notes],
    };
  } catch (error) {
    failure.abort();
    options.signal?.throwIfAborted();
    throw error;
  }
}
