export type { ParametersOf, ResponseOf, TimeInput } from "@ldusage/types";
export {
  isUsageDecodeError,
  isUsageError,
  isUsageInputError,
  UsageDecodeError,
  UsageError,
  UsageInputError,
} from "@ldusage/types/errors";
export type { CallOptions } from "./call-options.ts";
export type { Region, UsageClientOptions } from "./client-options.ts";
export { createUsageClient, type UsageClient } from "./create-usage-client.ts";
export { isUsageHttpError, UsageHttpError, type UsageHttpReason } from "./errors/usage-http-error.ts";
export { isUsageNetworkError, UsageNetworkError } from "./errors/usage-network-error.ts";
export type * from "./generated/methods.ts";
export type { CallMeta, UsageFailure, UsageResult } from "./usage-result.ts";
