/**
 * The parts that `createUsageClient` is made of, for programs whose size counts.
 *
 * @packageDocumentation
 */
export { createUsageCore, type UsageCoreOptions, type UsageRequests } from "./create-usage-core.ts";
export { allChecks } from "./encode/all-checks.ts";
export { checkNames } from "./encode/check-names.ts";
export { checkPair } from "./encode/check-pair.ts";
export { checkRange } from "./encode/check-range.ts";
export { checkScope } from "./encode/check-scope.ts";
export { checkValues } from "./encode/check-values.ts";
export type { GivenParameters, GivenValues, ParameterCheck } from "./encode/given-parameters.ts";
export type { ExplainStatus } from "./errors/diagnose-status.ts";
export { explainStatus } from "./errors/explain-status.ts";
export { attemptTimeout, defaultAttemptTimeoutMs } from "./layers/attempt-timeout.ts";
export { deadline, defaultDeadlineMs } from "./layers/deadline.ts";
export type { Answer, Attempt, Layer, LayerEnvironment, Send } from "./layers/layer.ts";
export { rateLimit } from "./layers/rate-limit.ts";
export {
  createRateLimiter,
  type RateLimiter,
  type RateLimiterOptions,
  type RatePermit,
} from "./layers/rate-limiter.ts";
export { type RetryOptions, retry } from "./layers/retry.ts";
