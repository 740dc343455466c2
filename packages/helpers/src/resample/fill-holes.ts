import type { Granularity } from "@ldusage/types/catalog";
import { refuseOption } from "@ldusage/types/errors";
import { bucketClock, utcMonthStartMs } from "@ldusage/types/time";
import { checkChoice } from "../options/check-option.ts";
import { isMonthToDate } from "../series/point-kind.ts";
import type { SeriesFacts, SeriesTable } from "../series/series-table.ts";
import { requireWidths, rowBuckets } from "./row-groups.ts";
import { countIn, newTally, type Tally, tallyNotes } from "./tally.ts";

// 400 MB of values. A gap of years in minutely points would be more.
const mostCells = 50_000_000;
// A row costs as much as this many values, whatever its columns.
const cellsPerRow = 50;

/**
 * What {@link fillHoles} puts into holes.
 *
 * @example
 * ```ts
 * import type { FillHolesOptions } from "@ldusage/helpers";
 *
 * const options: FillHolesOptions = { policy: "zero", addBuckets: true };
 * options.policy; //=> "zero"
 * ```
 */
export interface FillHolesOptions {
  /**
   * - `zero`: nothing was used there. Month-to-date values, and those of an unknown operation, get it only until their
   *   UTC month has reached more: a zero after that would be a fall, so later holes stay. Fill them with `previous`.
   * - `previous`: the value before is carried forward. Month-to-date values, and those of an unknown operation, are
   *   carried inside their UTC month only. Holes without a value before them stay.
   */
  readonly policy: "zero" | "previous";
  /**
   * Whether to add the buckets that are absent between the first and the last one, each as wide as the one before
   * the gap. Where such a one would reach into the next bucket, those of the next one's width follow.
   *
   * @default false
   */
  readonly addBuckets?: boolean | undefined;
}

/**
 * Puts a value into holes. Values that are there never change. The API does not state whether a missing value
 * means zero, so that is for the caller to say; the notes count what was filled and added.
 *
 * @throws UsageInputError when amounts would be carried forward, which counts them again, and when buckets are to be
 * added to ones of unknown width or would be more than memory holds.
 *
 * @example
 * ```ts
 * import { decodeSeries, fillHoles } from "@ldusage/helpers";
 *
 * const table = decodeSeries(
 *   { metadata: [{}], series: [{ time: Date.UTC(2026, 0, 1), "0": 5 }, { time: Date.UTC(2026, 0, 3), "0": 7 }] },
 *   { operationId: "getMAUTotalUsage", granularity: "daily" },
 * );
 * fillHoles(table, { policy: "previous", addBuckets: true }).columns[0]?.values; //=> Float64Array [5, 5, 7]
 * ```
 */
export function fillHoles(table: SeriesTable, { policy, addBuckets = false }: FillHolesOptions): SeriesTable {
  checkPolicy(table.facts, policy);
  const isZero = policy === "zero";
  const filled = newTally(`Holes filled with ${isZero ? "zero" : "the value before them"}`);
  const why = isZero ? "their month had reached more than zero" : "no value comes before them";
  const left = newTally(`Holes that stay, as ${why}`);
  const wide = addBuckets ? addAbsentBuckets(table) : table;
  const { timeMs, facts, notes } = wide;
  // Rows of one period may take values from each other.
  const isToDate = isMonthToDate(facts);
  const periods = isToDate ? timeMs.map(utcMonthStartMs) : new Float64Array(timeMs.length);
  const columns = wide.columns.map((column) => {
    if (!column.values.some(Number.isNaN)) return column;
    const values = column.values.slice();
    const start = isZero ? 0 : Number.NaN;
    let carried = start;
    for (let row = 0; row < values.length; row += 1) {
      const value = values[row] ?? Number.NaN;
      if (periods[row] !== periods[row - 1]) carried = start;
      if (Number.isNaN(value)) {
        values[row] = carried;
        countIn(Number.isNaN(carried) ? left : filled, timeMs[row] ?? 0);
      } else if (!isZero) carried = value;
      else if (isToDate && value > 0) carried = Number.NaN;
    }
    return { ...column, values };
  });
  return { ...wide, columns, notes: [...notes, ...tallyNotes(filled, left)] };
}

function checkPolicy({ additiveOverTime, aggregation }: SeriesFacts, policy: string): void {
  checkChoice("policy", policy, ["zero", "previous"]);
  if (policy === "previous" && (additiveOverTime || aggregation === "incremental")) {
    const rule = "each point counts its own bucket, and carried forward it would count again";
    throw refuseOption("policy", policy, rule, 'use "zero"');
  }
}

interface BucketRow {
  readonly startMs: number;
  readonly granularity: Granularity | undefined;
  /** Row in the table; -1 for a row that is added. */
  readonly source: number;
}

function addAbsentBuckets(table: SeriesTable): SeriesTable {
  const added = newTally("Buckets added");
  const rests = newTally("Gaps with a rest that no whole bucket fits into");
  const rows = withAbsentRows(table, added, rests);
  return {
    ...table,
    timeMs: Float64Array.from(rows, ({ startMs }) => startMs),
    granularities: rows.map(({ granularity }) => granularity),
    // A bucket with another one after it has ended.
    partial: rows.map(({ source }) => (source < 0 ? false : table.partial[source])),
    columns: table.columns.map(({ dimensions, values }) => ({
      dimensions,
      values: Float64Array.from(rows, ({ source }) => values[source] ?? Number.NaN),
    })),
    notes: [...table.notes, ...tallyNotes(added, rests)],
  };
}

function withAbsentRows(table: SeriesTable, added: Tally, rests: Tally): BucketRow[] {
  requireWidths(table);
  const clock = bucketClock(table.facts.timeZone);
  const { startMs, endMs } = rowBuckets(table);
  const rows: BucketRow[] = [];
  for (const [source, time] of table.timeMs.entries()) {
    rows.push({ startMs: time, granularity: table.granularities[source], source });
    const nextMs = startMs[source + 1] ?? Number.NEGATIVE_INFINITY;
    const near = table.granularities.slice(source, source + 2);
    for (let gapMs = endMs[source] ?? nextMs; gapMs < nextMs; ) {
      const granularity = near.find(
        (width = "daily") => clock.startMs(gapMs, width) === gapMs && clock.endMs(gapMs, width) <= nextMs,
      );
      if (granularity === undefined) {
        countIn(rests, gapMs);
        break;
      }
      if (rows.length * (table.columns.length + cellsPerRow) >= mostCells) {
        const rule = "it would make more values than memory may hold";
        throw refuseOption("addBuckets", true, rule, "fill a shorter range");
      }
      rows.push({ startMs: gapMs, granularity, source: -1 });
      countIn(added, gapMs);
      gapMs = clock.endMs(gapMs, granularity);
    }
  }
  return rows;
}
