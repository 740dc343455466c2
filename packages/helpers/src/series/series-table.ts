import type { AggregationKind, Granularity, Measure, OperationDescriptor } from "@ldusage/types/catalog";

/**
 * A value of a dimension. Text, but for variations, which may be any JSON value.
 *
 * @example
 * ```ts
 * import type { DimensionValue } from "@ldusage/helpers";
 *
 * const sdk: DimensionValue = "Android";
 * const variation: DimensionValue = { theme: "dark", sizes: [1, 2] };
 * ```
 */
export type DimensionValue =
  | string
  | number
  | boolean
  | null
  | readonly DimensionValue[]
  | { readonly [key: string]: DimensionValue };

/**
 * Dimensions by name. Has no prototype, so that any name from the wire is plain data.
 *
 * @example
 * ```ts
 * import { type Dimensions, decodeSeries } from "@ldusage/helpers";
 *
 * const table = decodeSeries({ metadata: [{ sdkName: "iOS" }], series: [{ time: 1740787200000, "0": 120 }] });
 * const nameOf = (dimensions: Dimensions): string => String(dimensions["sdkName"] ?? "not broken down");
 * table.columns.map(({ dimensions }) => nameOf(dimensions)); //=> ["iOS"]
 * ```
 */
export type Dimensions = Readonly<Record<string, DimensionValue>>;

/**
 * One series: what it is, and a value for every time of its table.
 *
 * @example
 * ```ts
 * import { decodeSeries, type SeriesColumn } from "@ldusage/helpers";
 *
 * const countPoints = ({ values }: SeriesColumn): number => values.filter((value) => !Number.isNaN(value)).length;
 * const series = [{ time: 1740787200000, "0": 120, "1": 8 }, { time: 1740873600000, "0": 141 }];
 * decodeSeries({ metadata: [{}, {}], series }).columns.map(countPoints); //=> [2, 1]
 * ```
 */
export interface SeriesColumn {
  readonly dimensions: Dimensions;
  /** As long as the table's `timeMs`. `NaN` where the series has no point: a hole is not a zero. */
  readonly values: Float64Array;
}

/**
 * What the numbers of a table are, as far as it is known. It comes from the catalog, for the operation and the
 * parameters that the table was decoded with.
 *
 * @example
 * ```ts
 * import { decodeSeries, type SeriesFacts } from "@ldusage/helpers";
 *
 * const response = { metadata: [], series: [] };
 * const { facts } = decodeSeries(response, { operationId: "getMAUTotalUsage" });
 * const { measure, aggregation, additiveAcrossGroups }: SeriesFacts = facts;
 * [measure, aggregation, additiveAcrossGroups]; //=> ["distinct", "month-to-date", "no"]
 * ```
 */
export interface SeriesFacts {
  readonly operationId: string | undefined;
  readonly measure: Measure;
  /** What is counted, in the plural; `null` where it is not known. */
  readonly unit: string | null;
  /** What a point covers; `undefined` where points simply cover their bucket. */
  readonly aggregation: AggregationKind | undefined;
  /** Whether points may be added over disjoint buckets. */
  readonly additiveOverTime: boolean;
  /** Whether groups may be added at equal time. */
  readonly additiveAcrossGroups: OperationDescriptor["additiveAcrossGroups"];
  /** Time zone that the days of the series begin in. */
  readonly timeZone: string;
  /** Whether the values are sums of groups that may overlap: the truth is at most as large. */
  readonly isUpperBound: boolean;
}

/**
 * Time series in columns, all on the same times.
 *
 * @example
 * ```ts
 * import { decodeSeries, type SeriesTable } from "@ldusage/helpers";
 *
 * function latest({ timeMs, columns }: SeriesTable): number[] {
 *   return columns.map(({ values }) => values[timeMs.length - 1] ?? Number.NaN);
 * }
 * const series = [{ time: 1740787200000, "0": 120 }, { time: 1740873600000, "0": 141 }];
 * latest(decodeSeries({ metadata: [{}], series })); //=> [141]
 * ```
 */
export interface SeriesTable {
  readonly facts: SeriesFacts;
  /** Start of each bucket in epoch milliseconds, ascending. */
  readonly timeMs: Float64Array;
  /** Width of each bucket; `undefined` where it cannot be told. */
  readonly granularities: readonly (Granularity | undefined)[];
  /** Whether each bucket was still running when it was asked for; `undefined` where that cannot be told. */
  readonly partial: readonly (boolean | undefined)[];
  readonly columns: readonly SeriesColumn[];
  /** What a reader should know about the numbers, in plain words. */
  readonly notes: readonly string[];
}
