import { refuseOption, UsageInputError } from "@ldusage/types/errors";
import { checkWholeNumber } from "../check-whole-number.ts";

/**
 * Budgets of requests. Limits of the API are not published; what is documented are windows of ten seconds, an
 * account-wide budget and one for each route. All requests of a simulator share them, however they arrive.
 *
 * @example
 * ```ts
 * import { createSimulator, type RateLimitOptions } from "@ldusage/simulator";
 *
 * const oneEach: RateLimitOptions = { route: 1 };
 * const simulator = createSimulator({ rateLimit: oneEach });
 * const headers = { Authorization: "anything" };
 * for (let count = 0; count < 2; count += 1) {
 *   await simulator.fetch(new Request("http://simulator/api/v2/projects", { headers }));
 * }
 * simulator.requests.map(({ status }) => status); //=> [200, 429]
 * ```
 */
export interface RateLimitOptions {
  /** Requests in a window, over all routes. Give this, `route` or both. @default no limit */
  readonly global?: number | undefined;
  /** Requests in a window for each route: a path template and a verb. @default no limit */
  readonly route?: number | undefined;
  /**
   * Length of a window. Windows are fixed, and each begins with the first request in it; where the API's begin is
   * not documented. @default 10_000
   */
  readonly windowMs?: number | undefined;
  /**
   * Added to the time in `X-Ratelimit-Reset`, as by a server whose clock is off; may be negative, which puts the
   * time into the past. @default 0
   */
  readonly resetSkewMs?: number | undefined;
  /**
   * Whether answers carry `X-Ratelimit-Global-Remaining`, `X-Ratelimit-Route-Remaining` (each where there is such a
   * limit) and `X-Ratelimit-Reset`, in epoch milliseconds. @default true
   */
  readonly headers?: boolean | undefined;
  /**
   * Whether a 429 says how long to wait, as `Retry-After` in whole seconds, rounded up. @default what the switch
   * `retryAfter` says
   */
  readonly retryAfter?: boolean | undefined;
  /**
   * The limiter's clock, in epoch milliseconds. It is not the simulator's, which stands still unless told otherwise:
   * a window would never end. @default Date.now, looked up at each request, so that fake timers drive it
   */
  readonly clock?: (() => number) | undefined;
}

/** Budgets with every default filled in. */
export interface RateLimit {
  readonly global: number | undefined;
  readonly route: number | undefined;
  readonly windowMs: number;
  readonly resetSkewMs: number;
  readonly headers: boolean;
  readonly retryAfter: boolean | undefined;
  readonly clock: () => number;
}

/** @throws UsageInputError for a number that is none or out of range, and when nothing is limited. */
export function readRateLimit(options: RateLimitOptions): RateLimit {
  if (typeof options !== "object" || options === null) {
    throw refuseOption("rateLimit", options, "it is no object", "give { global }, { route } or both");
  }
  const { global, route, windowMs = 10_000, resetSkewMs = 0, headers = true, retryAfter } = options;
  if (global === undefined && route === undefined) {
    throw new UsageInputError({
      parameter: "rateLimit",
      value: options,
      rule: "it limits nothing",
      wayOut: "give global, route or both",
    });
  }
  if (global !== undefined) checkWholeNumber("rateLimit.global", global, 0);
  if (route !== undefined) checkWholeNumber("rateLimit.route", route, 0);
  checkWholeNumber("rateLimit.windowMs", windowMs, 1);
  checkWholeNumber("rateLimit.resetSkewMs", resetSkewMs, Number.MIN_SAFE_INTEGER);
  // The arrow matters: fake timers replace Date.now after this has run.
  const clock = options.clock ?? (() => Date.now());
  return { global, route, windowMs, resetSkewMs, headers, retryAfter, clock };
}
