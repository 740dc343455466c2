import type { UsageDecodeError, UsageInputError } from "@ldusage/types/errors";
import type { UsageHttpError } from "../errors/usage-http-error.ts";
import type { UsageNetworkError } from "../errors/usage-network-error.ts";
import type { UsageTimeoutError } from "../errors/usage-timeout-error.ts";
import type { RateLimitState } from "../layers/rate-limit-state.ts";

/** Every way in which a call can fail, apart from the caller's own abort. Switch on `name`. */
export type UsageFailure =
  | UsageInputError
  | UsageHttpError
  | UsageNetworkError
  | UsageTimeoutError
  | UsageDecodeError;

/** Facts about a call that are not part of its response. */
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

/** What `request` resolves to. Switch on `ok`. */
export type UsageResult<Data> =
  | { readonly ok: true; readonly data: Data; readonly meta: CallMeta }
  | { readonly ok: false; readonly error: UsageFailure; readonly meta: CallMeta };
