import { parseResponse } from "../input/parse-response.ts";
import { type Implementation, keepBytes } from "../program/implementation.ts";
import { type TidyRow, toNaiveRows } from "../rows/naive-rows.ts";
import { digestCells, monthOf } from "./digest-cells.ts";

type Cells = Record<string, Record<string, number>>;

/** What one writes first: all rows as objects, then an object of sums for each month. */
export const implementation: Implementation<Uint8Array, Cells> = {
  prepare: keepBytes,
  run: (bytes) => addRows(toNaiveRows(parseResponse(bytes))),
  digest: (months) =>
    digestCells(
      Object.entries(months).flatMap(([month, sums]) =>
        Object.entries(sums).map(([sdkName, value]) => ({ month, sdkName, value })),
      ),
    ),
};

function addRows(rows: readonly TidyRow[]): Cells {
  const cells: Cells = {};
  for (const { time, sdkName, value } of rows) {
    const month = monthOf(time);
    cells[month] ??= {};
    cells[month][sdkName] = (cells[month][sdkName] ?? 0) + value;
  }
  return cells;
}
