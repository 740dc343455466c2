import { decodeSeriesBytes, type SeriesTable, type TidyColumns, toTidy } from "@ldusage/helpers";
import type { Implementation } from "../program/implementation.ts";
import { digestTidy } from "./digest-tidy.ts";

/** `toTidy` alone, from a table that has been decoded before. */
export const implementation: Implementation<SeriesTable, TidyColumns> = {
  prepare: (bytes, { granularity }) => decodeSeriesBytes(bytes, { granularity }),
  run: toTidy,
  digest: digestTidy,
};
