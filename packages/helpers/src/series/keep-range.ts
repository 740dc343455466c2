import type { TimeRange } from "../ranges/time-range.ts";
import type { SeriesTable } from "./series-table.ts";

/** The rows of a table whose time is inside a half-open range. */
export function keepRange(table: SeriesTable, { fromMs, toMs }: TimeRange): SeriesTable {
  const start = table.timeMs.findIndex((time) => time >= fromMs);
  if (start === -1) return { ...table, ...rows(table, 0, 0) };
  const last = table.timeMs.at(-1) ?? fromMs;
  if (start === 0 && last < toMs) return table;
  const end = table.timeMs.findIndex((time) => time >= toMs);
  return { ...table, ...rows(table, start, end === -1 ? table.timeMs.length : Math.max(start, end)) };
}

function rows(
  table: SeriesTable,
  start: number,
  end: number,
): Pick<SeriesTable, "timeMs" | "granularities" | "partial" | "columns"> {
  return {
    timeMs: table.timeMs.slice(start, end),
    granularities: table.granularities.slice(start, end),
    partial: table.partial.slice(start, end),
    columns: table.columns.map(({ dimensions, values }) => ({
      dimensions,
      values: values.slice(start, end),
    })),
  };
}
