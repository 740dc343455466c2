import type { PivotTable } from "../pivot/pivot.ts";
import { canonicalDimensions } from "../series/dimensions.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { type Grid, gridChunks, textChunkBytes } from "./grid-chunks.ts";
import { joinChunks } from "./join-chunks.ts";
import { columnNames, factLabels, timeLabel } from "./series-labels.ts";
import { streamChunks } from "./stream-chunks.ts";
import { type GridText, tableGrid } from "./table-grid.ts";

/**
 * A table as one JSON object for each line (NDJSON).
 *
 * A series table gives a line for each value, by time and then by series, with the members `operation`,
 * `aggregation`, `measure`, `unit`, `dimensions`, `time` (start of the bucket, ISO 8601 in UTC), `bucket` (its
 * width), `value` and `partial`. Holes give no line, and what is not known is `null`. The dimensions are an object
 * of their own, with their JSON values and without those that are absent. Sums of groups that may overlap are
 * marked in `measure`, as in `distinct (upper bound)`.
 *
 * A pivot table gives a line for each row: its label under the name of the index, its numbers under `cells`, with
 * `null` for a hole, and `partial`. Columns of upper bounds are called so, as in `iOS (upper bound)`. Notes of tables
 * are not written.
 *
 * @throws UsageInputError when the table has a number that is not finite, or is too long for one text.
 *
 * @example
 * ```ts
 * import { decodeSeries, toNdjson } from "@ldusage/helpers";
 *
 * const table = decodeSeries(
 *   { metadata: [{ sdkName: "JSClient" }], series: [{ time: 1740787200000, "0": 8 }] },
 *   { operationId: "getMAUTotalUsage", parameters: { groupBy: "sdkName" }, granularity: "daily" },
 * );
 * const record = JSON.parse(toNdjson(table));
 * record.measure; //=> "distinct"
 * record.dimensions; //=> { sdkName: "JSClient" }
 * record.value; //=> 8
 * ```
 */
export function toNdjson(table: SeriesTable | PivotTable): string {
  return joinChunks(gridChunks(ndjsonGrid(table), textChunkBytes), "toNdjsonStream");
}

/**
 * The bytes of {@link toNdjson} as a stream. It makes a chunk of about 64 kB when one is asked for, so that a table
 * of any size takes little memory; cancelling it ends the work.
 *
 * @throws UsageInputError at once, not in the stream, where `toNdjson` does for a number.
 *
 * @example
 * ```ts
 * import { decodeSeries, toNdjson, toNdjsonStream } from "@ldusage/helpers";
 *
 * const table = decodeSeries({ metadata: [{}], series: [{ time: 1740787200000, "0": 8 }] });
 * (await new Response(toNdjsonStream(table)).text()) === toNdjson(table); //=> true
 * ```
 */
export function toNdjsonStream(table: SeriesTable | PivotTable): ReadableStream<Uint8Array<ArrayBuffer>> {
  return streamChunks(gridChunks(ndjsonGrid(table)));
}

function ndjsonGrid(table: SeriesTable | PivotTable): Grid {
  return tableGrid(table, seriesText, pivotText);
}

function seriesText({ facts, timeMs, granularities, partial, columns }: SeriesTable): GridText {
  const factLead = `${JSON.stringify(factLabels(facts)).slice(0, -1)},"dimensions":`;
  return {
    head: "",
    hole: undefined,
    columnLead: (column) => `${factLead}${canonicalDimensions(columns[column]?.dimensions ?? {})},`,
    rowLead: (row) =>
      `"time":"${timeLabel(timeMs, row)}","bucket":${JSON.stringify(granularities[row] ?? null)},"value":`,
    rowTail: (row) => `,"partial":${partial[row] ?? null}}\n`,
  };
}

function pivotText(table: PivotTable): GridText {
  const { index, rowLabels, partial } = table;
  const names = columnNames(table);
  return {
    head: "",
    hole: "null",
    rowStart: (row) => `{${JSON.stringify(index)}:${JSON.stringify(rowLabels[row])},"cells":{`,
    rowEnd: (row) => `},"partial":${partial[row] ?? null}}\n`,
    columnLead: (column) => `${column > 0 ? "," : ""}${JSON.stringify(names[column])}:`,
  };
}
