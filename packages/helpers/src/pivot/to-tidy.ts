import type { DimensionValue, SeriesColumn, SeriesTable } from "../series/series-table.ts";
import { isPoint } from "./add-series.ts";
import { codeDimension, dimensionNames } from "./dimension-codes.ts";

/**
 * Indexes, in the narrowest array that holds all there may be: of up to 256 values, of up to 65,536, or of more.
 *
 * @example
 * ```ts
 * import type { TidyCodes } from "@ldusage/helpers";
 *
 * const lookUp = (codes: TidyCodes, values: readonly string[]): string[] =>
 *   Array.from(codes, (code) => values[code] ?? "");
 * lookUp(Uint8Array.of(1, 0), ["Go", "iOS"]); //=> ["iOS", "Go"]
 * ```
 */
export type TidyCodes = Uint8Array | Uint16Array | Uint32Array;

/**
 * One dimension of a table in long form.
 *
 * @example
 * ```ts
 * import type { TidyDimension } from "@ldusage/helpers";
 *
 * function textsOf({ codes, values }: TidyDimension): string[] {
 *   return Array.from(codes, (code) => String(values[code] ?? ""));
 * }
 * textsOf({ name: "sdkName", codes: Uint8Array.of(0, 1, 0), values: ["Go", "iOS"] }); //=> ["Go", "iOS", "Go"]
 * ```
 */
export interface TidyDimension {
  readonly name: string;
  /** For each entry the index of its value in `values`. */
  readonly codes: TidyCodes;
  /** Each value once; `undefined` stands for series that lack the dimension. */
  readonly values: readonly (DimensionValue | undefined)[];
}

/**
 * A table in long form, one entry for each value, in columns of equal length: what Arrow, DuckDB and other
 * warehouses load without a step between.
 *
 * @example
 * ```ts
 * import { decodeSeries, type TidyColumns, toTidy } from "@ldusage/helpers";
 *
 * const table = decodeSeries({ metadata: [{}, {}], series: [{ time: 0, "0": 1, "1": 2 }] });
 * const { length, series }: TidyColumns = toTidy(table);
 * [length, Array.from(series)]; //=> [2, [0, 1]]
 * ```
 */
export interface TidyColumns {
  /** Number of entries. */
  readonly length: number;
  /** Start of each entry's bucket in epoch milliseconds. */
  readonly timeMs: Float64Array;
  readonly values: Float64Array;
  /** Index of each entry's series in the table's `columns`. */
  readonly series: TidyCodes;
  /** The dimensions in order of their names. */
  readonly dimensions: readonly TidyDimension[];
}

// So many rows at once that their ends in the new arrays stay in the processor's cache.
const blockRows = 512;

/**
 * The values of a table in long form, by time and then by series: the order of `toRows`, without an object for each
 * value. Dimensions are coded by dictionary. Holes give no entry.
 *
 * @example
 * ```ts
 * import { decodeSeries, toTidy } from "@ldusage/helpers";
 *
 * const table = decodeSeries({
 *   metadata: [{ sdkName: "iOS" }, { sdkName: "Go" }],
 *   series: [{ time: 1740787200000, "0": 120, "1": 8 }, { time: 1740873600000, "1": 9 }],
 * });
 * const { values, dimensions } = toTidy(table);
 * values; //=> Float64Array [120, 8, 9]
 * dimensions[0]?.values; //=> ["iOS", "Go"]
 * Array.from(dimensions[0]?.codes ?? []); //=> [0, 1, 1]
 * ```
 */
export function toTidy({ timeMs: times, columns }: SeriesTable): TidyColumns {
  const starts = columns.every(isWhole)
    ? Uint32Array.from({ length: times.length + 1 }, (_, row) => row * columns.length)
    : startsOf(columns, times.length);
  const length = starts[times.length] ?? 0;
  const timeMs = new Float64Array(length);
  for (const [row, time] of times.entries()) timeMs.fill(time, starts[row], starts[row + 1]);
  const entries =
    length === times.length * columns.length ? readWhole(columns, starts) : readPresent(columns, starts);
  const dimensions = dimensionNames(columns).map((name) => {
    const { codes, values } = codeDimension(columns, name);
    return { name, codes: codesOf(codes, values.length, entries.series, starts), values };
  });
  return { length, timeMs, ...entries, dimensions };
}

/** Whether a series has no hole, which would make a hole of the sum. One of infinite values may be taken to have some. */
function isWhole({ values }: SeriesColumn): boolean {
  let sum = 0;
  for (let row = 0; row < values.length; row += 1) sum += values[row] ?? Number.NaN;
  return !Number.isNaN(sum);
}

/** Where the entries of each row begin, and at the end how many there are. */
function startsOf(columns: readonly SeriesColumn[], rowCount: number): Uint32Array {
  const starts = new Uint32Array(rowCount + 1);
  for (const { values } of columns) countPresent(values, starts);
  for (let row = 0; row < rowCount; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  return starts;
}

function countPresent(values: Float64Array, starts: Uint32Array): void {
  for (let row = 0; row < values.length; row += 1) {
    starts[row + 1] = (starts[row + 1] ?? 0) + isPoint(values[row] ?? Number.NaN);
  }
}

type Entries = Pick<TidyColumns, "values" | "series">;

/** Entries of a table without holes: each is where its row and its series say. */
function readWhole(columns: readonly SeriesColumn[], starts: Uint32Array): Entries {
  const length = starts.at(-1) ?? 0;
  const values = new Float64Array(length);
  const series = createCodes(length, columns.length);
  for (let entry = 0; entry < length; entry += columns.length) {
    for (let index = 0; index < columns.length; index += 1) series[entry + index] = index;
  }
  const at = (index: number): Float64Array => columns[index]?.values ?? new Float64Array();
  let next = 0;
  for (; next + 4 <= columns.length; next += 4) {
    placeFour(values, [at(next), at(next + 1), at(next + 2), at(next + 3)], next, columns.length);
  }
  for (; next < columns.length; next += 1) placeColumn(values, at(next), next, columns.length);
  return { values, series };
}

function placeColumn(values: Float64Array, column: Float64Array, index: number, step: number): void {
  let row = 0;
  for (let entry = index; entry < values.length; entry += step) {
    values[entry] = column[row] ?? Number.NaN;
    row += 1;
  }
}

/** Four columns at once, as each line of the cache is then fetched a quarter as often. */
function placeFour(
  values: Float64Array,
  [first, second, third, fourth]: readonly [Float64Array, Float64Array, Float64Array, Float64Array],
  index: number,
  step: number,
): void {
  let row = 0;
  for (let entry = index; entry < values.length; entry += step) {
    values[entry] = first[row] ?? Number.NaN;
    values[entry + 1] = second[row] ?? Number.NaN;
    values[entry + 2] = third[row] ?? Number.NaN;
    values[entry + 3] = fourth[row] ?? Number.NaN;
    row += 1;
  }
}

function readPresent(columns: readonly SeriesColumn[], starts: Uint32Array): Entries {
  const length = starts.at(-1) ?? 0;
  const values = new Float64Array(length);
  const series = createCodes(length, columns.length);
  for (let row = 0; row < starts.length - 1; row += blockRows) {
    const ends = starts.slice(row, Math.min(row + blockRows, starts.length - 1));
    for (const [index, column] of columns.entries()) {
      appendColumn({ values, series }, ends, column.values.subarray(row, row + ends.length), index);
    }
  }
  return { values, series };
}

/** Adds the points of a column to the ends of their rows. */
function appendColumn(
  { values, series }: Entries,
  ends: Uint32Array,
  column: Float64Array,
  index: number,
): void {
  for (let row = 0; row < column.length; row += 1) {
    const value = column[row] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const entry = ends[row] ?? 0;
    values[entry] = value;
    series[entry] = index;
    ends[row] = entry + 1;
  }
}

/** The code of each entry from the one of its series, which is less than `count`. */
function codesOf(ofSeries: Uint32Array, count: number, series: TidyCodes, starts: Uint32Array): TidyCodes {
  const codes = createCodes(series.length, count);
  // Of the same kind, so that copying a row is no more than that.
  const row = createCodes(ofSeries.length, count);
  row.set(ofSeries);
  for (let next = 1; next < starts.length; next += 1) {
    const [start, end] = [starts[next - 1] ?? 0, starts[next] ?? 0];
    // Without holes the codes of a row are those of the series, in their order.
    if (end - start === row.length) codes.set(row, start);
    else for (let entry = start; entry < end; entry += 1) codes[entry] = row[series[entry] ?? 0] ?? 0;
  }
  return codes;
}

/** Room for codes that are less than `count`. */
function createCodes(length: number, count: number): TidyCodes {
  if (count <= 256) return new Uint8Array(length);
  return count <= 65_536 ? new Uint16Array(length) : new Uint32Array(length);
}
