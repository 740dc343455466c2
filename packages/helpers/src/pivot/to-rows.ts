import type { Granularity } from "@ldusage/types/catalog";
import type { Dimensions, SeriesTable } from "../series/series-table.ts";

/** One value of a series. */
export interface SeriesRow {
  /** Start of the bucket as ISO 8601 text in UTC. */
  readonly time: string;
  /** Start of the bucket in epoch milliseconds. */
  readonly timeMs: number;
  /** Width of the bucket; `undefined` where it cannot be told. */
  readonly granularity: Granularity | undefined;
  readonly dimensions: Dimensions;
  readonly value: number;
}

/**
 * The values of a table one by one, by time and then by series. Holes give no row.
 *
 * @example
 * ```ts
 * import { decodeSeries, toRows } from "@ldusage/helpers";
 *
 * const table = decodeSeries({ metadata: [{}], series: [{ time: 1740787200000, "0": 120 }] });
 * toRows(table).map((row) => [row.time, row.value]); //=> [["2025-03-01T00:00:00.000Z", 120]]
 * ```
 */
export function toRows(table: SeriesTable): SeriesRow[] {
  const rows: SeriesRow[] = [];
  for (const [index, timeMs] of table.timeMs.entries()) {
    const time = new Date(timeMs).toISOString();
    const granularity = table.granularities[index];
    for (const { dimensions, values } of table.columns) {
      const value = values[index] ?? Number.NaN;
      if (!Number.isNaN(value)) rows.push({ time, timeMs, granularity, dimensions, value });
    }
  }
  return rows;
}
