import { isUsageError, UsageError } from "@ldusage/types/errors";

/** Facts of a {@link UsageTimeoutError}. */
export interface UsageTimeoutErrorFacts {
  readonly operationId: string;
  readonly timeout: "attempt" | "deadline";
  readonly timeoutMs: number;
  readonly retryAfterMs?: number | undefined;
}

/** A call took longer than it may. */
export class UsageTimeoutError extends UsageError {
  override readonly name = "UsageTimeoutError";
  declare readonly operationId: string;
  /** Which limit it was: that of one attempt, or that of the whole call. */
  declare readonly timeout: "attempt" | "deadline";
  /** The limit in milliseconds. */
  declare readonly timeoutMs: number;
  /**
   * Milliseconds after which another call has a chance, where that is known: the rate limit would have held the
   * call beyond its deadline, so that it was not even sent.
   */
  declare readonly retryAfterMs: number | undefined;

  constructor(facts: UsageTimeoutErrorFacts) {
    const { operationId, timeout, timeoutMs, retryAfterMs } = facts;
    const limit = timeout === "attempt" ? "attempt timeout" : "deadline";
    super(
      retryAfterMs === undefined
        ? `${operationId} ran into its ${limit} of ${timeoutMs} ms.`
        : `${operationId} would wait ${Math.ceil(retryAfterMs)} ms for the rate limit, beyond its ${limit} of ${timeoutMs} ms.`,
      facts,
    );
  }
}

/** Whether a value is a {@link UsageTimeoutError}, also when it comes from another copy of the package. */
export function isUsageTimeoutError(value: unknown): value is UsageTimeoutError {
  return isUsageError(value) && value.name === "UsageTimeoutError";
}
