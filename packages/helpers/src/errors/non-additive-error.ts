import { isUsageError, UsageError } from "@ldusage/types/errors";

/** An operation would add numbers that do not add up. */
export class NonAdditiveError extends UsageError {
  override readonly name = "NonAdditiveError";
  /** What would have been added. */
  readonly over: "time" | "groups";
  readonly reason: string;

  constructor(over: "time" | "groups", reason: string, wayOut: string) {
    super(`These numbers cannot be added over ${over}: ${reason}; ${wayOut}.`);
    this.over = over;
    this.reason = reason;
  }
}

/** Whether a value is a {@link NonAdditiveError}, also when it comes from another copy of the package. */
export function isNonAdditiveError(value: unknown): value is NonAdditiveError {
  return isUsageError(value) && value.name === "NonAdditiveError";
}
