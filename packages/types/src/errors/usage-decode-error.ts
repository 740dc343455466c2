import { isUsageError, UsageError } from "./usage-error.ts";

export interface UsageDecodeErrorFacts {
  readonly operationId?: string | undefined;
  readonly status?: number | undefined;
  /** The first odd thing found, as a clause: "the body is empty". */
  readonly found: string;
}

/**
 * A response arrived whose body is not what the operation promises.
 *
 * @example
 * ```ts
 * import { UsageDecodeError } from "@ldusage/types/errors";
 *
 * new UsageDecodeError({ status: 200, found: "the body is empty" }).message;
 * //=> "usage response (status 200) cannot be decoded: the body is empty."
 * ```
 */
export class UsageDecodeError extends UsageError {
  override readonly name = "UsageDecodeError";
  declare readonly operationId: string | undefined;
  /** HTTP status of the response, where one is known. */
  declare readonly status: number | undefined;
  declare readonly found: string;

  constructor(facts: UsageDecodeErrorFacts) {
    const subject = facts.operationId ?? "usage response";
    const status = facts.status === undefined ? "" : ` (status ${facts.status})`;
    super(`${subject}${status} cannot be decoded: ${facts.found}.`, facts);
  }
}

/**
 * Whether a value is a {@link UsageDecodeError}, also when it comes from another copy of the package.
 *
 * @example
 * ```ts
 * import { isUsageDecodeError, UsageDecodeError } from "@ldusage/types/errors";
 *
 * isUsageDecodeError(new UsageDecodeError({ found: "the body is empty" })); //=> true
 * isUsageDecodeError(new Error("another")); //=> false
 * ```
 */
export function isUsageDecodeError(value: unknown): value is UsageDecodeError {
  return isUsageError(value) && value.name === "UsageDecodeError";
}
