import { UsageInputError } from "@ldusage/types/errors";
import { bucketClock } from "@ldusage/types/time";
import { NonAdditiveError } from "../errors/non-additive-error.ts";
import { canonicalValue, dimensionLabel } from "../series/dimensions.ts";
import type { SeriesColumn, SeriesTable } from "../series/series-table.ts";
import { type Aggregate, aggregateCell, checkAggregate } from "./aggregate.ts";

export interface PivotOptions {
  /** What a row is: one time, or a calendar day or month of the series' time zone. */
  readonly index: "time" | "day" | "month";
  /** The dimension whose values become columns. Left out, the series as a whole is the only column. */
  readonly columns?: string | undefined;
  /** How the points of a row become one value. */
  readonly aggregate: Aggregate;
}

/** A table with a label for each row and column. */
export interface PivotTable {
  readonly index: "time" | "day" | "month";
  readonly rowLabels: readonly string[];
  /** The dimension that the columns are values of. */
  readonly columns: string | undefined;
  readonly columnLabels: readonly string[];
  /** By row, then by column. `null` where there is no value: a hole is not a zero. */
  readonly cells: readonly (readonly (number | null)[])[];
  /** What a reader should know about the numbers, in plain words. */
  readonly notes: readonly string[];
}

/**
 * Turns series into a table of times by values of a dimension.
 *
 * @throws NonAdditiveError when it would have to add numbers that do not add up.
 * @throws UsageInputError when no series has the dimension, or the aggregate does not fit.
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
  const groups = groupColumns(table, options.columns);
  const rows = groupRows(table, options.index);
  const notes = new Set([...table.notes, ...notesOnWidths(table, options)]);
  const cells = [...rows].map(([rowLabel, times]) =>
    [...groups].map(([columnLabel, members]) => {
      const cell = aggregateCell(members, times, options.aggregate);
      for (const note of cell.notes) notes.add(`${rowLabel}, ${columnLabel}: ${note}`);
      return cell.value;
    }),
  );
  return {
    index: options.index,
    rowLabels: [...rows.keys()],
    columns: options.columns,
    columnLabels: [...groups.keys()],
    cells,
    notes: [...notes],
  };
}

/** The series of each column of the pivot table, in order of labels. */
function groupColumns(
  table: SeriesTable,
  dimension: string | undefined,
): Map<string, readonly SeriesColumn[]> {
  if (table.columns.length === 0) return new Map();
  const groups =
    dimension === undefined
      ? new Map([["value", table.columns]])
      : withLabels(groupByDimension(table.columns, dimension), dimension);
  const added = [...groups].find(([, members]) => members.length > 1);
  if (added !== undefined && table.facts.additiveAcrossGroups !== "yes") {
    throw new NonAdditiveError(
      "groups",
      `${added[1].length} series fall into "${added[0]}", and groups of ${table.facts.operationId ?? "this series"} may overlap`,
      "ask for exactly the breakdown that is wanted, or filter to one group",
    );
  }
  return new Map([...groups].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function groupByDimension(columns: readonly SeriesColumn[], dimension: string): Map<string, SeriesColumn[]> {
  const known = new Set(columns.flatMap(({ dimensions }) => Object.keys(dimensions)));
  if (!known.has(dimension)) {
    const wayOut = known.size === 0 ? "ask for the breakdown first" : `use one of ${[...known].join(", ")}`;
    throw new UsageInputError({
      parameter: "columns",
      value: dimension,
      rule: "no series has this dimension",
      wayOut,
    });
  }
  const groups = new Map<string, SeriesColumn[]>();
  for (const column of columns) {
    const key = canonicalValue(column.dimensions[dimension]);
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [column]);
    else members.push(column);
  }
  return groups;
}

/** Groups under readable labels, or all in canonical form where two values differ only in their type. */
function withLabels(
  groups: ReadonlyMap<string, SeriesColumn[]>,
  dimension: string,
): Map<string, SeriesColumn[]> {
  const readable = new Map(
    [...groups.values()].map((members) => [dimensionLabel(members[0]?.dimensions[dimension]), members]),
  );
  return readable.size === groups.size ? readable : new Map(groups);
}

function groupRows(
  { timeMs, granularities, facts }: SeriesTable,
  index: PivotOptions["index"],
): Map<string, number[]> {
  const clock = bucketClock(facts.timeZone);
  const labelOf = (time: number): string => {
    const date = clock.dateOf(time);
    return index === "day" ? date : date.slice(0, -"-31".length);
  };
  const rows = new Map<string, number[]>();
  for (const [row, time] of timeMs.entries()) {
    const label = index === "time" ? new Date(time).toISOString() : labelOf(time);
    const width = granularities[row];
    // A month as one point, or an hour of a zone whose midnight is at half past, is not of one day.
    if (index !== "time" && width !== undefined && labelOf(clock.endMs(time, width) - 1) !== label) {
      throw new UsageInputError({
        parameter: "index",
        value: index,
        rule: `the ${width} point at ${new Date(time).toISOString()} reaches beyond one ${index} of ${facts.timeZone}`,
        wayOut: 'use "time", or ask for other buckets',
      });
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
