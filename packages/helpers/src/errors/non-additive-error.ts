import { isUsageError, UsageError } from "@ldusage/types/errors";

/**
 * A function would add numbers that do not add up.
 *
 * @example
 * ```ts
 * import { decodeSeries, isNonAdditiveError, rollup } from "@ldusage/helpers";
 *
 * const response = { metadata: [{ sdkName: "a" }, { sdkName: "b" }], series: [{ time: 0, "0": 2, "1": 3 }] };
 * const table = decodeSeries(response, { operationId: "getMAUTotalUsage" });
 * let wayOut = "none";
 * try {
 *   rollup(table, { by: [] });
 * } catch (error) {
 *   if (isNonAdditiveError(error)) wayOut = error.wayOut;
 * }
 * wayOut; //=> "ask for exactly this breakdown, or take the upper bound with allowUpperBound: true"
 * ```
 */
export class NonAdditiveError extends UsageError {
  override readonly name = "NonAdditiveError";
  /** What would have been added. */
  declare readonly over: "time" | "groups";
  /** Why that gives a wrong number, as a clause. */
  declare readonly reason: string;
  /** What can be had instead, as a clause. */
  declare readonly wayOut: string;

  constructor(over: "time" | "groups", reason: string, wayOut: string) {
    super(`These numbers cannot be added over ${over}: ${reason}; ${wayOut}.`, { over, reason, wayOut });
  }
}

/**
 * Whether a value is a {@link NonAdditiveError}, also when it comes from another copy of the package.
 *
 * @example
 * ```ts
 * import { isNonAdditiveError, NonAdditiveError } from "@ldusage/helpers";
 *
 * isNonAdditiveError(new NonAdditiveError("time", "the points overlap", "use the last one")); //=> true
 * isNonAdditiveError(new Error("another")); //=> false
 * ```
 */
export function isNonAdditiveError(value: unknown): value is NonAdditiveError {
  return isUsageError(value) && value.name === "NonAdditiveError";
}
