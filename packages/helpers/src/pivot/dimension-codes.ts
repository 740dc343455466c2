import { quoteText, refuseOption } from "@ldusage/types/errors";
import { canonicalValue } from "../series/dimensions.ts";
import type { Dimensions, DimensionValue, SeriesColumn } from "../series/series-table.ts";

/** One dimension of all series of a table: each value once, and for each series which of them it has. */
export interface DimensionCodes {
  readonly codes: Uint32Array;
  /** `undefined` stands for series that lack the dimension. */
  readonly values: readonly (DimensionValue | undefined)[];
}

/** The values of a dimension, numbered in order of appearance. Values of different types are different. */
export function codeDimension(columns: readonly SeriesColumn[], name: string): DimensionCodes {
  const values: (DimensionValue | undefined)[] = [];
  const plain = new Map<DimensionValue | undefined, number>();
  // Arrays and objects are the same when their content is.
  const structured = new Map<DimensionValue | undefined, number>();
  const codes = Uint32Array.from(columns, ({ dimensions }) => {
    const value = dimensionOf(dimensions, name);
    const isStructured = typeof value === "object" && value !== null;
    const known = isStructured ? structured : plain;
    const key = isStructured ? canonicalValue(value) : value;
    let code = known.get(key);
    if (code === undefined) {
      code = values.push(value) - 1;
      known.set(key, code);
    }
    return code;
  });
  return { codes, values };
}

/** The value that a series has of a dimension. */
export function dimensionOf(dimensions: Dimensions, name: string): DimensionValue | undefined {
  return Object.hasOwn(dimensions, name) ? dimensions[name] : undefined;
}

/** Names of the dimensions that any of the series has, in order. */
export function dimensionNames(columns: readonly SeriesColumn[]): string[] {
  const names = new Set<string>();
  for (const { dimensions } of columns) for (const name of Object.keys(dimensions)) names.add(name);
  return [...names].sort();
}

/** Whether any of the series has a dimension. */
export function hasDimension(columns: readonly SeriesColumn[], name: string): boolean {
  return columns.some(({ dimensions }) => Object.hasOwn(dimensions, name));
}

/** Refuses names that no series has. Of a table without series nothing is known, so any name will do. */
export function checkDimensions(
  columns: readonly SeriesColumn[],
  option: string,
  names: readonly string[],
): void {
  const unknown = names.find((name) => !hasDimension(columns, name));
  if (unknown === undefined || columns.length === 0) return;
  const known = dimensionNames(columns);
  const wayOut =
    known.length === 0 ? "ask for the breakdown first" : `use one of ${known.map(quoteText).join(", ")}`;
  throw refuseOption(option, unknown, "no series has this dimension", wayOut);
}
