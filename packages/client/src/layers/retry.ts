import { checkCount, checkDuration } from "../options/check-duration.ts";
import { sleep } from "./abortable.ts";
import type { Answer, Layer } from "./layer.ts";
import { decideWait, isRetryable, type Outcome } from "./retry-policy.ts";

/**
 * When and how often a call is tried again.
 *
 * @example
 * ```ts
 * import { createUsageClient, type RetryOptions } from "@ldusage/client";
 *
 * const retry: RetryOptions = { limit: 1, baseDelayMs: 1 };
 * const fetch = async (): Promise<Response> => new Response("busy", { status: 503 });
 * const usage = createUsageClient({ accessToken: "api-123", retry, fetch });
 * (await usage.request("getMauSdksByType", {})).meta.attempts; //=> 2
 * ```
 */
export interface RetryOptions {
  /** Tries after the first one; 0 turns retrying off. @default 4 */
  readonly limit?: number | undefined;
  /** Longest wait before the first retry, in milliseconds, when the server does not say one. @default 500 */
  readonly baseDelayMs?: number | undefined;
  /** Longest wait before any retry, in milliseconds, when the server does not say one. @default 30_000 */
  readonly maxDelayMs?: number | undefined;
}

/**
 * Tries again after the statuses 429, 502, 503 and 504, after network failures and after attempts that timed out.
 * Waits as the server says (`Retry-After`, else `X-Ratelimit-Reset`), else by exponential backoff with full jitter. A
 * wait that would outlast the call's deadline is not begun: the call ends at once with what it has.
 *
 * @throws UsageInputError when a setting is not usable.
 */
export function retry({ limit = 4, baseDelayMs = 500, maxDelayMs = 30_000 }: RetryOptions = {}): Layer {
  checkCount("retry.limit", limit, 0);
  checkDuration("retry.baseDelayMs", baseDelayMs);
  checkDuration("retry.maxDelayMs", maxDelayMs);
  return (next, { clock, random }) =>
    async (attempt) => {
      const { call, signal } = attempt;
      for (let failures = 1; ; failures += 1) {
        let tried: Tried;
        try {
          tried = await next(attempt);
        } catch (error) {
          tried = { error };
        }
        if (!isRetryable(tried)) return endWith(tried);
        signal.throwIfAborted();
        if (failures > limit) return endWith(tried);
        const settings = { baseDelayMs, maxDelayMs };
        const { waitMs, reason } = decideWait(tried, settings, failures, clock.nowMs(), random());
        if (clock.monotonicMs() + waitMs >= call.endsAtMs) return endWith(tried);
        call.emit?.({ type: "wait", reason, waitMs, ...describeOutcome(tried) });
        await sleep(clock, waitMs, signal);
      }
    };
}

/** How a try ended. */
type Tried = Answer | { readonly error: unknown };

/** Ends the call the way that a try ended. */
function endWith(tried: Tried): Answer {
  if ("response" in tried) return tried;
  throw tried.error;
}

function describeOutcome(outcome: Outcome): { status: number } | { errorName: string } {
  if ("response" in outcome) return { status: outcome.response.status };
  return { errorName: outcome.error instanceof Error ? outcome.error.name : "unknown" };
}
