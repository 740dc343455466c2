import { parseResponse } from "../input/parse-response.ts";
import { d3, toD3Rows } from "../peers/d3.ts";
import { type Implementation, keepBytes } from "../program/implementation.ts";
import { digestCells, monthOf } from "./digest-cells.ts";

type Cells = Map<string, Map<string, number>>;

/** d3-array: `cross` and `rollup`. The month of a time is worked out once. */
export const implementation: Implementation<Uint8Array, Cells> = {
  prepare: keepBytes,
  run: (bytes) =>
    d3.rollup(
      toD3Rows(parseResponse(bytes), monthOf),
      (rows) => d3.sum(rows, ({ value }) => value),
      ({ time }) => time,
      ({ sdkName }) => sdkName,
    ),
  digest: (months) =>
    digestCells(
      [...months].flatMap(([month, sums]) =>
        Array.from(sums, ([sdkName, value]) => ({ month, sdkName, value })),
      ),
    ),
};
