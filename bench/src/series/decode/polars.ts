import { digestFrame } from "../digest/digest-columns.ts";
import { readWide, type WideFrame } from "../peers/polars.ts";
import { type Implementation, keepBytes } from "../program/implementation.ts";

/** polars: `readJSON` of the points, straight from their bytes. */
export const implementation: Implementation<Uint8Array, WideFrame> = {
  prepare: keepBytes,
  run: readWide,
  digest: ({ metadata, wide }) => digestFrame(metadata, (name) => wide.getColumn(name).toArray()),
};
