import { type PolarsFrame, readWide, timeText, toPolarsRows } from "../peers/polars.ts";
import { type Implementation, keepBytes } from "../program/implementation.ts";
import { digestCells } from "./digest-cells.ts";

/** polars: `readJSON`, months by `strftime`, once a time, `unpivot`, `join` and `pivot`. */
export const implementation: Implementation<Uint8Array, PolarsFrame> = {
  prepare: keepBytes,
  run: (bytes) => {
    const { wide, metadata } = readWide(bytes);
    const dated = wide.withColumn(timeText("%Y-%m", "month"));
    return toPolarsRows({ wide: dated, metadata }, ["month"]).pivot("value", {
      ...{ index: "month", on: "sdkName", aggregateFunc: "sum" },
    });
  },
  digest: (frame) => {
    const months = frame.getColumn("month").toArray();
    const sdkNames = frame.columns.filter((name) => name !== "month");
    return digestCells(
      sdkNames.flatMap((sdkName) =>
        frame
          .getColumn(sdkName)
          .toArray()
          .map((value, row) => ({ month: String(months[row]), sdkName, value: Number(value) })),
      ),
    );
  },
};
