import { quoteText } from "@ldusage/types/errors";
import { canonicalDimensions } from "../series/dimensions.ts";
import type { Dimensions, SeriesColumn, SeriesTable } from "../series/series-table.ts";
import { notMonthToDate } from "./month-end.ts";
import { groupRows, type RowBuckets, type RowGroup, requireWidths, rowBuckets } from "./row-groups.ts";
import { countIn, isoTime, newTally, type Tally, tallyNotes } from "./tally.ts";

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
  const { facts } = table;
  if (facts.aggregation !== "month-to-date") throw notMonthToDate(facts);
  requireWidths(table);
  const buckets = rowBuckets(table);
  const found: Found = {
    months: groupRows(table, "monthly", buckets),
    buckets,
    falls: [],
    more: newTally("Further falls, each a hole"),
    heads: newTally("Holes, as no earlier point of the month is there"),
    jumps: newTally("Holes, as the rise covers an absent bucket or a hole too"),
  };
  const columns = table.columns.map((column) => ({ ...column, values: risesOf(column, found) }));
  return {
    ...table,
    facts: { ...facts, aggregation: "incremental", additiveOverTime: facts.measure === "counter" },
    columns,
    notes: [...table.notes, ...found.falls, ...tallyNotes(found.more, found.heads, found.jumps)],
  };
}

interface Found {
  readonly months: readonly RowGroup[];
  readonly buckets: RowBuckets;
  readonly falls: string[];
  readonly more: Tally;
  readonly heads: Tally;
  readonly jumps: Tally;
}

function risesOf({ values, dimensions }: SeriesColumn, found: Found): Float64Array {
  const { startMs, endMs } = found.buckets;
  const rises = new Float64Array(values.length).fill(Number.NaN);
  for (const { fromMs, firstRow, endRow } of found.months) {
    let reached = 0;
    // The first point of a month is what was added since its start.
    let coveredMs = fromMs;
    for (let row = firstRow; row < endRow; row += 1) {
      const value = values[row] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      const timeMs = startMs[row] ?? 0;
      const isHead = coveredMs === fromMs;
      if (value < reached && !isHead) {
        noteFall(found, dimensions, [reached, value], timeMs);
      } else {
        // Neither across a hole or an absent bucket, nor where buckets overlap.
        if (coveredMs === timeMs) rises[row] = value - reached;
        else countIn(isHead ? found.heads : found.jumps, timeMs);
        reached = value;
      }
      coveredMs = endMs[row] ?? 0;
    }
  }
  return rises;
}

function noteFall(
  { falls, more }: Found,
  dimensions: Dimensions,
  [from, to]: [number, number],
  timeMs: number,
): void {
  if (falls.length === mostFallNotes) {
    countIn(more, timeMs);
    return;
  }
  const series = quoteText(canonicalDimensions(dimensions));
  falls.push(`The series ${series} falls from ${from} to ${to} at ${isoTime(timeMs)}, which leaves a hole.`);
}
