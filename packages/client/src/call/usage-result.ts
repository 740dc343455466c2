import type { UsageDecodeError, UsageInputError } from "@ldusage/types/runtime";
import type { UsageHttpError } from "../errors/usage-http-error.ts";
import type { UsageNetworkError } from "../errors/usage-network-error.ts";
import type { UsageTimeoutError } from "../errors/usage-timeout-error.ts";
import type { RateLimitState } from "../layers/rate-limit-state.ts";

/**
 * Every way in which a call can fail, apart from the caller's own abort. Switch on `name`.
 *
 * @example
 * ```ts
 * import { createUsageClient, type UsageFailure } from "@ldusage/client";
 *
 * const isWorthAnotherTry = (error: UsageFailure): boolean =>
 *   error.name === "UsageHttpError" ? error.reason === "rate-limited" : error.name === "UsageNetworkError";
 *
 * const usage = createUsageClient({ accessToken: "api-123" });
 * const result = await usage.request("getMAUTotalUsage", { from: "soon" });
 * !result.ok && isWorthAnotherTry(result.error); //=> false
 * ```
 */
export type UsageFailure =
  | UsageInputError
  | UsageHttpError
  | UsageNetworkError
  | UsageTimeoutError
  | UsageDecodeError;

/**
 * Facts about a call that are not part of its response.
 *
 * @example
 * ```ts
 * import { createUsageClient } from "@ldusage/client";
 *
 * const usage = createUsageClient({ accessToken: "api-123" });
 *
 * const { meta } = await usage.request("getMauSdksByType", {});
 * [meta.operationId, meta.status, meta.attempts]; //=> ["getMauSdksByType", 200, 1]
 * ```
 */
export interface CallMeta {
  readonly operationId: string;
  /** Requests sent, retries included. 0 when the call was refused before sending. */
  readonly attempts: number;
  /** From the call to its result, in milliseconds, every wait included. */
  readonly durationMs: number;
  /** HTTP status of the last response; absent when none arrived. */
  readonly status?: number;
  /** What the last response said of the rate limit; absent when none arrived. */
  readonly rateLimit?: RateLimitState;
  /** The server's id of a failure, for LaunchDarkly's support, where it gave one. */
  readonly requestId?: string;
}

/**
 * What `request` resolves to. Switch on `ok`.
 *
 * @example
 * ```ts
 * import { createUsageClient, type UsageResult } from "@ldusage/client";
 *
 * const describe = (result: UsageResult<object>): string =>
 *   result.ok ? `fine after ${result.meta.attempts}` : result.error.message;
 *
 * const usage = createUsageClient({ accessToken: "api-123" });
 * describe(await usage.request("getMauSdksByType", {})); //=> "fine after 1"
 * ```
 */
export type UsageResult<Data> =
  | { readonly ok: true; readonly data: Data; readonly error?: undefined; readonly meta: CallMeta }
  | { readonly ok: false; readonly data?: undefined; readonly error: UsageFailure; readonly meta: CallMeta };
