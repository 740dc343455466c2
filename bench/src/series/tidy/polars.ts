import { RowDigest } from "../digest/row-digest.ts";
import { type ParsedResponse, parseResponse } from "../input/parse-response.ts";
import { type PolarsFrame, polars, toPolarsRows } from "../peers/polars.ts";
import type { Implementation } from "../program/implementation.ts";

const labelNames = ["projectId", "environmentId", "sdkName"];

/** polars: `readRecords`, `unpivot` and `join`. */
export const implementation: Implementation<ParsedResponse, PolarsFrame> = {
  prepare: parseResponse,
  run: ({ metadata, series }) =>
    toPolarsRows(polars.readRecords(series, { inferSchemaLength: series.length }), metadata),
  digest: digestFrame,
};

function digestFrame(frame: PolarsFrame): string {
  const columnOf = (name: string): unknown[] => frame.getColumn(name).toArray();
  const [timeMs, values] = [columnOf("time"), columnOf("value")];
  const labels = labelNames.map(columnOf);
  const digest = new RowDigest();
  for (const [row, time] of timeMs.entries()) {
    const rowLabels = labels.map((column) => String(column[row]));
    digest.add(Number(time), Number(values[row]), rowLabels);
  }
  return digest.toString();
}
