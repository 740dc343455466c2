import { quoteValue, refuseOption } from "@ldusage/types/errors";
import { dimensionLabel, readDimensions } from "../series/dimensions.ts";
import type { DimensionValue, SeriesTable } from "../series/series-table.ts";
import { checkDimensions, codeDimension, hasDimension } from "./dimension-codes.ts";

/**
 * Where the names of ids are: a map, an object, or a function that gives `undefined` for an id that it does not know.
 *
 * @example
 * ```ts
 * import type { NameSource } from "@ldusage/helpers";
 *
 * const fromProjects: NameSource = new Map([["5f0cd446a77cba0b4c5644a7", "Shop"]]);
 * const shortened: NameSource = (id) => id.slice(0, 6);
 * ```
 */
export type NameSource =
  | ReadonlyMap<string, string>
  | Readonly<Record<string, string>>
  | ((id: string) => string | undefined);

/**
 * For each dimension of ids the dimension that their names go to, and the names.
 *
 * @example
 * ```ts
 * import type { NameJoins } from "@ldusage/helpers";
 *
 * const projects: NameJoins = { projectId: { as: "project", names: { "5f0cd446a77cba0b4c5644a7": "Shop" } } };
 * ```
 */
export interface NameJoins {
  readonly [dimension: string]: { readonly as: string; readonly names: NameSource };
}

/**
 * Puts a dimension with names beside one with ids. The ids stay, as two of them may have one name. Where an id has
 * no name the new dimension is absent, and the notes say how many ids these are. An id that is not text is looked
 * up as its JSON.
 *
 * @throws UsageInputError when no series has a dimension, or there is one of the new name already.
 *
 * @example
 * ```ts
 * import { decodeSeries, joinNames } from "@ldusage/helpers";
 *
 * const table = decodeSeries({
 *   metadata: [{ projectId: "5f0c" }, { projectId: "77cb" }],
 *   series: [{ time: 1740787200000, "0": 120, "1": 8 }],
 * });
 * const named = joinNames(table, { projectId: { as: "project", names: { "5f0c": "Shop" } } });
 * named.columns.map(({ dimensions }) => dimensions["project"]); //=> ["Shop", undefined]
 * named.notes; //=> ['Values of "projectId" without a name: 1 ("77cb").']
 * ```
 */
export function joinNames(table: SeriesTable, joins: NameJoins): SeriesTable {
  return Object.entries(joins).reduce(joinDimension, table);
}

function joinDimension(
  table: SeriesTable,
  [dimension, { as, names }]: readonly [string, NameJoins[string]],
): SeriesTable {
  checkDimensions(table.columns, "joins", [dimension]);
  if (hasDimension(table.columns, as)) {
    throw refuseOption("as", as, "there is a dimension of this name already", "give another name");
  }
  const { codes, values } = codeDimension(table.columns, dimension);
  const found = values.map((value) =>
    // Code without types may give `null`.
    value === undefined ? undefined : (nameOf(names, dimensionLabel(value)) ?? undefined),
  );
  const missing = values.filter((value, code) => value !== undefined && found[code] === undefined);
  const columns = table.columns.map((column, position) => {
    const name = found[codes[position] ?? -1];
    if (name === undefined) return column;
    return { ...column, dimensions: readDimensions({ ...column.dimensions, [as]: name }) };
  });
  return { ...table, columns, notes: [...table.notes, ...noteOn(dimension, missing)] };
}

function nameOf(names: NameSource, id: string): string | undefined {
  if (typeof names === "function") return names(id);
  if (names instanceof Map) return names.get(id);
  const record = names as Readonly<Record<string, string>>; // the one that is left
  return Object.hasOwn(record, id) ? record[id] : undefined;
}

function noteOn(dimension: string, missing: readonly (DimensionValue | undefined)[]): string[] {
  if (missing.length === 0) return [];
  const shown = missing.slice(0, 5).map(quoteValue).join(", ");
  const more = missing.length > 5 ? ", …" : "";
  return [`Values of ${quoteValue(dimension)} without a name: ${missing.length} (${shown}${more}).`];
}
