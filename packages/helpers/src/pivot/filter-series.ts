import { refuseOption } from "@ldusage/types/errors";
import { canonicalValue } from "../series/dimensions.ts";
import type { Dimensions, DimensionValue, SeriesTable } from "../series/series-table.ts";
import { checkDimensions, dimensionOf } from "./dimension-codes.ts";

/**
 * Which series are wanted: by dimension the value, or a list of values of which any will do; or a function of the
 * dimensions. Values of different types are different. `undefined` is for series that lack the dimension. A value
 * that is a list itself is given inside a list.
 *
 * @example
 * ```ts
 * import type { SeriesMatch } from "@ldusage/helpers";
 *
 * const either: SeriesMatch = { sdkType: "client", sdkName: ["iOS", "Android"] };
 * const attributed: SeriesMatch = ({ sdkAppId }) => sdkAppId !== undefined && sdkAppId !== "Unknown";
 * ```
 */
export type SeriesMatch =
  | { readonly [dimension: string]: DimensionValue | undefined | readonly (DimensionValue | undefined)[] }
  | ((dimensions: Dimensions) => boolean);

/**
 * The series of a table that match. Times stay as they are, also where no series is left; that none matches is
 * said in the notes.
 *
 * @throws UsageInputError when no series has one of the dimensions.
 *
 * @example
 * ```ts
 * import { decodeSeries, filterSeries } from "@ldusage/helpers";
 *
 * const table = decodeSeries({
 *   metadata: [{ sdkName: "iOS" }, { sdkName: "Android" }, { sdkName: "React" }],
 *   series: [{ time: 1740787200000, "0": 1, "1": 2, "2": 3 }],
 * });
 * filterSeries(table, { sdkName: ["iOS", "React"] }).columns.length; //=> 2
 * filterSeries(table, ({ sdkName }) => sdkName === "Android").columns[0]?.values; //=> Float64Array [2]
 * ```
 */
export function filterSeries(table: SeriesTable, match: SeriesMatch): SeriesTable {
  const matches = typeof match === "function" ? match : matchOf(table, match);
  const columns = table.columns.filter(({ dimensions }) => matches(dimensions));
  const isNoneLeft = columns.length === 0 && table.columns.length > 0;
  return {
    ...table,
    columns,
    notes: isNoneLeft ? [...table.notes, "No series matches the filter."] : table.notes,
  };
}

function matchOf(
  { columns }: SeriesTable,
  match: Exclude<SeriesMatch, (dimensions: Dimensions) => boolean>,
): (dimensions: Dimensions) => boolean {
  if (typeof match !== "object" || match === null) {
    throw refuseOption("match", match, "it says nothing of dimensions", "give an object or a function");
  }
  checkDimensions(columns, "match", Object.keys(match));
  const wanted = Object.entries(match).map(([name, value]) => {
    const values = Array.isArray(value) ? value : [value];
    return [name, new Set(values.map(canonicalValue))] as const;
  });
  return (dimensions) =>
    wanted.every(([name, values]) => values.has(canonicalValue(dimensionOf(dimensions, name))));
}
