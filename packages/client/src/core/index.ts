/**
 * The smallest client, for programs whose size counts.
 *
 * @packageDocumentation
 */
export * from "../generated/wire-operations.ts";
export {
  type CoreCallOptions,
  createUsageCore,
  type UsageCore,
  type UsageCoreOptions,
} from "./create-usage-core.ts";
export type { WireOperation } from "./wire-operation.ts";
