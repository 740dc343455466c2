import type { PivotTable } from "../pivot/pivot.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { checkNumbers } from "./check-numbers.ts";
import type { Grid } from "./grid-chunks.ts";

/** What a format decides of a grid; the numbers come from the table. */
export type GridText = Omit<Grid, "rowCount" | "columnCount" | "value">;

/** The grid of a table, in the text of a format for either kind. */
export function tableGrid(
  table: SeriesTable | PivotTable,
  textOfSeries: (table: SeriesTable) => GridText,
  textOfPivot: (table: PivotTable) => GridText,
): Grid {
  checkNumbers(table);
  if ("cells" in table) {
    const { rowLabels, columnLabels, cells } = table;
    return {
      ...textOfPivot(table),
      rowCount: rowLabels.length,
      columnCount: columnLabels.length,
      value: (row, column) => cells[row]?.[column] ?? Number.NaN,
    };
  }
  const { timeMs, columns } = table;
  return {
    ...textOfSeries(table),
    rowCount: timeMs.length,
    columnCount: columns.length,
    value: (row, column) => columns[column]?.values[row] ?? Number.NaN,
  };
}
