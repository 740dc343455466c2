import type { Granularity } from "@ldusage/types/catalog";
import { refuseOption } from "@ldusage/types/errors";
import { bucketClock } from "@ldusage/types/time";
import type { TimeRange } from "../ranges/time-range.ts";
import { bucketWidths } from "../series/bucket-widths.ts";
import type { RowSpan } from "../series/reduce-points.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { countIn, isoTime, newTally, tallyNotes } from "./tally.ts";

/** Where the bucket of each row starts and ends by the clock; the end is `NaN` where its width is not known. */
export interface RowBuckets {
  readonly startMs: Float64Array;
  readonly endMs: Float64Array;
}

/** Rows that fall into one wider bucket. They follow each other, since times ascend. */
export interface RowGroup extends TimeRange, RowSpan {}

export function rowBuckets({ timeMs, granularities, facts }: SeriesTable): RowBuckets {
  const clock = bucketClock(facts.timeZone);
  const endMs = new Float64Array(timeMs.length).fill(Number.NaN);
  const startMs = timeMs.map((time, row) => {
    const width = granularities[row];
    if (width === undefined) return time;
    endMs[row] = clock.endMs(time, width);
    return clock.startMs(time, width);
  });
  return { startMs, endMs };
}

/** Refuses a table with a bucket whose width is not known. */
export function requireWidths({ timeMs, granularities }: SeriesTable): void {
  const row = granularities.indexOf(undefined);
  if (row === -1) return;
  throw refuseOption(
    "table",
    new Date(timeMs[row] ?? Number.NaN),
    "it is the start of a bucket of unknown width",
    'give "granularity" where the table is decoded',
  );
}

/** Refuses to add points of which one holds another: after a change of widths a coarse bucket may hold finer ones. */
export function refuseOverlaps({ timeMs }: SeriesTable, { startMs, endMs }: RowBuckets): void {
  const row = startMs.findIndex((start, index) => (endMs[index - 1] ?? Number.NaN) > start);
  if (row === -1) return;
  const rule = `the bucket at ${isoTime(timeMs[row - 1] ?? 0)} holds it too, so it would count twice`;
  throw refuseOption("table", new Date(timeMs[row] ?? 0), rule, "remove one of the two");
}

/**
 * The rows of a table by wider bucket.
 *
 * @throws UsageInputError when a row does not fit into one of them.
 */
export function groupRows(table: SeriesTable, granularity: Granularity, { endMs }: RowBuckets): RowGroup[] {
  const clock = bucketClock(table.facts.timeZone);
  const groups: RowGroup[] = [];
  let group: TimeRange = { fromMs: Number.NaN, toMs: Number.NEGATIVE_INFINITY };
  let firstRow = 0;
  for (const [row, time] of table.timeMs.entries()) {
    if (time >= group.toMs) {
      if (row > 0) groups.push({ ...group, firstRow, endRow: row });
      group = { fromMs: clock.startMs(time, granularity), toMs: clock.endMs(time, granularity) };
      firstRow = row;
    }
    if ((endMs[row] ?? 0) > group.toMs) throw refuseRow(table, row, granularity);
  }
  if (table.timeMs.length > 0) groups.push({ ...group, firstRow, endRow: table.timeMs.length });
  return groups;
}

function refuseRow(
  { timeMs, granularities, facts }: SeriesTable,
  row: number,
  granularity: Granularity,
): Error {
  const width = granularities[row] ?? granularity;
  const time = timeMs[row] ?? Number.NaN;
  if (bucketWidths.indexOf(width) > bucketWidths.indexOf(granularity)) {
    const rule = `it is finer than the ${width} bucket at ${isoTime(time)}`;
    return refuseOption("options.granularity", granularity, rule, `give "${width}" or a wider one`);
  }
  const rule = `its ${width} bucket reaches over the end of the ${granularity} one`;
  // Only local days reach over the end of a month.
  const wayOut =
    width === "daily" && granularity === "monthly"
      ? `for months of ${facts.timeZone} use pivot with index "month"`
      : "give finer points, or points of the time zone UTC";
  return refuseOption("table", new Date(time), rule, wayOut);
}

/**
 * Whether each wider bucket is partial, and what to say of it.
 *
 * @param endOnly Whether only the end of a bucket must be there, as with points that count from an earlier start.
 */
export function coverage(
  { timeMs, partial }: SeriesTable,
  groups: readonly RowGroup[],
  { startMs, endMs }: RowBuckets,
  endOnly: boolean,
): Pick<SeriesTable, "partial" | "notes"> {
  const partly = newTally("Buckets that still run, or that the table begins or ends in");
  const gaps = newTally(`Buckets without a point for ${endOnly ? "their end" : "some of their time"}`);
  const states = groups.map(({ fromMs, toMs, firstRow, endRow }) => {
    const first = endOnly ? endRow - 1 : firstRow;
    let coveredMs = endOnly ? (startMs[first] ?? 0) : fromMs;
    let state: boolean | undefined = false;
    let hasGap = false;
    for (let row = first; row < endRow; row += 1) {
      const isGap = (startMs[row] ?? 0) > coveredMs;
      hasGap ||= isGap && row > 0;
      // Whatever is still running stays so; of the rest, one unknown bucket makes all unknown.
      if (isGap && row === 0) state = true;
      else if (state !== true && partial[row] !== false) state = partial[row];
      coveredMs = Math.max(coveredMs, endMs[row] ?? 0);
    }
    if (coveredMs < toMs) {
      if (endRow === timeMs.length) state = true;
      else hasGap = true;
    }
    if (state === true) countIn(partly, fromMs);
    if (hasGap) countIn(gaps, fromMs);
    return state;
  });
  return { partial: states, notes: tallyNotes(partly, gaps) };
}
