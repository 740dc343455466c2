import type { ParametersOf, SeriesOperationId } from "@ldusage/types";
import { mergeTables } from "../series/merge-tables.ts";
import { seriesFacts } from "../series/series-facts.ts";
import type { SeriesTable } from "../series/series-table.ts";
import type { CollectOptions } from "./collect-options.ts";
import { startCollection } from "./collect-pieces.ts";
import type { SeriesSource } from "./series-source.ts";

/**
 * Asks for a series in as many requests as it takes, and puts the answers together as if it had been one: whatever
 * the order in which they arrive, the table is the same. A range that the server refuses as too large is asked for
 * month by month.
 *
 * @param source The client, or anything with its `request`.
 * @throws UsageInputError for what {@link planRequests} refuses, and for options that are none.
 * @throws UsageDecodeError when an answer cannot be read, or is not broken down as asked.
 * @throws SeriesConflictError when two answers contradict each other, and nothing resolves it.
 * @throws the error of the first request that fails, or the signal's own reason.
 *
 * @example
 * ```ts
 * import { createUsageClient } from "@ldusage/client";
 * import { collectSeries } from "@ldusage/helpers";
 *
 * const usage = createUsageClient({ accessToken: "api-123" });
 * const table = await collectSeries(usage, "getMAUTotalUsage", { from: "2026-09-15", to: "2026-11-01" });
 * new Date(table.timeMs[0] ?? 0).toISOString(); //=> "2026-09-15T00:00:00.000Z"
 * table.timeMs.length; //=> 47
 * ```
 */
export async function collectSeries<Id extends SeriesOperationId>(
  source: SeriesSource,
  operationId: Id,
  parameters: ParametersOf<Id>,
  options: CollectOptions = {},
): Promise<SeriesTable> {
  const { plan, pieces } = startCollection(source, operationId, parameters, options, false);
  const tables: SeriesTable[] = [];
  for await (const { table } of pieces) tables.push(table);
  const merged = mergeTables(tables, options);
  return {
    ...merged,
    facts: seriesFacts(operationId, parameters),
    notes: [...plan.notes, ...merged.notes],
  };
}
