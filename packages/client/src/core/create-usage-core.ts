import type { OperationId, ParametersOf, ResponseOf } from "@ldusage/types";
import { service } from "@ldusage/types/runtime";
import createClient from "openapi-fetch";
import { parseBody } from "../decode/parse-body.ts";
import { encodeParameters } from "../encode/encode-parameters.ts";
import { diagnoseStatus } from "../errors/diagnose-status.ts";
import { UsageNetworkError } from "../errors/usage-network-error.ts";
import type { ConnectionOptions } from "../options/client-options.ts";
import { resolveBaseUrl } from "../options/resolve-base-url.ts";
import type { RawGet } from "../raw-get.ts";
import { checkAccessToken, provideAccessToken } from "../transport/access-token.ts";
import type { WireOperation } from "./wire-operation.ts";

/**
 * Options of {@link createUsageCore}.
 *
 * @example
 * ```ts
 * import { getMauSdksByType, type UsageCoreOptions } from "@ldusage/client/core";
 *
 * const options: UsageCoreOptions<"getMauSdksByType"> = {
 *   accessToken: "api-123",
 *   operations: { getMauSdksByType },
 * };
 * Object.keys(options.operations); //=> ["getMauSdksByType"]
 * ```
 */
export interface UsageCoreOptions<Ids extends OperationId>
  extends Pick<ConnectionOptions, "accessToken" | "region" | "baseUrl" | "allowInsecure" | "fetch"> {
  /** The operations to have, under their own names. */
  readonly operations: { readonly [Id in Ids]: WireOperation<Id> };
}

/**
 * Options of a call of a {@link UsageCore}.
 *
 * @example
 * ```ts
 * import { createUsageCore, getMauSdksByType } from "@ldusage/client/core";
 *
 * const usage = createUsageCore({ accessToken: "api-123", operations: { getMauSdksByType } });
 * const signal = AbortSignal.abort("enough");
 * await usage.getMauSdksByType({}, { signal }).catch((reason: unknown) => reason); //=> "enough"
 * ```
 */
export interface CoreCallOptions {
  /** Ends the request, as far as `fetch` heeds it. The call then rejects with the signal's own `reason`. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * One method for each of some operations.
 *
 * @example
 * ```ts
 * import { createUsageCore, getMauSdksByType, type UsageCore } from "@ldusage/client/core";
 *
 * const usage: UsageCore<"getMauSdksByType"> = createUsageCore({
 *   accessToken: "api-123",
 *   operations: { getMauSdksByType },
 * });
 * (await usage.getMauSdksByType({})).sdks.length > 0; //=> true
 * ```
 */
export type UsageCore<Ids extends OperationId> = {
  readonly [Id in Ids]: (parameters: ParametersOf<Id>, options?: CoreCallOptions) => Promise<ResponseOf<Id>>;
};

type Call = (parameters: object, options?: CoreCallOptions) => Promise<object>;

/**
 * Creates a client of the operations that it is given, for programs whose size counts: openapi-fetch with time inputs,
 * authentication and typed errors. A bundle has the facts of the named operations alone.
 *
 * Everything else is left to the program: it sends each request once and has no deadline, no limit of any kind, no
 * hints, and no checks of parameters and responses beyond what would be unsafe. `createUsageClient` has all of that.
 *
 * @throws UsageInputError when an option is not usable.
 *
 * @example
 * ```ts
 * import { createUsageCore, getMauSdksByType } from "@ldusage/client/core";
 *
 * const usage = createUsageCore({ accessToken: "api-123", operations: { getMauSdksByType } });
 * (await usage.getMauSdksByType({ sdktype: "client" })).sdks; //=> ["Android", "JSClient", "React", "iOS"]
 * ```
 */
export function createUsageCore<Ids extends OperationId>(options: UsageCoreOptions<Ids>): UsageCore<Ids> {
  const { accessToken, fetch } = options;
  if (typeof accessToken !== "function") checkAccessToken(accessToken);
  const client = createClient({
    baseUrl: resolveBaseUrl(options),
    // Looked up at each call, so that a `fetch` that is replaced later is the one that is used.
    fetch: fetch ?? ((request) => globalThis.fetch(request)),
    headers: { [service.versionHeader]: service.versionValue },
    // A redirect could carry the token to another host.
    redirect: "manual",
  });
  // The catalog gives paths as text; openapi-fetch's types want one literal path at a time.
  const get = client.GET as unknown as RawGet;
  const methodOf = (operation: WireOperation): Call => {
    const { operationId, path } = operation;
    return async (parameters, { signal } = {}) => {
      const params = encodeParameters(operation, parameters);
      const token = await provideAccessToken(accessToken);
      signal?.throwIfAborted();
      const redact = (text: string): string => text.replaceAll(token, "(access token)");
      const { response, data, error } = await get(path, {
        params,
        parseAs: "text",
        headers: { [service.authenticationHeader]: token },
        ...(signal && { signal }),
      }).catch((thrown: unknown) => {
        signal?.throwIfAborted();
        throw new UsageNetworkError(operationId, thrown, redact);
      });
      if (!response.ok) throw diagnoseStatus({ operationId, status: response.status, said: error }, redact);
      return parseBody(operationId, response.status, data);
    };
  };
  const operations: [string, WireOperation][] = Object.entries(options.operations);
  const methods = Object.fromEntries(operations.map(([id, operation]) => [id, methodOf(operation)]));
  // One method for each operation that was given, typed by its id.
  return methods as unknown as UsageCore<Ids>;
}
