import type { ParametersOf, SeriesOperationId } from "@ldusage/types";
import { planRequests } from "../plan/plan-requests.ts";
import type { RequestPlan } from "../plan/request-plan.ts";
import { type CollectOptions, checkCollectOptions } from "./collect-options.ts";
import { PieceCollector, type SeriesPiece } from "./piece-collector.ts";
import { runInLine } from "./run-in-line.ts";
import type { SeriesSource } from "./series-source.ts";

/**
 * Asks for a series in as many requests as it takes, and gives the answers one by one, in order of time, for what is
 * too much to hold at once. Never more than `concurrency` pieces are under way or wait to be taken; leaving the loop
 * ends those. With `cache`, pieces are a calendar month at most. Notes on the whole come with the first piece.
 *
 * The tables of two pieces may have their series in different order: {@link mergeTables} matches them.
 *
 * @throws UsageInputError, at once, for what {@link planRequests} refuses and for options that are none.
 * @throws UsageDecodeError when an answer cannot be read, or is not broken down as asked; otherwise the error of the
 *   first request that fails, or the signal's own reason.
 *
 * @example
 * ```ts
 * import { createUsageClient } from "@ldusage/client";
 * import { collectPieces } from "@ldusage/helpers";
 *
 * const usage = createUsageClient({ accessToken: "api-123" });
 * const asked = { from: "2024-01-01", to: "2026-01-01", groupBy: "sdkName" } as const;
 * let points = 0;
 * for await (const { table } of collectPieces(usage, "getMAUTotalUsage", asked)) points += table.timeMs.length;
 * points > 0; //=> true
 * ```
 */
export function collectPieces<Id extends SeriesOperationId>(
  source: SeriesSource,
  operationId: Id,
  parameters: ParametersOf<Id>,
  options: CollectOptions = {},
): AsyncGenerator<SeriesPiece, void, undefined> {
  const { plan, pieces } = startCollection(source, operationId, parameters, options, true);
  return withNotes(pieces, plan.notes);
}

/** What is to be known of the whole is told with the first piece. */
async function* withNotes(
  pieces: AsyncGenerator<SeriesPiece, void, undefined>,
  notes: readonly string[],
): AsyncGenerator<SeriesPiece, void, undefined> {
  let isFirst = true;
  for await (const piece of pieces) {
    yield isFirst ? { ...piece, table: { ...piece.table, notes: [...notes, ...piece.table.notes] } } : piece;
    isFirst = false;
  }
}

/** The plan of a collection, and its pieces as they come. */
export function startCollection<Id extends SeriesOperationId>(
  source: SeriesSource,
  operationId: Id,
  parameters: ParametersOf<Id>,
  options: CollectOptions,
  countsResults: boolean,
): { plan: RequestPlan; pieces: AsyncGenerator<SeriesPiece, void, undefined> } {
  checkCollectOptions(options);
  const { concurrency = 4, nowMs = Date.now(), marginMs, signal, cache } = options;
  const cut = cache === undefined ? "limit" : "month";
  const plan: RequestPlan = planRequests(operationId, parameters, { nowMs, marginMs, cut });
  const collector = new PieceCollector(source, plan, { ...options, nowMs });
  const pieces = runInLine(
    plan.requests,
    (request, signalOfLine) => collector.collect(request, signalOfLine),
    { limit: concurrency, countsResults, signal },
  );
  return { plan, pieces };
}
