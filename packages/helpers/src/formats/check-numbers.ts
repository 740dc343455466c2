import { refuseOption } from "@ldusage/types/errors";
import type { PivotTable } from "../pivot/pivot.ts";
import type { SeriesTable } from "../series/series-table.ts";

/** Refuses a table with a number that no format can write, before the first byte of it is written. */
export function checkNumbers(table: SeriesTable | PivotTable): void {
  const [lists, hole] =
    "cells" in table ? [table.cells, null] : [table.columns.map(({ values }) => values), Number.NaN];
  for (const list of lists) {
    for (const value of list) {
      if (Number.isFinite(value) || Object.is(value, hole)) continue;
      throw refuseOption("table", value, "it is not a number that can be written", `give ${hole} for a hole`);
    }
  }
}
