import { type PolarsFrame, polars, readWide, toPolarsRows } from "../peers/polars.ts";
import { type Implementation, keepBytes } from "../program/implementation.ts";
import { digestSums } from "./digest-sums.ts";

/** polars: `readJSON`, `unpivot`, `join` and `groupBy`. */
export const implementation: Implementation<Uint8Array, PolarsFrame> = {
  prepare: keepBytes,
  run: (bytes) => toPolarsRows(readWide(bytes)).groupBy("time", "sdkName").agg(polars.col("value").sum()),
  digest: (frame) => {
    const columnOf = (name: string): unknown[] => frame.getColumn(name).toArray();
    const [timeMs, sdkNames, values] = [columnOf("time"), columnOf("sdkName"), columnOf("value")];
    return digestSums(
      timeMs.map((time, row) => ({
        time: Number(time),
        sdkName: String(sdkNames[row]),
        value: Number(values[row]),
      })),
    );
  },
};
