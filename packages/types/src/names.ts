import type { OperationParameters, OperationResponses } from "./generated/parameters.ts";
import type { components } from "./generated/schema.ts";

/** Name of an operation, as the API's reference spells it. */
export type OperationId = keyof OperationParameters;

/**
 * The parameter object of an operation: path and query together, under their wire names.
 *
 * @example
 * ```ts
 * import type { ParametersOf } from "@ldusage/types";
 *
 * const parameters: ParametersOf<"getStreamUsage"> = { source: "server", from: "2026-11-01" };
 * parameters.source; //=> "server"
 * ```
 */
export type ParametersOf<Id extends OperationId> = OperationParameters[Id];

/**
 * The body of a successful response of an operation.
 *
 * @example
 * ```ts
 * import type { ResponseOf } from "@ldusage/types";
 *
 * const count = ({ sdks }: ResponseOf<"getMauSdksByType">): number => sdks.length;
 * count({ _links: {}, sdks: ["Go", "Java"] }); //=> 2
 * ```
 */
export type ResponseOf<Id extends OperationId> = OperationResponses[Id];

/** A time series response: points keyed by index, explained by `metadata`. */
export type SeriesList = components["schemas"]["SeriesListRep"];

/** A time series response whose values may have fractions. */
export type SeriesListFloat = components["schemas"]["SeriesListRepFloat"];
