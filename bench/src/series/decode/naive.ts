import { digestColumns } from "../digest/digest-columns.ts";
import { parseResponse } from "../input/parse-response.ts";
import { type Implementation, keepBytes } from "../program/implementation.ts";
import type { Columns } from "./columns.ts";

/** What one writes first: parse, then for each series its value of every point. */
export const implementation: Implementation<Uint8Array, Columns> = {
  prepare: keepBytes,
  run: (bytes) => {
    const { metadata, series } = parseResponse(bytes);
    return {
      timeMs: Float64Array.from(series, ({ time }) => time),
      columns: metadata.map((dimensions, index) => ({
        dimensions,
        values: Float64Array.from(series, (point) => point[index] ?? Number.NaN),
      })),
    };
  },
  digest: digestColumns,
};
