import { readWide, toPolarsRows } from "../peers/polars.ts";
import { type Implementation, keepBytes } from "../program/implementation.ts";
import { digestCsvRows } from "./digest-csv.ts";

/** polars: `readJSON`, `unpivot`, `join` and `writeCSV`, with times as numbers. */
export const implementation: Implementation<Uint8Array, Uint8Array> = {
  prepare: keepBytes,
  run: (bytes) => toPolarsRows(readWide(bytes)).writeCSV(),
  digest: digestCsvRows,
};
