import { quoteValue } from "./quote-value.ts";
import { isUsageError, UsageError } from "./usage-error.ts";

export interface UsageInputErrorFacts {
  readonly operationId?: string;
  readonly parameter: string;
  readonly value: unknown;
  /** The rule that the value breaks, as a clause: "it is later than …". */
  readonly rule: string;
  /** What to do instead, as a clause: "give …". */
  readonly wayOut: string;
}

/**
 * A call was refused before anything was sent.
 *
 * @example
 * ```ts
 * import { createUsageClient, UsageInputError } from "@ldusage/client";
 *
 * const usage = createUsageClient({ accessToken: "api-123" });
 * const { error } = await usage.request("getMAUTotalUsage", { from: "soon" });
 * error instanceof UsageInputError && error.parameter; //=> "from"
 * ```
 */
export class UsageInputError extends UsageError {
  override readonly name = "UsageInputError";
  /** The operation that was called, where one was. */
  declare readonly operationId: string | undefined;
  declare readonly parameter: string;
  /** The refused value as short text. */
  declare readonly value: string;
  declare readonly rule: string;
  declare readonly wayOut: string;

  constructor(facts: UsageInputErrorFacts) {
    const value = quoteValue(facts.value);
    const subject =
      facts.operationId === undefined ? facts.parameter : `${facts.operationId}: ${facts.parameter}`;
    super(`${subject} = ${value} is refused: ${facts.rule}; ${facts.wayOut}.`, { ...facts, value });
  }
}

/**
 * Whether a value is a {@link UsageInputError}, also when it comes from another copy of the package.
 *
 * @example
 * ```ts
 * import { isUsageInputError, UsageInputError } from "@ldusage/types/errors";
 *
 * isUsageInputError(new UsageInputError({ parameter: "from", value: "soon", rule: "it is no date", wayOut: "give one" })); //=> true
 * isUsageInputError(new Error("another")); //=> false
 * ```
 */
export function isUsageInputError(value: unknown): value is UsageInputError {
  return isUsageError(value) && value.name === "UsageInputError";
}
