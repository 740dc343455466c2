import type { OperationId, ParametersOf, paths, ResponseOf } from "@ldusage/types";
import type { Client } from "openapi-fetch";
import type { BytesCallOptions, JsonCallOptions, StreamCallOptions } from "./call/call-options.ts";
import type { UsageResult } from "./call/usage-result.ts";
import type { UsageMethods } from "./generated/methods.ts";

/**
 * A client of the Account usage API: one method for each operation, and `request` for all of them.
 *
 * @example
 * ```ts
 * import { createUsageClient } from "@ldusage/client";
 *
 * const usage = createUsageClient({ accessToken: "api-123" });
 *
 * const list = await usage.getMAUTotalUsage({ from: "2026-11-01", groupBy: "sdkName" });
 * list.metadata.length > 1; //=> true
 * ```
 */
export interface UsageClient extends UsageMethods {
  /**
   * Calls an operation by name and gives a result instead of throwing.
   *
   * @returns `{ ok: true, data, meta }` or `{ ok: false, error, meta }`. Rejects only when the caller aborts.
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: "api-123" });
   *
   * const result = await usage.request("getMauSdksByType", { sdktype: "server" });
   * result.ok && result.data.sdks.length > 0; //=> true
   * ```
   */
  request<Id extends OperationId>(
    operationId: Id,
    parameters: ParametersOf<Id>,
    options?: JsonCallOptions,
  ): Promise<UsageResult<ResponseOf<Id>>>;
  /** The same with the body's bytes, for callers who decode it themselves. */
  request<Id extends OperationId>(
    operationId: Id,
    parameters: ParametersOf<Id>,
    options: BytesCallOptions,
  ): Promise<UsageResult<Uint8Array<ArrayBuffer>>>;
  /** The same with the body as a stream, for callers who decode it while it arrives. */
  request<Id extends OperationId>(
    operationId: Id,
    parameters: ParametersOf<Id>,
    options: StreamCallOptions,
  ): Promise<UsageResult<ReadableStream<Uint8Array<ArrayBuffer>>>>;
  /**
   * The openapi-fetch client underneath. Authentication, version header, retries and limits are at work; it knows
   * nothing of time inputs, and gives refusals as openapi-fetch does. What keeps a response from arriving rejects
   * with the typed error.
   */
  readonly raw: Client<paths>;
}
