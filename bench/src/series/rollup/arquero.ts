import { parseResponse } from "../input/parse-response.ts";
import { type ArqueroTable, arquero, toArqueroRows } from "../peers/arquero.ts";
import { type Implementation, keepBytes } from "../program/implementation.ts";
import { digestSums, type SdkSum } from "./digest-sums.ts";

/** arquero: `fold`, `join`, `groupby` and `rollup`. */
export const implementation: Implementation<Uint8Array, ArqueroTable> = {
  prepare: keepBytes,
  run: (bytes) =>
    toArqueroRows(parseResponse(bytes))
      .groupby("time", "sdkName")
      .rollup({ value: arquero.op.sum("value") }),
  // The columns are those that are asked for above.
  digest: (table) => digestSums(table.objects({ limit: Number.POSITIVE_INFINITY }) as SdkSum[]),
};
