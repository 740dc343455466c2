import { refuseOption } from "@ldusage/types/errors";
import { bucketClock } from "@ldusage/types/time";
import { notesOnWidths, type RowSpan } from "../series/reduce-points.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { sortBy } from "../series/sort-by.ts";
import { type Aggregate, aggregateCell, checkAggregate } from "./aggregate.ts";
import { addGroups, addSeries, groupByDimensions } from "./group-series.ts";
import { labelSeries } from "./label-series.ts";

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
  /** What a row is. */
  readonly index: "time" | "day" | "month";
  /** In order of time: `2025-03-01T00:00:00.000Z`, `2025-03-01` or `2025-03`. */
  readonly rowLabels: readonly string[];
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
 * @throws NonAdditiveError when it would have to add numbers that do not add up.
 * @throws UsageInputError when no series has a dimension, the aggregate does not fit, or a point is of several rows.
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
  const known = addGroups(table, groups, allowUpperBound);
  const labels = labelSeries(groups, names);
  const series = sortBy(
    groups.map(({ members }, position) => ({
      members,
      label: labels[position] ?? "",
      sum: addSeries(members),
    })),
    ({ label }) => label,
  );
  const rows = spansOf(table, index);
  const notes = new Set(known.notes);
  if (aggregate !== "sum") for (const note of notesOnWidths(table, aggregate)) notes.add(note);
  const found: string[] = [];
  const cells = Array.from(rows, ([rowLabel, span]) =>
    series.map(({ members, sum, label }) => {
      const value = aggregateCell(members, sum, span, aggregate, found);
      for (const note of found.splice(0)) notes.add(`${rowLabel}, ${label}: ${note}`);
      return Number.isNaN(value) ? null : value;
    }),
  );
  return {
    index,
    rowLabels: [...rows.keys()],
    columns,
    columnLabels: series.map(({ label }) => label),
    cells,
    notes: [...notes],
  };
}

/** By label the rows of the table, in order of time. */
function spansOf(
  { timeMs, granularities, facts }: SeriesTable,
  index: PivotOptions["index"],
): Map<string, RowSpan> {
  const spans = new Map<string, RowSpan>();
  if (index === "time") {
    for (const [row, time] of timeMs.entries()) {
      spans.set(new Date(time).toISOString(), { firstRow: row, endRow: row + 1 });
    }
    return spans;
  }
  const clock = bucketClock(facts.timeZone);
  const labelOf = (time: number): string =>
    clock.dateOf(time).slice(0, index === "day" ? undefined : -"-31".length);
  let [label, dayStartMs, dayEndMs] = ["", 0, 0];
  for (const [row, time] of timeMs.entries()) {
    // Dates of a time zone are costly: once for each day.
    if (time < dayStartMs || time >= dayEndMs) {
      label = labelOf(time);
      dayStartMs = time;
      dayEndMs = clock.endMs(time, "daily");
    }
    const width = granularities[row];
    const endMs = width === undefined ? time : clock.endMs(time, width);
    // A month as one point, or an hour of a zone whose midnight is at half past, is not of one day.
    if (endMs > dayEndMs && labelOf(endMs - 1) !== label) {
      throw refuseOption(
        "index",
        index,
        `the ${width} point at ${new Date(time).toISOString()} reaches beyond one ${index} of ${facts.timeZone}`,
        'use "time", or ask for other buckets',
      );
    }
    spans.set(label, { firstRow: spans.get(label)?.firstRow ?? row, endRow: row + 1 });
  }
  return spans;
}
