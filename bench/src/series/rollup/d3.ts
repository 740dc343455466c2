import { parseResponse } from "../input/parse-response.ts";
import { d3, toD3Rows } from "../peers/d3.ts";
import { type Implementation, keepBytes } from "../program/implementation.ts";
import { digestSums } from "./digest-sums.ts";

/** d3-array: `cross` and `flatRollup`. */
export const implementation: Implementation<Uint8Array, unknown[][]> = {
  prepare: keepBytes,
  run: (bytes) =>
    d3.flatRollup(
      toD3Rows(parseResponse(bytes), (timeMs) => timeMs),
      (rows) => d3.sum(rows, ({ value }) => value),
      ({ time }) => time,
      ({ sdkName }) => sdkName,
    ),
  digest: (sums) =>
    digestSums(
      sums.map(([time, sdkName, value]) => ({
        time: Number(time),
        sdkName: String(sdkName),
        value: Number(value),
      })),
    ),
};
