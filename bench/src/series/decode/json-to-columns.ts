import { digestColumns } from "../digest/digest-columns.ts";
import { parseResponse } from "../input/parse-response.ts";
import { type Implementation, keepBytes } from "../program/implementation.ts";
import type { Columns } from "./columns.ts";

/** What a careful user writes: parse, then one buffer for all columns, filled row by row. Checks nothing. */
export const implementation: Implementation<Uint8Array, Columns> = {
  prepare: keepBytes,
  run: decode,
  digest: digestColumns,
};

function decode(bytes: Uint8Array): Columns {
  const { metadata, series } = parseResponse(bytes);
  const [rowCount, columnCount] = [series.length, metadata.length];
  const timeMs = new Float64Array(rowCount);
  const cells = new Float64Array(rowCount * columnCount);
  for (let row = 0; row < rowCount; row += 1) {
    const point = series[row];
    if (point === undefined) continue;
    timeMs[row] = point.time;
    for (let column = 0; column < columnCount; column += 1) {
      cells[column * rowCount + row] = point[column] ?? Number.NaN;
    }
  }
  const columns = metadata.map((dimensions, column) => ({
    dimensions,
    values: cells.subarray(column * rowCount, (column + 1) * rowCount),
  }));
  return { timeMs, columns };
}
