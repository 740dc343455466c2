import { refuseOption } from "@ldusage/types/errors";
import type { PivotTable } from "../pivot/pivot.ts";
import type { SeriesTable } from "../series/series-table.ts";

/** Refuses a table with a number that no format can write, before the first byte of it is written. */
export function checkNumbers(table: SeriesTable | PivotTable): void {
  if ("cells" in table) {
    for (const row of table.cells) {
      for (const value of row) if (value !== null && !Number.isFinite(value)) throw refuse(value, "null");
    }
    return;
  }
  for (const { values } of table.columns) {
    for (const value of values) if (Math.abs(value) === Number.POSITIVE_INFINITY) throw refuse(value, "NaN");
  }
}

function refuse(value: number, hole: string): Error {
  return refuseOption("table", value, "it is not a number that can be written", `give ${hole} for a hole`);
}
