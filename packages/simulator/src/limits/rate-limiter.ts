import { type RateLimitOptions, readRateLimit } from "./rate-limit-options.ts";

/** What the limiter says about a request. */
export interface Verdict {
  readonly admitted: boolean;
  /** Headers of the answer by name. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface RateLimiter {
  /**
   * Takes a request of a route out of the budgets. A request of no known route counts for the account alone.
   *
   * @param retryAfter Whether a refusal says how long to wait, where the options do not say.
   */
  admit(route: string | undefined, retryAfter?: boolean): Verdict;
}

interface Window {
  readonly endMs: number;
  remaining: number;
}

/**
 * Counts requests in fixed windows. A request that is not admitted takes nothing out of any budget.
 *
 * @throws UsageInputError for options that cannot be.
 */
export function createRateLimiter(options: RateLimitOptions): RateLimiter {
  const limit = readRateLimit(options);
  const windows = new Map<string, Window>();
  const windowOf = (key: string, budget: number | undefined, nowMs: number): Window | undefined => {
    if (budget === undefined) return undefined;
    const current = windows.get(key);
    if (current !== undefined && nowMs < current.endMs) return current;
    const next = { endMs: nowMs + limit.windowMs, remaining: budget };
    windows.set(key, next);
    return next;
  };
  const admit = (route: string | undefined, retryAfter = false): Verdict => {
    const nowMs = limit.clock();
    const account = windowOf("", limit.global, nowMs);
    const ofRoute = route === undefined ? undefined : windowOf(route, limit.route, nowMs);
    const open = [account, ofRoute].filter((window) => window !== undefined);
    if (open.length === 0) return { admitted: true, headers: {} };
    const admitted = open.every(({ remaining }) => remaining > 0);
    if (admitted) for (const window of open) window.remaining -= 1;
    const resetMs = resetOf(open);
    const waiting = (limit.retryAfter ?? retryAfter) && !admitted;
    const headers = {
      ...(limit.headers && budgetHeaders(account, ofRoute, Math.ceil(resetMs) + limit.resetSkewMs)),
      ...(waiting && { "Retry-After": String(Math.ceil((resetMs - nowMs) / 1000)) }),
    };
    return { admitted, headers };
  };
  return { admit };
}

function budgetHeaders(
  account: Window | undefined,
  ofRoute: Window | undefined,
  resetMs: number,
): Record<string, string> {
  return {
    ...(account && { "X-Ratelimit-Global-Remaining": String(account.remaining) }),
    ...(ofRoute && { "X-Ratelimit-Route-Remaining": String(ofRoute.remaining) }),
    "X-Ratelimit-Reset": String(resetMs),
  };
}

/**
 * The one time that an answer can name for two windows: when none of them that is spent will be so any longer. Which
 * window the API means is not documented.
 */
function resetOf(open: readonly Window[]): number {
  const spent = open.filter(({ remaining }) => remaining === 0);
  return Math.max(...(spent.length > 0 ? spent : open).map(({ endMs }) => endMs));
}
