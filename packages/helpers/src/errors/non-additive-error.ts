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
 * try {
 *   rollup(table, { by: [] });
 * } catch (error) {
 *   isNonAdditiveError(error) && error.over; //=> "groups"
 * }
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

/** Whether a value is a {@link NonAdditiveError}, also when it comes from another copy of the package. */
export function isNonAdditiveError(value: unknown): value is NonAdditiveError {
  return isUsageError(value) && value.name === "NonAdditiveError";
}
