import { UsageInputError } from "@ldusage/types/errors";
import type { PivotTable } from "../pivot/pivot.ts";
import { toRows } from "../pivot/to-rows.ts";
import { dimensionLabel } from "../series/dimensions.ts";
import type { SeriesTable } from "../series/series-table.ts";

export interface CsvOptions {
  /**
   * Puts an apostrophe before text that a spreadsheet would run as a formula. Changes such text, so it is off
   * unless asked for. @default false
   */
  readonly spreadsheetSafe?: boolean | undefined;
}

// Columns that every series table has.
const fixed = ["time", "bucket", "value"];

type Cell = string | number | null;

/**
 * CSV by RFC 4180, with line feeds: a header, then one record for each value of a series table (time, width of its
 * bucket, dimensions by name, value) or for each row of a pivot table. Holes are empty in a pivot table and absent in a series table.
 *
 * @example
 * ```ts
 * import { decodeSeries, toCsv } from "@ldusage/helpers";
 *
 * const table = decodeSeries({ metadata: [{ sdkAppId: "shop, web" }], series: [{ time: 1740787200000, "0": 8 }] });
 * toCsv(table); //=> 'time,bucket,sdkAppId,value\n2025-03-01T00:00:00.000Z,,"shop, web",8\n'
 * ```
 */
export function toCsv(table: SeriesTable | PivotTable, options: CsvOptions = {}): string {
  const records = "cells" in table ? pivotRecords(table) : tidyRecords(table);
  const { spreadsheetSafe = false } = options;
  return records
    .map((record) => `${record.map((cell) => encode(cell, spreadsheetSafe)).join(",")}\n`)
    .join("");
}

function tidyRecords(table: SeriesTable): Cell[][] {
  const names = [...new Set(table.columns.flatMap(({ dimensions }) => Object.keys(dimensions)))].sort();
  // A dimension may have any name; the fixed columns keep theirs.
  const header = names.map((name) => (fixed.includes(name) ? `dimension ${name}` : name));
  const records = toRows(table).map(({ time, granularity, dimensions, value }): Cell[] => {
    const labels = names.map((name) =>
      Object.hasOwn(dimensions, name) ? dimensionLabel(dimensions[name]) : null,
    );
    return [time, granularity ?? null, ...labels, value];
  });
  return [["time", "bucket", ...header, "value"], ...records];
}

function pivotRecords(table: PivotTable): Cell[][] {
  return [
    [table.index, ...table.columnLabels],
    ...table.rowLabels.map((label, row): Cell[] => [label, ...(table.cells[row] ?? [])]),
  ];
}

function encode(cell: Cell, spreadsheetSafe: boolean): string {
  if (cell === null) return "";
  if (typeof cell === "number") {
    if (Number.isFinite(cell)) return String(cell);
    throw new UsageInputError({
      parameter: "table",
      value: cell,
      rule: "CSV has no such number",
      wayOut: "use null",
    });
  }
  const text = spreadsheetSafe && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
