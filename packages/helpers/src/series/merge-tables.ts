import type { Granularity } from "@ldusage/types/catalog";
import { quoteText, refuseOption, UsageDecodeError } from "@ldusage/types/errors";
import { SeriesConflictError, type SeriesConflictErrorFacts } from "../errors/series-conflict-error.ts";
import { describeFacts } from "./describe-facts.ts";
import { canonicalDimensions } from "./dimensions.ts";
import { addPoints, createColumn, type MergedColumn, type Piece } from "./merge-points.ts";
import { unknownFacts } from "./series-facts.ts";
import type { SeriesColumn, SeriesFacts, SeriesTable } from "./series-table.ts";
import { sortBy } from "./sort-by.ts";

/**
 * What becomes of contradictions.
 *
 * @example
 * ```ts
 * import { decodeSeries, type MergeOptions, mergeTables } from "@ldusage/helpers";
 *
 * const newest: MergeOptions = { resolveConflict: ({ values }) => values[1] };
 * const piece = (value: number) => decodeSeries({ metadata: [{}], series: [{ time: 0, "0": value }] });
 * mergeTables([piece(8), piece(9)], newest).columns[0]?.values; //=> Float64Array [9]
 * ```
 */
export interface MergeOptions {
  /**
   * Chooses the value of a series that has two different ones at one time, the one of the earlier table first.
   * Without it that is an error.
   */
  readonly resolveConflict?: ((conflict: SeriesConflictErrorFacts) => number) | undefined;
}

/**
 * Puts tables of one question together: series are matched by the content of their dimensions, never by their
 * position. The result does not depend on the order of the tables, but for conflicts that are resolved. What was asked
 * for after a bucket's end takes the place of what was asked for while it was running.
 *
 * @throws SeriesConflictError when a series has two different values at one time, both of a bucket that had ended, or
 *   both of one that had not.
 * @throws UsageInputError when the tables answer different questions, or have buckets of two widths at one time.
 * @throws UsageDecodeError when two series of one table have the same dimensions, so that neither can be matched.
 *
 * @example
 * ```ts
 * import { decodeSeries, mergeTables } from "@ldusage/helpers";
 *
 * const first = decodeSeries({ metadata: [{ sdk: "a" }, { sdk: "b" }], series: [{ time: 0, "0": 1, "1": 2 }] });
 * const second = decodeSeries({ metadata: [{ sdk: "b" }], series: [{ time: 60_000, "0": 3 }] });
 * mergeTables([first, second]).columns[1]?.values; //=> Float64Array [2, 3]
 * ```
 */
export function mergeTables(tables: readonly SeriesTable[], options: MergeOptions = {}): SeriesTable {
  const [only, ...others] = tables;
  if (only !== undefined && others.length === 0) {
    const sorted = sortBy([...keyed(only, true)], ([key]) => key).map(([, column]) => column);
    return { ...only, columns: sorted, notes: [...new Set(only.notes)] };
  }
  const facts = commonFacts(tables);
  const all = new Set<number>();
  for (const { timeMs } of tables) for (const time of timeMs) all.add(time);
  const timeMs = Float64Array.from(all).sort();
  const rowOf = new Map(Array.from(timeMs, (time, row) => [time, row]));
  const pieces = tables.map((table) => ({
    columns: keyed(table, false),
    partial: table.partial,
    granularities: table.granularities,
    rows: Uint32Array.from(table.timeMs, (time) => rowOf.get(time) ?? 0),
  }));
  const buckets = mergeBuckets(pieces, timeMs);
  const columns = new Map<string, MergedColumn>();
  const settle = (conflict: SeriesConflictErrorFacts): number => resolveConflict(conflict, options);
  // Those that were still running come last, and give way to what was asked for after their end.
  for (const isRunning of [false, true]) {
    for (const piece of pieces) {
      if (isRunning && !piece.partial.includes(true)) continue;
      for (const [series, { dimensions, values }] of piece.columns) {
        const target = columns.get(series) ?? createColumn(series, dimensions, timeMs.length);
        columns.set(series, target);
        addPoints(target, values, { piece, isRunning, timeMs, whole: buckets.partial, settle });
      }
    }
  }
  for (const { running } of columns.values()) for (const row of running ?? []) buckets.partial[row] = true;
  return {
    facts,
    timeMs,
    ...buckets,
    columns: sortBy([...columns.values()], ({ series }) => series).map(({ dimensions, values }) => ({
      dimensions,
      values,
    })),
    notes: [...new Set(tables.flatMap(({ notes }) => notes))],
  };
}

/** The value that a caller chooses of two; without a choice the conflict is an error. */
export function resolveConflict(
  conflict: SeriesConflictErrorFacts,
  { resolveConflict: choose }: MergeOptions,
): number {
  if (choose === undefined) throw new SeriesConflictError(conflict);
  const value = choose(conflict);
  if (Number.isFinite(value)) return value;
  throw refuseOption("resolveConflict", value, "it gave no number", "give one of the values, or throw");
}

function commonFacts(tables: readonly SeriesTable[]): SeriesFacts {
  const [first = unknownFacts, ...others] = tables.map(({ facts }) => facts);
  const [question, other] = new Set([first, ...others].map(describeFacts));
  if (other === undefined) return { ...first, isUpperBound: tables.some(({ facts }) => facts.isUpperBound) };
  throw refuseOption(
    "tables",
    `${question} and ${other}`,
    "they answer different questions",
    "merge tables of one operation, aggregation and time zone",
  );
}

/** Widths, and whether a bucket was running: one that any table saw at its end is whole. */
function mergeBuckets(
  pieces: readonly Piece[],
  timeMs: Float64Array,
): { granularities: (Granularity | undefined)[]; partial: (boolean | undefined)[] } {
  const granularities = new Array<Granularity | undefined>(timeMs.length).fill(undefined);
  const partial = new Array<boolean | undefined>(timeMs.length).fill(undefined);
  for (const piece of pieces) {
    for (const [source, row] of piece.rows.entries()) {
      const width = piece.granularities[source];
      const known = granularities[row] ?? width;
      if (width !== undefined && width !== known) {
        throw refuseOption(
          "tables",
          new Date(timeMs[row] ?? Number.NaN),
          `it is the start of a ${known} and of a ${width} bucket`,
          "merge tables whose buckets do not overlap",
        );
      }
      granularities[row] = known;
      const running = piece.partial[source];
      if (running !== undefined) partial[row] = running && partial[row] !== false;
    }
  }
  return { granularities, partial };
}

/** Columns by canonical dimensions. Two columns that say the same of themselves cannot be found again elsewhere. */
function keyed({ columns, facts }: SeriesTable, isAlone: boolean): Map<string, SeriesColumn> {
  const found = new Map<string, SeriesColumn>();
  for (const [position, column] of columns.entries()) {
    const key = canonicalDimensions(column.dimensions);
    const isTaken = found.has(key);
    if (isTaken && !isAlone) {
      const text = `"metadata"[${position}] describes its series as ${quoteText(key)}, like another one`;
      throw new UsageDecodeError({ operationId: facts.operationId, found: text });
    }
    // Within one table they stay apart by their position.
    found.set(isTaken ? `${key} (${position})` : key, column);
  }
  return found;
}
