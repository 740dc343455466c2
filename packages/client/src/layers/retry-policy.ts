import { isUsageNetworkError } from "../errors/usage-network-error.ts";
import { isUsageTimeoutError } from "../errors/usage-timeout-error.ts";
import { type BackoffSettings, backoffMs, spreadMs } from "./backoff.ts";
import { serverWait } from "./server-wait.ts";

/** How an attempt ended: with a response, or with an error. */
export type Outcome = { readonly response: Response } | { readonly error: unknown };

/** A retry that is worth it. */
export interface RetryDecision {
  readonly waitMs: number;
  readonly reason: "retry-after" | "rate-limit-reset" | "backoff";
}

const retriedStatuses = [429, 502, 503, 504];

/** Whether another try of the same request may succeed. All requests of this API only read. */
export function isRetryable(outcome: Outcome): boolean {
  if ("response" in outcome) return retriedStatuses.includes(outcome.response.status);
  const { error } = outcome;
  return isUsageNetworkError(error) || (isUsageTimeoutError(error) && error.timeout === "attempt");
}

/** How long to wait before the next try: as the server says, else by exponential backoff. Always with jitter. */
export function decideWait(
  outcome: Outcome,
  settings: BackoffSettings,
  failures: number,
  nowMs: number,
  random: number,
): RetryDecision {
  const told = "response" in outcome ? serverWait(outcome.response, nowMs) : undefined;
  if (told === undefined) return { waitMs: backoffMs(settings, failures, random), reason: "backoff" };
  return { waitMs: spreadMs(told.waitMs, random), reason: told.reason };
}
