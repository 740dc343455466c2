import { type PolarsFrame, polars, toPolarsRows } from "../peers/polars.ts";
import { type Implementation, keepBytes } from "../program/implementation.ts";
import { digestSums } from "./digest-sums.ts";

const seriesMember = ',"series":';

/** polars: `readJSON` of the points straight from their bytes, `unpivot`, `join` and `groupBy`. */
export const implementation: Implementation<Uint8Array, PolarsFrame> = {
  prepare: keepBytes,
  run: sumFrame,
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

/** The points are the last member of a response here, so that they can be cut out without parsing. */
function sumFrame({ buffer, byteOffset, byteLength }: Uint8Array): PolarsFrame {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  const seriesAt = bytes.indexOf(seriesMember);
  const { metadata } = JSON.parse(`${bytes.toString("utf8", 0, seriesAt)}}`);
  const points = bytes.subarray(seriesAt + seriesMember.length, byteLength - 1);
  const wide = polars.readJSON(points, { format: "json", inferSchemaLength: 365 });
  return toPolarsRows(wide, metadata).groupBy("time", "sdkName").agg(polars.col("value").sum());
}
