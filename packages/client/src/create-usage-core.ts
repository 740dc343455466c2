import type { OperationId, ParametersOf, paths, ResponseOf } from "@ldusage/types";
import type { OperationDescriptor } from "@ldusage/types/catalog";
import type { Client } from "openapi-fetch";
import { assembleClient, type ClientParts } from "./assemble-client.ts";
import type { BytesCallOptions, JsonCallOptions, StreamCallOptions } from "./call/call-options.ts";
import type { UsageResult } from "./call/usage-result.ts";
import type { UsageMethods } from "./generated/methods.ts";

/** A client of some operations of the Account usage API: one method for each, and `request` for all of them. */
export interface UsageRequests<Ids extends OperationId> {
  /**
   * Calls an operation by name and gives a result instead of throwing.
   *
   * @returns `{ ok: true, data, meta }` or `{ ok: false, error, meta }`. Rejects only when the caller aborts.
   */
  request<Id extends Ids>(
    operationId: Id,
    parameters: ParametersOf<Id>,
    options?: JsonCallOptions,
  ): Promise<UsageResult<ResponseOf<Id>>>;
  /** The same with the body's bytes, for callers who decode it themselves. */
  request<Id extends Ids>(
    operationId: Id,
    parameters: ParametersOf<Id>,
    options: BytesCallOptions,
  ): Promise<UsageResult<Uint8Array<ArrayBuffer>>>;
  /** The same with the body as a stream, for callers who decode it while it arrives. */
  request<Id extends Ids>(
    operationId: Id,
    parameters: ParametersOf<Id>,
    options: StreamCallOptions,
  ): Promise<UsageResult<ReadableStream<Uint8Array<ArrayBuffer>>>>;
  /**
   * The openapi-fetch client underneath. Authentication, version header, retries and limits are at work; it knows
   * nothing of time inputs, and gives refusals as openapi-fetch does.
   */
  readonly raw: Client<paths>;
}

/** Options of {@link createUsageCore}. */
export interface UsageCoreOptions<Ids extends OperationId> extends ClientParts {
  /** The operations to have, each from `@ldusage/types/operations`. */
  readonly operations: Readonly<Record<Ids, OperationDescriptor>>;
}

/**
 * Creates a client from parts, for programs whose size counts: what is not named does not get into a bundle.
 *
 * @throws UsageInputError when an option is not usable.
 */
export function createUsageCore<Ids extends OperationId>(
  options: UsageCoreOptions<Ids>,
): UsageRequests<Ids> & Pick<UsageMethods, Ids> {
  // The interface is generated from the same descriptors that the methods are made from.
  return assembleClient(options) as UsageRequests<Ids> & Pick<UsageMethods, Ids>;
}
