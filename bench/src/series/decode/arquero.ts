import { digestColumns } from "../digest/digest-columns.ts";
import { parseResponse } from "../input/parse-response.ts";
import { readArqueroPoints } from "../peers/arquero.ts";
import { type Implementation, keepBytes } from "../program/implementation.ts";
import type { Columns } from "./columns.ts";

/** arquero: `from` and `array`. */
export const implementation: Implementation<Uint8Array, Columns> = {
  prepare: keepBytes,
  run: (bytes) => {
    const response = parseResponse(bytes);
    const table = readArqueroPoints(response);
    const columns = response.metadata.map((dimensions, index) => ({
      dimensions,
      values: table.array(String(index), Float64Array),
    }));
    return { timeMs: table.array("time", Float64Array), columns };
  },
  digest: digestColumns,
};
