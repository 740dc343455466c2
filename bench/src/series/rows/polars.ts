import { type ParsedResponse, parseResponse } from "../input/parse-response.ts";
import { type PolarsFrame, polars, toPolarsRows } from "../peers/polars.ts";
import type { Implementation } from "../program/implementation.ts";
import { digestRowColumns } from "./digest-rows.ts";

/** polars: `readRecords`, `unpivot` and `join`. */
export const implementation: Implementation<ParsedResponse, PolarsFrame> = {
  prepare: parseResponse,
  run: ({ metadata, series }) =>
    toPolarsRows({ wide: polars.readRecords(series, { inferSchemaLength: series.length }), metadata }),
  digest: (frame) => digestRowColumns((name) => frame.getColumn(name).toArray()),
};
