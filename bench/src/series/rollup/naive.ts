import { parseResponse } from "../input/parse-response.ts";
import { type Implementation, keepBytes } from "../program/implementation.ts";
import { type TidyRow, toNaiveRows } from "../rows/naive-rows.ts";
import { digestSums, type SdkSum } from "./digest-sums.ts";

/** What one writes first: all rows as objects, then sums under a text of time and SDK name. */
export const implementation: Implementation<Uint8Array, Record<string, number>> = {
  prepare: keepBytes,
  run: (bytes) => sumRows(toNaiveRows(parseResponse(bytes))),
  digest: (sums) => digestSums(Object.entries(sums).map(readSum)),
};

function sumRows(rows: readonly TidyRow[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { time, sdkName, value } of rows) {
    const key = `${time}|${sdkName}`;
    sums[key] = (sums[key] ?? 0) + value;
  }
  return sums;
}

function readSum([key, value]: [string, number]): SdkSum {
  const [time, sdkName = ""] = key.split("|");
  return { time: Number(time), sdkName, value };
}
