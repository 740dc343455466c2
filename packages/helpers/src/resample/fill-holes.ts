import type { Granularity } from "@ldusage/types/catalog";
import { refuseOption } from "@ldusage/types/errors";
import { bucketClock, utcMonthStartMs } from "@ldusage/types/time";
import type { SeriesFacts, SeriesTable } from "../series/series-table.ts";
import { requireWidths, rowBuckets } from "./row-groups.ts";
import { countIn, newTally, type Tally, tallyNote } from "./tally.ts";

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
   * - `zero`: nothing was used there.
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
 * Puts a value into every hole. Values that are there never change. The API does not state whether a missing value
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
  const [filled, left] = [newTally(), newTally()];
  const wide = addBuckets ? addAbsentBuckets(table) : table;
  const { timeMs, facts, notes } = wide;
  const isBound = facts.aggregation === "month-to-date" || facts.operationId === undefined;
  // Rows of one period may take values from each other.
  const periods = isBound ? timeMs.map(utcMonthStartMs) : new Float64Array(timeMs.length);
  const columns = wide.columns.map((column) => {
    if (!column.values.some(Number.isNaN)) return column;
    const values = column.values.slice();
    let carried = policy === "zero" ? 0 : Number.NaN;
    for (let row = 0; row < values.length; row += 1) {
      const value = values[row] ?? Number.NaN;
      if (policy === "previous") {
        if (row > 0 && periods[row] !== periods[row - 1]) carried = Number.NaN;
        if (!Number.isNaN(value)) carried = value;
      }
      if (!Number.isNaN(value)) continue;
      values[row] = carried;
      countIn(Number.isNaN(carried) ? left : filled, timeMs[row] ?? 0);
    }
    return { ...column, values };
  });
  const what = policy === "zero" ? "zero" : "the value before them";
  return {
    ...wide,
    columns,
    notes: [
      ...notes,
      ...tallyNote(`Holes filled with ${what}`, filled),
      ...tallyNote("Holes that stay, as no value comes before them", left),
    ],
  };
}

function checkPolicy({ additiveOverTime, aggregation }: SeriesFacts, policy: unknown): void {
  if (policy !== "zero" && policy !== "previous") {
    throw refuseOption("policy", policy, "it is no policy", 'use "zero" or "previous"');
  }
  if (policy === "previous" && (additiveOverTime || aggregation === "incremental")) {
    const rule = "each point is what came in its own bucket, and carried forward it would count again";
    throw refuseOption("policy", policy, rule, 'use "zero"');
  }
}

interface AddedRows {
  readonly timeMs: number[];
  readonly granularities: (Granularity | undefined)[];
  /** The row of the table for each row; `undefined` where it is added. */
  readonly sources: (number | undefined)[];
}

function addAbsentBuckets(table: SeriesTable): SeriesTable {
  const added = newTally();
  const rests = newTally();
  const { timeMs, granularities, sources } = withAbsentRows(table, added, rests);
  if (added.count === 0 && rests.count === 0) return table;
  return {
    ...table,
    timeMs: Float64Array.from(timeMs),
    granularities,
    // A bucket with another one after it has ended.
    partial: sources.map((source) => (source === undefined ? false : table.partial[source])),
    columns: table.columns.map(({ dimensions, values }) => ({
      dimensions,
      values: Float64Array.from(sources, (source) => values[source ?? -1] ?? Number.NaN),
    })),
    notes: [
      ...table.notes,
      ...tallyNote("Buckets added", added),
      ...tallyNote("Gaps with a rest that no whole bucket fits into", rests),
    ],
  };
}

function withAbsentRows(table: SeriesTable, added: Tally, rests: Tally): AddedRows {
  requireWidths(table);
  const clock = bucketClock(table.facts.timeZone);
  const { startMs, endMs } = rowBuckets(table);
  const rows: AddedRows = { timeMs: [], granularities: [], sources: [] };
  for (const [row, time] of table.timeMs.entries()) {
    rows.timeMs.push(time);
    rows.granularities.push(table.granularities[row]);
    rows.sources.push(row);
    const nextMs = startMs[row + 1] ?? Number.NEGATIVE_INFINITY;
    const near = table.granularities.slice(row, row + 2);
    for (let gapMs = endMs[row] ?? nextMs; gapMs < nextMs; ) {
      const width = near.find(
        (one = "daily") => clock.startMs(gapMs, one) === gapMs && clock.endMs(gapMs, one) <= nextMs,
      );
      if (width === undefined) {
        countIn(rests, gapMs);
        break;
      }
      refuseTooMany(rows.timeMs.length * (table.columns.length + cellsPerRow));
      rows.timeMs.push(gapMs);
      rows.granularities.push(width);
      rows.sources.push(undefined);
      countIn(added, gapMs);
      gapMs = clock.endMs(gapMs, width);
    }
  }
  return rows;
}

function refuseTooMany(cells: number): void {
  if (cells < mostCells) return;
  throw refuseOption(
    "addBuckets",
    true,
    "it would make more values than memory may hold",
    "fill a shorter range",
  );
}
