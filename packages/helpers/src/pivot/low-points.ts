import type { SeriesTable } from "../series/series-table.ts";
import type { Aggregate, PivotColumn, PivotRow } from "./aggregate.ts";
import { monthRows } from "./month-rows.ts";

/** A note where the last point of a row is below what its month had reached: the last day has been seen as zero. */
export function notesOnLows(
  { facts, timeMs }: SeriesTable,
  rows: readonly PivotRow[],
  columns: readonly PivotColumn[],
  aggregate: Aggregate,
): string[] {
  const isLast = aggregate === "last" && facts.aggregation === "month-to-date";
  if (!isLast && aggregate !== "month-end") return [];
  const firstRows = monthRows(timeMs);
  let first = "";
  let count = 0;
  const add = (row: PivotRow, { label }: PivotColumn, last: number, reached: number): void => {
    first ||= `${row.label}, ${label}: the last point is ${last}, below the ${reached} that the month had reached`;
    count += 1;
  };
  for (const column of columns) {
    for (const { values } of column.members) {
      findLows(values, rows, firstRows, (row, last, reached) => add(row, column, last, reached));
    }
  }
  return count === 0 ? [] : [count === 1 ? first : `${first}; and ${count - 1} more such`];
}

function findLows(
  values: Float64Array,
  rows: readonly PivotRow[],
  firstRows: Uint32Array,
  found: (row: PivotRow, last: number, reached: number) => void,
): void {
  let reached = Number.NaN;
  for (const row of rows) {
    let last = Number.NaN;
    for (let position = row.firstRow; position < row.endRow; position += 1) {
      if (firstRows[position] === position) reached = Number.NEGATIVE_INFINITY;
      const value = values[position] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      last = value;
      if (value > reached) reached = value;
    }
    if (last < reached) found(row, last, reached);
  }
}
