import { decodeSeriesBytes, type PivotTable, pivot } from "@ldusage/helpers";
import { type Implementation, type KnownBytes, keepKnownBytes } from "../program/implementation.ts";
import { digestCells, type MonthCell } from "./digest-cells.ts";

// Points and groups add up only where the operation and its parameters say so.
const asked = {
  operationId: "getServiceConnectionsUsage",
  parameters: { aggregationType: "incremental" },
} as const;

/** `decodeSeriesBytes` and `pivot`. */
export const implementation: Implementation<KnownBytes, PivotTable> = {
  prepare: keepKnownBytes,
  run: ({ bytes, granularity }) =>
    pivot(decodeSeriesBytes(bytes, { ...asked, granularity }), {
      ...{ index: "month", columns: "sdkName", aggregate: "sum" },
    }),
  digest: (table) => digestCells(cellsOf(table)),
};

function* cellsOf({ rowLabels, columnLabels, cells }: PivotTable): Generator<MonthCell> {
  for (const [row, month] of rowLabels.entries()) {
    for (const [column, sdkName] of columnLabels.entries()) {
      yield { month, sdkName, value: cells[row]?.[column] ?? Number.NaN };
    }
  }
}
