import { quoteText } from "@ldusage/types/errors";
import { canonicalDimensions } from "../series/dimensions.ts";
import type { Dimensions, SeriesColumn, SeriesTable } from "../series/series-table.ts";
import { requireMonthToDate } from "./month-end.ts";
import { groupRows, type RowBuckets, type RowGroup, requireWidths, rowBuckets } from "./row-groups.ts";
import { countIn, isoTime, newTally, tallyNote } from "./tally.ts";

// Every one costs a line; a table may have thousands.
const mostFallNotes = 20;

/**
 * What came in each bucket, from month-to-date points: how far each rose above the one before. The first bucket of a
 * UTC month keeps its value, since the count begins there.
 *
 * What cannot be told is a hole, and noted:
 * - a point without one before it in its month, unless its bucket is the first of the month;
 * - a point after a hole or an absent bucket, since its rise covers several buckets. To have the whole rise in that
 *   bucket, carry the value before forward first, with `fillHoles`;
 * - a point below an earlier one of its month, such as the zero of a day that still runs. The next rise is taken
 *   from the largest value so far, so that the buckets of a month still add up to what it reached.
 *
 * Points become `incremental`. Those of counters add up: resampled to months they are the month-end values. Distinct
 * counts become the keys first seen in their month in that bucket. They stay non-additive: across months a key comes
 * again, and an incremental distinct count is not known to mean first-seen keys wherever else it comes from.
 *
 * @throws UsageInputError when the points are not month-to-date, or a bucket has no known width or crosses a month.
 *
 * @example
 * ```ts
 * import { decodeSeries, differences } from "@ldusage/helpers";
 *
 * const table = decodeSeries(
 *   { metadata: [{}], series: [{ time: Date.UTC(2026, 0, 1), "0": 5 }, { time: Date.UTC(2026, 0, 2), "0": 7 }] },
 *   { operationId: "getDataExportEventsUsage" },
 * );
 * differences(table).columns[0]?.values; //=> Float64Array [5, 2]
 * ```
 */
export function differences(table: SeriesTable): SeriesTable {
  const { facts, timeMs } = table;
  requireMonthToDate(facts);
  requireWidths(table);
  const buckets = rowBuckets(table);
  const found: Found = { months: groupRows(table, "monthly", buckets), buckets, falls: [], falling: 0 };
  const [heads, jumps] = [newTally(), newTally()];
  const columns = table.columns.map((column) => ({
    dimensions: column.dimensions,
    values: risesOf(column, found, (row, isHead) => countIn(isHead ? heads : jumps, timeMs[row] ?? 0)),
  }));
  const more = found.falling - found.falls.length;
  return {
    ...table,
    facts: { ...facts, aggregation: "incremental", additiveOverTime: facts.measure === "counter" },
    columns,
    notes: [
      ...table.notes,
      ...found.falls,
      ...(more > 0 ? [`Further falls, each a hole: ${more}.`] : []),
      ...tallyNote("Holes, as no earlier point of the month is there", heads),
      ...tallyNote("Holes, as the rise covers an absent bucket or a hole too", jumps),
    ],
  };
}

interface Found {
  readonly months: readonly RowGroup[];
  readonly buckets: RowBuckets;
  readonly falls: string[];
  falling: number;
}

function risesOf(
  { values, dimensions }: SeriesColumn,
  found: Found,
  onUnknown: (row: number, isHead: boolean) => void,
): Float64Array {
  const { startMs, endMs } = found.buckets;
  const rises = new Float64Array(values.length).fill(Number.NaN);
  for (const { fromMs, firstRow, endRow } of found.months) {
    let reached = Number.NaN;
    let lastRow = -1;
    for (let row = firstRow; row < endRow; row += 1) {
      const value = values[row] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      if (lastRow === -1) {
        if (startMs[row] === fromMs) rises[row] = value;
        else onUnknown(row, true);
        reached = value;
      } else if (value < reached) {
        noteFall(found, dimensions, [reached, value], startMs[row] ?? 0);
      } else {
        // Neither across a hole or an absent bucket, nor where buckets overlap.
        if (endMs[lastRow] === startMs[row]) rises[row] = value - reached;
        else onUnknown(row, false);
        reached = value;
      }
      lastRow = row;
    }
  }
  return rises;
}

function noteFall(found: Found, dimensions: Dimensions, [from, to]: [number, number], timeMs: number): void {
  found.falling += 1;
  if (found.falls.length >= mostFallNotes) return;
  const series = quoteText(canonicalDimensions(dimensions));
  found.falls.push(
    `The series ${series} falls from ${from} to ${to} at ${isoTime(timeMs)}, which leaves a hole.`,
  );
}
