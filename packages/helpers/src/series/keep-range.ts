import type { TimeRange } from "../ranges/time-range.ts";
import type { SeriesTable } from "./series-table.ts";

/** The rows of a table whose time is inside a half-open range. */
export function keepRange(table: SeriesTable, { fromMs, toMs }: TimeRange): SeriesTable {
  const { timeMs, granularities, partial, columns } = table;
  const firstFrom = (limitMs: number): number => {
    const row = timeMs.findIndex((time) => time >= limitMs);
    return row === -1 ? timeMs.length : row;
  };
  const [start, end] = [firstFrom(fromMs), firstFrom(toMs)];
  if (start === 0 && end === timeMs.length) return table;
  return {
    ...table,
    timeMs: timeMs.slice(start, end),
    granularities: granularities.slice(start, end),
    partial: partial.slice(start, end),
    columns: columns.map(({ dimensions, values }) => ({ dimensions, values: values.slice(start, end) })),
  };
}
