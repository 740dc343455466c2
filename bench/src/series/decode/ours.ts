import { decodeSeriesBytes, type SeriesTable } from "@ldusage/helpers";
import { digestColumns } from "../digest/digest-columns.ts";
import { type Implementation, type KnownBytes, keepKnownBytes } from "../program/implementation.ts";

/** `decodeSeriesBytes`, which checks all that it reads. */
export const implementation: Implementation<KnownBytes, SeriesTable> = {
  prepare: keepKnownBytes,
  run: ({ bytes, granularity }) => decodeSeriesBytes(bytes, { granularity }),
  digest: digestColumns,
};
