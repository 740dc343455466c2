import { type PolarsFrame, readWide, toPolarsRows } from "../peers/polars.ts";
import type { Implementation } from "../program/implementation.ts";
import { digestCsvRows } from "./digest-csv.ts";

/** A limit: `writeCSV` of polars alone, from rows that it has in its own form. */
export const implementation: Implementation<PolarsFrame, Uint8Array> = {
  prepare: (bytes) => toPolarsRows(readWide(bytes)),
  run: (frame) => frame.writeCSV(),
  digest: digestCsvRows,
};
