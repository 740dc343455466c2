import { decodeSeriesBytes, type SeriesTable } from "@ldusage/helpers";
import { digestColumns } from "../digest/digest-columns.ts";
import { type Implementation, keepBytes } from "../program/implementation.ts";

/** `decodeSeriesBytes`, which checks all that it reads. */
export const implementation: Implementation<Uint8Array, SeriesTable> = {
  prepare: keepBytes,
  run: (bytes) => decodeSeriesBytes(bytes, { granularity: "daily" }),
  digest: digestColumns,
};
