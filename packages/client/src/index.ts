export type { ParametersOf, ResponseOf, TimeInput } from "@ldusage/types";
export {
  isUsageDecodeError,
  isUsageError,
  isUsageInputError,
  UsageDecodeError,
  UsageError,
  UsageInputError,
} from "@ldusage/types/runtime";
export type {
  BytesCallOptions,
  CallOptions,
  JsonCallOptions,
  StreamCallOptions,
} from "./call/call-options.ts";
export type {
  AttemptEvent,
  ClientEventFacts,
  GiveUpEvent,
  ResponseEvent,
  UsageClientEvent,
  WaitEvent,
} from "./call/client-event.ts";
export type { CallMeta, UsageFailure, UsageResult } from "./call/usage-result.ts";
export { type Clock, systemClock } from "./clock.ts";
export * from "./core/index.ts";
export { createUsageClient } from "./create-usage-client.ts";

export { isUsageHttpError, UsageHttpError, type UsageHttpReason } from "./errors/usage-http-error.ts";
export { isUsageNetworkError, UsageNetworkError } from "./errors/usage-network-error.ts";
export { isUsageTimeoutError, UsageTimeoutError } from "./errors/usage-timeout-error.ts";
export type * from "./generated/methods.ts";
export type { RateLimitState } from "./layers/rate-limit-state.ts";
export { createRateLimiter, type RateLimiter, type RateLimiterOptions } from "./layers/rate-limiter.ts";
export type { RetryOptions } from "./layers/retry.ts";
export type { ConnectionOptions, Region, UsageClientOptions } from "./options/client-options.ts";
export type { AccessToken } from "./transport/access-token.ts";
export type { UsageClient } from "./usage-client.ts";
