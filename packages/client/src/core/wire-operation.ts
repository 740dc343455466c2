/**
 * What a request of an operation needs to know of it.
 *
 * @example
 * ```ts
 * import { getVegaAIUsage, type WireOperation } from "@ldusage/client/core";
 *
 * const operation: WireOperation = getVegaAIUsage;
 * operation.timeUnit; //=> "s"
 * ```
 */
export interface WireOperation<Id extends string = string> {
  readonly operationId: Id;
  /** Path template, from the host's root. */
  readonly path: string;
  /** Unit of the range parameters on the wire; absent when the operation takes no range. */
  readonly timeUnit?: "ms" | "s";
  /** Name of the parameter that starts a range, where there is one. */
  readonly rangeStart?: string;
  /** Name of the parameter that ends a range, where there is one. */
  readonly rangeEnd?: string;
  /** Longest range in days that one request may ask for; absent when none is stated. */
  readonly maxRangeDays?: number;
}
