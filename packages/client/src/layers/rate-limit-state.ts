import { readCount, readResetAtMs } from "./server-wait.ts";

/**
 * What a response says of the rate limit. Every member is absent where the response does not say it.
 *
 * @example
 * ```ts
 * import { createUsageClient, type RateLimitState } from "@ldusage/client";
 *
 * const isShort = ({ globalRemaining = Infinity }: RateLimitState): boolean => globalRemaining < 5;
 * const usage = createUsageClient({ accessToken: "api-123" });
 * const { meta } = await usage.request("getMauSdksByType", {});
 * isShort(meta.rateLimit ?? {}); //=> false
 * ```
 */
export interface RateLimitState {
  /** Requests that the account may still make in this window. */
  readonly globalRemaining?: number;
  /** Requests that may still be made to this route in this window. */
  readonly routeRemaining?: number;
  /** End of the window by the server's clock, in milliseconds since the Unix epoch. May be past. */
  readonly resetAtMs?: number;
}

/** Reads the rate-limit headers of a response. Anything but a whole number counts as not said. */
export function readRateLimit(headers: Headers): RateLimitState {
  const globalRemaining = readCount(headers.get("X-Ratelimit-Global-Remaining"));
  const routeRemaining = readCount(headers.get("X-Ratelimit-Route-Remaining"));
  const resetAtMs = readResetAtMs(headers);
  return {
    ...(globalRemaining === undefined ? {} : { globalRemaining }),
    ...(routeRemaining === undefined ? {} : { routeRemaining }),
    ...(resetAtMs === undefined ? {} : { resetAtMs }),
  };
}
