import { dimensionNames } from "../pivot/dimension-codes.ts";
import type { PivotTable } from "../pivot/pivot.ts";
import type { SeriesTable } from "../series/series-table.ts";
import type { Grid } from "./grid-chunks.ts";
import { type Cell, columnNames, dimensionCell, factLabels, timeLabel } from "./series-labels.ts";
import { type GridText, tableGrid } from "./table-grid.ts";

/** How a format of lines and cells is written. */
export interface Delimited {
  readonly open: string;
  readonly separator: string;
  readonly close: string;
  readonly cell: (value: Cell) => string;
  /** The cell below a name of the header, given whether its column holds numbers. */
  readonly rule?: (isNumeric: boolean) => string;
}

/** The grid of a table in lines and cells, under a header. */
export function delimitedGrid(table: SeriesTable | PivotTable, format: Delimited): Grid {
  return tableGrid(
    table,
    (series) => seriesText(series, format),
    (pivot) => pivotText(pivot, format),
  );
}

function seriesText(table: SeriesTable, format: Delimited): GridText {
  const { open, separator, close, cell } = format;
  const { facts, timeMs, granularities, partial, columns } = table;
  const labels = factLabels(facts);
  const taken = [...Object.keys(labels), "time", "bucket", "value", "partial"];
  const names = dimensionNames(columns);
  const header = taken.toSpliced(-4, 0, ...names.map((name) => freeName(name, "dimension ", taken)));
  const leadOf = (cells: readonly Cell[]): string => cells.map((value) => cell(value) + separator).join("");
  const factLead = open + leadOf(Object.values(labels));
  return {
    head: headOf(header, (position) => position === header.length - 2, format),
    hole: undefined,
    columnLead: (column) => {
      const dimensions = columns[column]?.dimensions ?? {};
      return factLead + leadOf(names.map((name) => dimensionCell(dimensions, name)));
    },
    rowLead: (row) => leadOf([timeLabel(timeMs, row), granularities[row]]),
    rowTail: (row) => separator + cell(partial[row]) + close,
  };
}

function pivotText(table: PivotTable, format: Delimited): GridText {
  const { open, separator, close, cell } = format;
  const { index, rowLabels, partial } = table;
  const taken = [index, "partial"];
  const header = taken.toSpliced(1, 0, ...columnNames(table).map((name) => freeName(name, "column ", taken)));
  return {
    head: headOf(header, (position) => position > 0 && position < header.length - 1, format),
    hole: "",
    rowStart: (row) => open + cell(rowLabels[row]),
    rowEnd: (row) => separator + cell(partial[row]) + close,
    columnLead: () => separator,
  };
}

function headOf(
  header: readonly string[],
  isNumeric: (position: number) => boolean,
  { open, separator, close, cell, rule }: Delimited,
): string {
  const lineOf = (cells: readonly string[]): string => open + cells.join(separator) + close;
  const rules = rule === undefined ? [] : [header.map((_name, position) => rule(isNumeric(position)))];
  return [header.map(cell), ...rules].map(lineOf).join("");
}

/** A name that is none of the taken ones. Different names stay different: a taken one with prefixes gets one more. */
function freeName(name: string, prefix: string, taken: readonly string[]): string {
  let bare = name;
  while (bare.startsWith(prefix)) bare = bare.slice(prefix.length);
  return taken.includes(bare) ? prefix + name : name;
}
