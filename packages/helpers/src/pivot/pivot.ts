import { refuseOption } from "@ldusage/types/errors";
import { bucketClock } from "@ldusage/types/time";
import type { SeriesTable } from "../series/series-table.ts";
import { type Aggregate, aggregateColumn, checkAggregate } from "./aggregate.ts";
import { checkDimensions } from "./dimension-codes.ts";
import { addGroups, groupSeries, type SeriesGroup } from "./group-series.ts";
import { labelSeries } from "./label-series.ts";
import { cellsOf } from "./to-wide.ts";

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
  checkAggregate(table.facts, options);
  const groups = groupColumns(table, options.columns ?? []);
  const known = addGroups(table, groups, {
    allowUpperBound: options.allowUpperBound,
    wayOut:
      "ask for exactly the breakdown that is wanted, or take the upper bound with allowUpperBound: true",
  });
  const rows = groupRows(table, options.index);
  const times = [...rows.values()];
  const columns = groups.map(({ members }) => aggregateColumn(members, times, options.aggregate));
  const notes = new Set([...known.notes, ...notesOnWidths(table, options)]);
  const rowLabels = [...rows.keys()];
  for (const [row, rowLabel] of rowLabels.entries()) {
    for (const [position, column] of columns.entries()) {
      for (const note of column.notes.get(row) ?? []) {
        notes.add(`${rowLabel}, ${groups[position]?.label}: ${note}`);
      }
    }
  }
  return {
    index: options.index,
    rowLabels,
    columns: options.columns,
    columnLabels: groups.map(({ label }) => label),
    cells: cellsOf(
      columns.map(({ values }) => values),
      times.length,
    ),
    notes: [...notes],
  };
}

interface LabelledGroup extends SeriesGroup {
  readonly label: string;
}

/** The series of each column of the pivot table, in order of labels. */
function groupColumns({ columns }: SeriesTable, dimensions: string | readonly string[]): LabelledGroup[] {
  const names = [...new Set([dimensions].flat())];
  checkDimensions(columns, "columns", names);
  const groups = groupSeries(columns, names);
  const labels = labelSeries(
    groups.map((group) => group.dimensions),
    names,
  );
  return groups
    .map((group, position) => ({ ...group, label: labels[position] ?? "" }))
    .sort((left, right) => (left.label < right.label ? -1 : 1));
}

/** The times of each row of the pivot table, by label. */
function groupRows(
  { timeMs, granularities, facts }: SeriesTable,
  index: PivotOptions["index"],
): Map<string, number[]> {
  if (index === "time")
    return new Map(Array.from(timeMs, (time, row) => [new Date(time).toISOString(), [row]]));
  const clock = bucketClock(facts.timeZone);
  const labelOf = (time: number): string =>
    clock.dateOf(time).slice(0, index === "day" ? undefined : -"-31".length);
  const rows = new Map<string, number[]>();
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
    const members = rows.get(label);
    if (members === undefined) rows.set(label, [row]);
    else members.push(row);
  }
  return rows;
}

/** Sizes of points of different widths say nothing about each other. */
function notesOnWidths({ granularities }: SeriesTable, { aggregate }: PivotOptions): string[] {
  const widths = [...new Set(granularities)].map((width) => width ?? "of unknown width");
  if (aggregate === "sum" || widths.length < 2) return [];
  return [`Some points are ${widths.join(", some ")}: "${aggregate}" compares or mixes them.`];
}
