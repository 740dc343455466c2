import { describeOperation, type OperationDescriptor } from "@ldusage/types/catalog";
import { isUsageError } from "@ldusage/types/errors";
import type { CallOptions } from "./call-options.ts";
import { decodeBody } from "./decode/decode-body.ts";
import { encodeCall } from "./encode/encode-call.ts";
import { diagnoseStatus } from "./errors/diagnose-status.ts";
import { UsageNetworkError } from "./errors/usage-network-error.ts";
import type { UsageFailure, UsageResult } from "./usage-result.ts";

/** The part of an openapi-fetch client that a call needs, without types that depend on the path. */
export type RawGet = (
  path: string,
  init: { readonly params: object; readonly parseAs: "text"; readonly signal?: AbortSignal },
) => Promise<{ readonly data?: string; readonly error?: unknown; readonly response: Response }>;

export interface CallContext {
  readonly get: RawGet;
  /** Takes the access token out of a text. */
  readonly redact: (text: string) => string;
}

/**
 * Makes one call of an operation.
 *
 * @returns the response, or the typed error. Only the caller's own abort rejects, with the signal's reason.
 */
export async function callOperation(
  { get, redact }: CallContext,
  operationId: string,
  parameters: object,
  { signal }: CallOptions,
): Promise<UsageResult<object>> {
  let status: number | undefined;
  try {
    const operation = describeOperation(operationId);
    const params = encodeCall(operation, parameters);
    const { data, error, response } = await send(get, operation, params, signal, redact);
    status = response.status;
    if (!response.ok) throw diagnoseStatus({ operationId, status, body: error }, redact);
    return { ok: true, data: decodeBody(operation, status, data), meta: { operationId, status } };
  } catch (error) {
    if (!isUsageFailure(error)) throw error;
    return { ok: false, error, meta: { operationId, ...(status === undefined ? {} : { status }) } };
  }
}

async function send(
  get: RawGet,
  operation: OperationDescriptor,
  params: object,
  signal: AbortSignal | undefined,
  redact: (text: string) => string,
): ReturnType<RawGet> {
  signal?.throwIfAborted();
  try {
    return await get(operation.path, {
      params,
      parseAs: "text",
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (thrown) {
    signal?.throwIfAborted();
    throw new UsageNetworkError(operation.operationId, thrown, redact);
  }
}

function isUsageFailure(error: unknown): error is UsageFailure {
  return isUsageError(error);
}
