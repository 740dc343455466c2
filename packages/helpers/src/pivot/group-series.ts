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
