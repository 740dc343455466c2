import { newTally, tallyNotes } from "../resample/tally.ts";
import { notesOnWidths } from "../series/reduce-points.ts";
import type { SeriesFacts, SeriesTable } from "../series/series-table.ts";
import { sortBy } from "../series/sort-by.ts";
import { seriesAdder } from "./add-series.ts";
import { type Aggregate, aggregateCell, checkAggregate } from "./aggregate.ts";
import { addGroups, groupByDimensions } from "./group-series.ts";
import { labelSeries } from "./label-series.ts";
import { notesOnLows } from "./low-points.ts";
import { pivotRows } from "./pivot-rows.ts";

/**
 * What becomes the rows, the columns and the cells.
 *
 * @example
 * ```ts
 * import type { PivotOptions } from "@ldusage/helpers";
 *
 * const monthsBySdk: PivotOptions = { index: "month", columns: "sdkName", aggregate: "month-end" };
 * const daysBySdkAndApp: PivotOptions = { index: "day", columns: ["sdkName", "sdkAppId"], aggregate: "max" };
 * const dailyTotal: PivotOptions = { index: "day", aggregate: "sum" };
 * ```
 */
export interface PivotOptions {
  /**
   * What a row is. `time`: one time of the table, whatever the width of its bucket. `day` and `month`: a calendar
   * day or month of the time zone of the series, with all points in it; a point that reaches beyond is refused.
   */
  readonly index: "time" | "day" | "month";
  /** The dimensions whose values become columns. Left out, the series as a whole is the only column. */
  readonly columns?: string | readonly string[] | undefined;
  /** How the points of a row become one value. */
  readonly aggregate: Aggregate;
  /**
   * Adds groups also where they may overlap. What comes out is an upper bound, and the notes say so.
   * @default false
   */
  readonly allowUpperBound?: boolean | undefined;
}

/**
 * A table with a label for each row and column.
 *
 * @example
 * ```ts
 * import { decodeSeries, type PivotTable, toWide } from "@ldusage/helpers";
 *
 * const table = decodeSeries({ metadata: [{ sdkName: "iOS" }], series: [{ time: 1740787200000, "0": 120 }] });
 * const { rowLabels, columnLabels, cells }: PivotTable = toWide(table);
 * [rowLabels[0], columnLabels[0], cells[0]?.[0]]; //=> ["2025-03-01T00:00:00.000Z", "iOS", 120]
 * ```
 */
export interface PivotTable {
  /** What the points of the table were, and whether the cells are upper bounds. */
  readonly facts: SeriesFacts;
  /** What a row is. */
  readonly index: "time" | "day" | "month";
  /** In order of time: `2025-03-01T00:00:00.000Z`, `2025-03-01` or `2025-03`. */
  readonly rowLabels: readonly string[];
  /**
   * For each row whether it still ran when it was asked for, or the table begins or ends inside it; `undefined` where
   * that cannot be told. Of month-to-date points only the end of a row must be there.
   */
  readonly partial: readonly (boolean | undefined)[];
  /** The dimensions that the columns are values of; `undefined` where the series as a whole is the only column. */
  readonly columns: string | readonly string[] | undefined;
  /** A different one for each column. */
  readonly columnLabels: readonly string[];
  /** By row, then by column. `null` where there is no value: a hole is not a zero. */
  readonly cells: readonly (readonly (number | null)[])[];
  /** What a reader should know about the numbers, in plain words. */
  readonly notes: readonly string[];
}

/**
 * Turns series into a table of times by values of one or several dimensions. Columns are in order of their labels;
 * values that differ only in their type have columns of their own. Series that fall into one column are added.
 *
 * Holes are skipped. The notes count rows that are partial or lack points, sums that leave out holes, and month-to-date
 * values whose last point is below what the month had reached.
 *
 * @throws NonAdditiveError when it would have to add numbers that do not add up.
 * @throws UsageInputError when no series has a dimension, the aggregate does not fit, a point is of several rows, or
 * points of one row would be added whose buckets overlap or are of unknown width.
 *
 * @example
 * ```ts
 * import { decodeSeries, pivot } from "@ldusage/helpers";
 *
 * const table = decodeSeries({
 *   metadata: [{ sdkAppId: "shop-android" }, { sdkAppId: "shop-web" }],
 *   series: [{ time: 1740787200000, "0": 120, "1": 8 }, { time: 1740873600000, "0": 141 }],
 * });
 * const byMonth = pivot(table, { index: "month", columns: "sdkAppId", aggregate: "max" });
 * byMonth.rowLabels; //=> ["2025-03"]
 * byMonth.columnLabels; //=> ["shop-android", "shop-web"]
 * byMonth.cells; //=> [[141, 8]]
 * ```
 */
export function pivot(table: SeriesTable, options: PivotOptions): PivotTable {
  const { index, columns, aggregate, allowUpperBound } = options;
  checkAggregate(table.facts, options);
  const { names, groups } = groupByDimensions(table, "columns", columns ?? []);
  const { facts, notes } = addGroups(table, groups, allowUpperBound);
  const { rows, partial, found } = pivotRows(table, options);
  const labels = labelSeries(groups, names);
  const adder = seriesAdder(table);
  const series = sortBy(
    groups.map(({ members }, position) => ({
      members,
      label: labels[position] ?? "",
      // Ends of months are those of each series.
      sum: adder.add(aggregate === "month-end" ? [] : members),
    })),
    ({ label }) => label,
  );
  const gaps = newTally(
    aggregate === "sum" ? "Sums that leave out holes" : "Values where some added series lack points",
  );
  const cells = rows.map((row) =>
    series.map((column) => {
      const value = aggregateCell(column, row, aggregate, gaps);
      return Number.isNaN(value) ? null : value;
    }),
  );
  const widths = aggregate === "sum" ? [] : notesOnWidths(table, aggregate);
  return {
    facts,
    index,
    rowLabels: rows.map(({ label }) => label),
    partial,
    columns,
    columnLabels: series.map(({ label }) => label),
    cells,
    notes: [
      ...new Set([
        ...notes,
        ...widths,
        ...found,
        ...adder.notes(),
        ...tallyNotes(gaps),
        ...notesOnLows(table, rows, series, aggregate),
      ]),
    ],
  };
}
