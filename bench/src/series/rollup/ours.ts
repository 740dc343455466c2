import { decodeSeriesBytes, rollup, type SeriesTable } from "@ldusage/helpers";
import { type Implementation, type KnownBytes, keepKnownBytes } from "../program/implementation.ts";
import { digestSums, type SdkSum } from "./digest-sums.ts";

// Groups add up only where the operation and its parameters say so.
const asked = {
  operationId: "getServiceConnectionsUsage",
  parameters: { aggregationType: "incremental" },
} as const;

/** `decodeSeriesBytes` and `rollup`. */
export const implementation: Implementation<KnownBytes, SeriesTable> = {
  prepare: keepKnownBytes,
  run: ({ bytes, granularity }) =>
    rollup(decodeSeriesBytes(bytes, { ...asked, granularity }), { by: "sdkName" }),
  digest: (table) => digestSums(sumsOf(table)),
};

function* sumsOf({ timeMs, columns }: SeriesTable): Generator<SdkSum> {
  for (const { dimensions, values } of columns) {
    for (const [row, value] of values.entries()) {
      if (Number.isNaN(value)) continue;
      yield { time: timeMs[row] ?? Number.NaN, sdkName: String(dimensions["sdkName"]), value };
    }
  }
}
