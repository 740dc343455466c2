import type { Granularity } from "@ldusage/types/catalog";
import type { Dimensions, SeriesTable } from "../series/series-table.ts";

/**
 * One value of a series.
 *
 * @example
 * ```ts
 * import { decodeSeries, type SeriesRow, toRows } from "@ldusage/helpers";
 *
 * const table = decodeSeries({ metadata: [{ sdkName: "iOS" }], series: [{ time: 1740787200000, "0": 120 }] });
 * const describe = ({ time, dimensions, value }: SeriesRow): string => `${time}: ${dimensions["sdkName"]} ${value}`;
 * toRows(table).map(describe); //=> ["2025-03-01T00:00:00.000Z: iOS 120"]
 * ```
 */
export interface SeriesRow {
  /** Start of the bucket as ISO 8601 text in UTC. */
  readonly time: string;
  /** Start of the bucket in epoch milliseconds. */
  readonly timeMs: number;
  /** Width of the bucket; `undefined` where it cannot be told. */
  readonly granularity: Granularity | undefined;
  /** Whether the bucket was still running when it was asked for; `undefined` where that cannot be told. */
  readonly partial: boolean | undefined;
  /** What the series is. Shared by all rows of the series, so not to be changed. */
  readonly dimensions: Dimensions;
  readonly value: number;
}

/**
 * The values of a table one by one, by time and then by series. Holes give no row. For very large tables
 * `toTidy` gives the same in columns, without an object for each value.
 *
 * @example
 * ```ts
 * import { decodeSeries, toRows } from "@ldusage/helpers";
 *
 * const table = decodeSeries({ metadata: [{}], series: [{ time: 1740787200000, "0": 120 }] });
 * toRows(table).map((row) => [row.time, row.value]); //=> [["2025-03-01T00:00:00.000Z", 120]]
 * ```
 */
export function toRows({
  timeMs: times,
  granularities,
  partial: partials,
  columns,
}: SeriesTable): SeriesRow[] {
  const rows: SeriesRow[] = [];
  const series = columns.map(({ dimensions }) => dimensions);
  const valuesOf = columns.map(({ values }) => values);
  for (let row = 0; row < times.length; row += 1) {
    const timeMs = times[row] ?? Number.NaN;
    const time = new Date(timeMs).toISOString();
    const granularity = granularities[row];
    const partial = partials[row];
    for (let index = 0; index < series.length; index += 1) {
      const dimensions = series[index];
      const value = valuesOf[index]?.[row];
      if (dimensions === undefined || value === undefined || Number.isNaN(value)) continue;
      rows.push({ time, timeMs, granularity, partial, dimensions, value });
    }
  }
  return rows;
}
