import type { SeriesTable } from "../series/series-table.ts";
import { dimensionNames } from "./dimension-codes.ts";
import { labelSeries } from "./label-series.ts";
import type { PivotTable } from "./pivot.ts";

/**
 * One row for each time and one column for each series, in the order of the table. Column labels are the values of
 * the series' dimensions, in order of their names; all in canonical form where two would look the same. Nothing is
 * added, so this works for any numbers.
 *
 * @example
 * ```ts
 * import { decodeSeries, toWide } from "@ldusage/helpers";
 *
 * const table = decodeSeries({
 *   metadata: [{ sdkName: "iOS", sdkType: "client" }, { sdkName: "Go", sdkType: "server" }],
 *   series: [{ time: 1740787200000, "0": 120 }],
 * });
 * const wide = toWide(table);
 * wide.columnLabels; //=> ["iOS / client", "Go / server"]
 * wide.rowLabels; //=> ["2025-03-01T00:00:00.000Z"]
 * wide.cells; //=> [[120, null]]
 * ```
 */
export function toWide({ facts, timeMs, partial, columns, notes }: SeriesTable): PivotTable {
  const names = dimensionNames(columns);
  return {
    facts,
    index: "time",
    rowLabels: Array.from(timeMs, (time) => new Date(time).toISOString()),
    partial,
    columns: names,
    columnLabels: labelSeries(columns, names),
    cells: Array.from(timeMs, (_, row) =>
      columns.map(({ values }) => {
        const value = values[row] ?? Number.NaN;
        return Number.isNaN(value) ? null : value;
      }),
    ),
    notes,
  };
}
