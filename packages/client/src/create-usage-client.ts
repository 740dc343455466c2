import type { OperationId, ParametersOf, paths, ResponseOf } from "@ldusage/types";
import { catalog, service } from "@ldusage/types/catalog";
import createClient, { type Client } from "openapi-fetch";
import { type CallContext, callOperation, type RawGet } from "./call-operation.ts";
import type { CallOptions } from "./call-options.ts";
import { resolveOptions, type UsageClientOptions } from "./client-options.ts";
import type { UsageMethods } from "./generated/methods.ts";
import type { UsageResult } from "./usage-result.ts";

/** A client of the Account usage API: one method for each operation, and `request` for all of them. */
export interface UsageClient extends UsageMethods {
  /**
   * Calls an operation by name and gives a result instead of throwing.
   *
   * @returns `{ ok: true, data, meta }` or `{ ok: false, error, meta }`. Rejects only when the caller aborts.
   */
  request<Id extends OperationId>(
    operationId: Id,
    parameters: ParametersOf<Id>,
    options?: CallOptions,
  ): Promise<UsageResult<ResponseOf<Id>>>;
  /**
   * The openapi-fetch client underneath, with authentication and version headers set. It knows nothing of
   * time inputs or typed errors.
   */
  readonly raw: Client<paths>;
}

/**
 * Creates a client.
 *
 * @throws UsageInputError when an option is not usable.
 */
export function createUsageClient(options: UsageClientOptions): UsageClient {
  const { accessToken, baseUrl, fetch } = resolveOptions(options);
  const raw = createClient<paths>({
    baseUrl,
    fetch,
    headers: {
      [service.authenticationHeader]: accessToken,
      [service.versionHeader]: service.versionValue,
    },
    // A redirect could carry the token to another host.
    redirect: "manual",
  });
  const context: CallContext = {
    // The catalog gives paths as text; openapi-fetch's types want one literal path at a time.
    get: raw.GET as unknown as RawGet,
    redact: (text) => text.replaceAll(accessToken, "(access token)"),
  };
  const request = async (
    operationId: string,
    parameters: object = {},
    callOptions: CallOptions = {},
  ): Promise<UsageResult<object>> => callOperation(context, operationId, parameters, callOptions);
  const methods = Object.fromEntries(
    Object.keys(catalog).map((operationId) => [
      operationId,
      async (parameters?: object, callOptions?: CallOptions): Promise<object> => {
        const result = await request(operationId, parameters, callOptions);
        if (result.ok) return result.data;
        throw result.error;
      },
    ]),
  );
  // The interface is generated from the same catalog that the methods are made from.
  return { ...methods, request, raw } as unknown as UsageClient;
}
