import { quoteValue } from "@ldusage/types/errors";
import { NonAdditiveError } from "../errors/non-additive-error.ts";
import { canonicalDimensions, readDimensions } from "../series/dimensions.ts";
import type { Dimensions, SeriesColumn, SeriesTable } from "../series/series-table.ts";
import { sortBy } from "../series/sort-by.ts";
import { checkDimensions, codeDimension } from "./dimension-codes.ts";
import { labelSeries } from "./label-series.ts";

/** Series that agree in some dimensions. */
export interface SeriesGroup {
  /** The dimensions that they agree in. */
  readonly dimensions: Dimensions;
  readonly members: readonly SeriesColumn[];
}

/** The groups of a table by the dimensions that an option names, each once. */
export function groupByDimensions(
  { columns }: SeriesTable,
  option: string,
  by: string | readonly string[],
): { names: string[]; groups: SeriesGroup[] } {
  const names = [...new Set([by].flat())];
  checkDimensions(columns, option, names);
  return { names, groups: groupSeries(columns, names) };
}

/** Series in groups by the named dimensions, in canonical order. One that lacks a dimension is in a group without it. */
export function groupSeries(columns: readonly SeriesColumn[], names: readonly string[]): SeriesGroup[] {
  const numbers = numberGroups(columns, names);
  const groups = new Map<number, SeriesColumn[]>();
  for (const [position, column] of columns.entries()) {
    const number = numbers[position] ?? 0;
    const members = groups.get(number) ?? [];
    if (members.push(column) === 1) groups.set(number, members);
  }
  const found = Array.from(groups.values(), (members) => ({
    dimensions: pick(members[0]?.dimensions ?? {}, names),
    members,
  }));
  return sortBy(found, ({ dimensions }) => canonicalDimensions(dimensions));
}

/** For each series the number of its group, counted in order of appearance. */
function numberGroups(columns: readonly SeriesColumn[], names: readonly string[]): Uint32Array {
  const groups = new Uint32Array(columns.length);
  for (const name of names) {
    const { codes, values } = codeDimension(columns, name);
    const numbers = new Map<number, number>();
    for (let position = 0; position < groups.length; position += 1) {
      const pair = (groups[position] ?? 0) * values.length + (codes[position] ?? 0);
      const number = numbers.get(pair) ?? numbers.size;
      numbers.set(pair, number);
      groups[position] = number;
    }
  }
  return groups;
}

function pick(dimensions: Dimensions, names: readonly string[]): Dimensions {
  const shared = names.filter((name) => Object.hasOwn(dimensions, name));
  return readDimensions(Object.fromEntries(shared.map((name) => [name, dimensions[name]])));
}

/** What is known of a table once its groups are added: refuses to add what overlaps, unless a bound is enough. */
export function addGroups(
  { facts, notes }: SeriesTable,
  groups: readonly SeriesGroup[],
  allowUpperBound: boolean | undefined,
  wayOut = "ask for exactly this breakdown, or take the upper bound with allowUpperBound: true",
): Pick<SeriesTable, "facts" | "notes"> {
  const added = groups.find(({ members }) => members.length > 1);
  // A group of one adds nothing.
  if (added === undefined || facts.additiveAcrossGroups === "yes") return { facts, notes };
  if (allowUpperBound === true) {
    const note = "Values are sums of groups that may overlap: each is an upper bound.";
    return { facts: { ...facts, isUpperBound: true }, notes: [...new Set([...notes, note])] };
  }
  const [label] = labelSeries([added], Object.keys(added.dimensions));
  throw new NonAdditiveError(
    "groups",
    `${added.members.length} series fall into ${quoteValue(label)}, and groups of ${facts.operationId ?? "this series"} may overlap: the truth is between the largest of them and their sum`,
    wayOut,
  );
}

/** Series added up at each time. */
export interface AddedSeries {
  readonly values: Float64Array;
  /** Whether some of them have a hole where others have a point. */
  readonly hasGaps: boolean;
}

/** Adds series time by time. A sum is a hole only where all of them are. */
export function addSeries(members: readonly SeriesColumn[]): AddedSeries {
  const [first] = members;
  if (first === undefined || members.length === 1) {
    return { values: first?.values ?? new Float64Array(), hasGaps: false };
  }
  // Adding -0 changes nothing.
  const values = new Float64Array(first.values.length).fill(-0);
  const counts = new Uint32Array(values.length);
  const holes = new Float64Array(values.length).fill(Number.NaN);
  const at = (position: number): Float64Array => members[position]?.values ?? holes;
  for (let next = 0; next < members.length; next += 4) {
    addFour(values, counts, [at(next), at(next + 1), at(next + 2), at(next + 3)]);
  }
  let hasGaps = false;
  for (const [row, count] of counts.entries()) {
    if (count === 0) values[row] = Number.NaN;
    else hasGaps ||= count < members.length;
  }
  return { values, hasGaps };
}

/**
 * Adds four series to sums, in turn, and counts their points. Where holes are scattered, a processor guesses every
 * second branch wrong, so there is none: what is added is the value or -0, by its place in a pair. Four at once, as
 * sums and counts are then read and written a quarter as often.
 */
function addFour(
  sums: Float64Array,
  counts: Uint32Array,
  [first, second, third, fourth]: readonly [Float64Array, Float64Array, Float64Array, Float64Array],
): void {
  const pairs = new Float64Array(8).fill(-0);
  for (let row = 0; row < sums.length; row += 1) {
    const a = first[row] ?? Number.NaN;
    const b = second[row] ?? Number.NaN;
    const c = third[row] ?? Number.NaN;
    const d = fourth[row] ?? Number.NaN;
    const hasA = isPoint(a);
    const hasB = isPoint(b);
    const hasC = isPoint(c);
    const hasD = isPoint(d);
    pairs[1] = a;
    pairs[3] = b;
    pairs[5] = c;
    pairs[7] = d;
    const sum = (sums[row] ?? 0) + (pairs[hasA] ?? 0) + (pairs[2 + hasB] ?? 0);
    sums[row] = sum + (pairs[4 + hasC] ?? 0) + (pairs[6 + hasD] ?? 0);
    counts[row] = (counts[row] ?? 0) + hasA + hasB + hasC + hasD;
  }
}

/** 1 for a number, 0 for a hole: without a branch, as comparing with itself would not be. */
export function isPoint(value: number): number {
  return Number(value >= Number.NEGATIVE_INFINITY);
}

/** What is said of sums where some series have no point. */
export const gapsNote = "Some added series lack points: they add nothing there.";
