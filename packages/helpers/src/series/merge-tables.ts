import type { Granularity } from "@ldusage/types/catalog";
import { quoteText, UsageDecodeError, UsageInputError } from "@ldusage/types/errors";
import { SeriesConflictError, type SeriesConflictErrorFacts } from "../errors/series-conflict-error.ts";
import { canonicalDimensions } from "./dimensions.ts";
import { unknownFacts } from "./series-facts.ts";
import type { SeriesColumn, SeriesFacts, SeriesTable } from "./series-table.ts";

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
 * position. The result does not depend on the order of the tables, but for conflicts that are resolved.
 *
 * @throws SeriesConflictError when a series has two different values at one time.
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
  const facts = commonFacts(tables);
  const timeMs = unionOfTimes(tables);
  const rowOf = new Map(Array.from(timeMs, (time, row) => [time, row]));
  const buckets = mergeBuckets(tables, timeMs, rowOf);
  const columns = new Map<string, SeriesColumn>();
  for (const table of tables) {
    const rows = Array.from(table.timeMs, (time) => rowOf.get(time) ?? 0);
    for (const [key, column] of keyed(table, tables.length === 1)) {
      let target = columns.get(key);
      if (target === undefined) {
        const values = new Float64Array(timeMs.length).fill(Number.NaN);
        target = { dimensions: column.dimensions, values };
        columns.set(key, target);
      }
      copyInto({ target, source: column, rows, timeMs, series: key }, options);
    }
  }
  return {
    facts,
    timeMs,
    ...buckets,
    columns: [...columns].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, column]) => column),
    notes: [...new Set(tables.flatMap(({ notes }) => notes))],
  };
}

function commonFacts(tables: readonly SeriesTable[]): SeriesFacts {
  const [first, ...others] = tables.map(({ facts }) => facts);
  if (first === undefined) return unknownFacts;
  const other = others.find((facts) => describe(facts) !== describe(first));
  if (other === undefined) return { ...first, isUpperBound: tables.some(({ facts }) => facts.isUpperBound) };
  throw new UsageInputError({
    parameter: "tables",
    value: `${describe(first)} and ${describe(other)}`,
    rule: "they answer different questions",
    wayOut: "merge tables of one operation, called with the same aggregation and time zone",
  });
}

function describe({ operationId, aggregation, unit, timeZone }: SeriesFacts): string {
  const words = [
    operationId ?? "unknown operation",
    aggregation ?? "no aggregation",
    unit ?? "no unit",
    timeZone,
  ];
  return words.join(", ");
}

function unionOfTimes(tables: readonly SeriesTable[]): Float64Array {
  const all = new Set<number>();
  for (const { timeMs } of tables) for (const time of timeMs) all.add(time);
  return Float64Array.from(all).sort();
}

/** Widths, and whether a bucket was running: one that any table saw at its end is whole. */
function mergeBuckets(
  tables: readonly SeriesTable[],
  timeMs: Float64Array,
  rowOf: ReadonlyMap<number, number>,
): Pick<SeriesTable, "granularities" | "partial"> {
  const granularities = new Array<Granularity | undefined>(timeMs.length).fill(undefined);
  const partial = new Array<boolean | undefined>(timeMs.length).fill(undefined);
  for (const table of tables) {
    for (const [source, time] of table.timeMs.entries()) {
      const row = rowOf.get(time) ?? 0;
      const width = table.granularities[source];
      const known = granularities[row];
      if (width !== undefined && known !== undefined && width !== known) {
        throw new UsageInputError({
          parameter: "tables",
          value: new Date(time).toISOString(),
          rule: `it is the start of a ${known} and of a ${width} bucket`,
          wayOut: "merge tables whose buckets do not overlap",
        });
      }
      granularities[row] = known ?? width;
      const running = table.partial[source];
      if (running !== undefined) partial[row] = running && partial[row] !== false;
    }
  }
  return { granularities, partial };
}

/** Columns by canonical dimensions. Two columns that say the same of themselves cannot be found again elsewhere. */
function keyed({ columns, facts }: SeriesTable, isAlone: boolean): [string, SeriesColumn][] {
  const seen = new Set<string>();
  return columns.map((column, position) => {
    const key = canonicalDimensions(column.dimensions);
    if (!seen.has(key)) {
      seen.add(key);
      return [key, column];
    }
    // Within one table they stay apart by their position.
    if (isAlone) return [`${key} (${position})`, column];
    const found = `"metadata"[${position}] describes its series as ${quoteText(key)}, like another one, so they cannot be told apart`;
    throw new UsageDecodeError({ operationId: facts.operationId, found });
  });
}

interface Copy {
  readonly target: SeriesColumn;
  readonly source: SeriesColumn;
  /** Row in the target for each row of the source. */
  readonly rows: readonly number[];
  readonly timeMs: Float64Array;
  readonly series: string;
}

function copyInto({ target, source, rows, timeMs, series }: Copy, { resolveConflict }: MergeOptions): void {
  for (const [position, row] of rows.entries()) {
    const value = source.values[position] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const known = target.values[row] ?? Number.NaN;
    if (Number.isNaN(known) || known === value) {
      target.values[row] = value;
      continue;
    }
    const facts = { series, timeMs: timeMs[row] ?? Number.NaN, values: [known, value] as const };
    if (resolveConflict === undefined) throw new SeriesConflictError(facts);
    target.values[row] = resolveConflict(facts);
  }
}
