import type { SeriesTable } from "../series/series-table.ts";
import { seriesAdder } from "./add-series.ts";
import { addGroups, groupByDimensions, type SeriesGroup } from "./group-series.ts";

/**
 * What series are added into.
 *
 * @example
 * ```ts
 * import type { RollupOptions } from "@ldusage/helpers";
 *
 * const oneTotal: RollupOptions = { by: [] };
 * const bounds: RollupOptions = { by: ["sdkType"], allowUpperBound: true };
 * ```
 */
export interface RollupOptions {
  /** The dimensions to keep: series that agree in them are added. `[]` adds everything into one total. */
  readonly by: string | readonly string[];
  /**
   * Adds groups also where they may overlap. What comes out is an upper bound, is marked so in the facts, and is
   * said in the notes. @default false
   */
  readonly allowUpperBound?: boolean | undefined;
}

/**
 * Adds the series of a table into fewer groups, time by time. A group is a hole where all its series are; of
 * month-to-date points also where one of them is that had a point before in the month, since it cannot have fallen to
 * nothing. The notes count these. A series that lacks one of the dimensions is in a group without it. Whether groups
 * add up is in the facts of the table; a group of one series adds nothing, so it is always allowed. Groups come in
 * canonical order.
 *
 * @throws NonAdditiveError when groups may overlap, as those of distinct counts do.
 * @throws UsageInputError when no series has one of the dimensions.
 *
 * @example
 * ```ts
 * import { decodeSeries, rollup } from "@ldusage/helpers";
 *
 * const response = {
 *   metadata: [{ sdkName: "Go", sdkType: "server" }, { sdkName: "Java", sdkType: "server" }],
 *   series: [{ time: 1740787200000, "0": 1440, "1": 60.5 }, { time: 1740873600000, "1": 30 }],
 * };
 * const parameters = { aggregationType: "incremental" };
 * const table = decodeSeries(response, { operationId: "getServiceConnectionsUsage", parameters });
 * const total = rollup(table, { by: "sdkType" });
 * total.columns.map(({ dimensions }) => dimensions["sdkType"]); //=> ["server"]
 * total.columns[0]?.values; //=> Float64Array [1500.5, 30]
 * ```
 */
export function rollup(table: SeriesTable, { by, allowUpperBound }: RollupOptions): SeriesTable {
  return rollupGroups(table, groupByDimensions(table, "by", by).groups, allowUpperBound);
}

/** A table of groups instead of series. */
export function rollupGroups(
  table: SeriesTable,
  groups: readonly SeriesGroup[],
  allowUpperBound: boolean | undefined,
  wayOut?: string,
): SeriesTable {
  const { facts, notes } = addGroups(table, groups, allowUpperBound, wayOut);
  const adder = seriesAdder(table);
  let hasGaps = false;
  const columns = groups.map(({ dimensions, members }) => {
    const sum = adder.add(members);
    hasGaps ||= sum.hasGaps;
    return { dimensions, values: sum.values };
  });
  const found = new Set(notes);
  if (hasGaps) found.add("Some added series lack points: they add nothing there.");
  for (const note of adder.notes()) found.add(note);
  return { ...table, facts, columns, notes: [...found] };
}
