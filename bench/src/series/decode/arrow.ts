import { digestFrame } from "../digest/digest-columns.ts";
import type { SeriesIdentity } from "../input/generate-response.ts";
import { parseResponse } from "../input/parse-response.ts";
import { type ArrowTable, arrow } from "../peers/arrow.ts";
import { type Implementation, keepBytes } from "../program/implementation.ts";

interface Decoded {
  readonly metadata: readonly SeriesIdentity[];
  readonly table: ArrowTable;
}

/** apache-arrow: `tableFromJSON` of the points. */
export const implementation: Implementation<Uint8Array, Decoded> = {
  prepare: keepBytes,
  run: (bytes) => {
    const { metadata, series } = parseResponse(bytes);
    return { metadata, table: arrow.tableFromJSON(series) };
  },
  digest: ({ metadata, table }) => digestFrame(metadata, (name) => table.getChild(name) ?? []),
};
