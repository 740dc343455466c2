import { isUsageError, UsageError } from "@ldusage/types/runtime";

/** Facts of a {@link UsageTimeoutError}. */
export interface UsageTimeoutErrorFacts {
  readonly operationId: string;
  readonly timeout: "attempt" | "deadline";
  readonly timeoutMs: number;
  readonly retryAfterMs?: number | undefined;
}

/**
 * A call took longer than it may.
 *
 * @example
 * ```ts
 * import { createUsageClient } from "@ldusage/client";
 *
 * const fetch = (): Promise<Response> => new Promise(() => {}); // Never answers.
 * const usage = createUsageClient({ accessToken: "api-123", deadlineMs: 20, fetch });
 * const { error } = await usage.request("getMauSdksByType", {});
 * error?.name === "UsageTimeoutError" && [error.timeout, error.timeoutMs]; //=> ["deadline", 20]
 * ```
 */
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

/**
 * Whether a value is a {@link UsageTimeoutError}, also when it comes from another copy of the package.
 *
 * @example
 * ```ts
 * import { isUsageTimeoutError, UsageTimeoutError } from "@ldusage/client";
 *
 * const facts = { operationId: "getMauSdksByType", timeout: "deadline", timeoutMs: 20 } as const;
 * isUsageTimeoutError(new UsageTimeoutError(facts)); //=> true
 * ```
 */
export function isUsageTimeoutError(value: unknown): value is UsageTimeoutError {
  return isUsageError(value) && value.name === "UsageTimeoutError";
}
