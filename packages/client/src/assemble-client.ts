import type { paths } from "@ldusage/types";
import { type OperationDescriptor, service } from "@ldusage/types/catalog";
import createClient from "openapi-fetch";
import { type AnyCallOptions, type CallContext, callOperation, type RawGet } from "./call/call-operation.ts";
import { sendRaw } from "./call/send-raw.ts";
import type { UsageResult } from "./call/usage-result.ts";
import type { ParameterCheck } from "./encode/given-parameters.ts";
import type { ExplainStatus } from "./errors/diagnose-status.ts";
import { composeLayers, type Layer } from "./layers/layer.ts";
import type { ConnectionOptions } from "./options/client-options.ts";
import { resolveConnection } from "./options/resolve-connection.ts";
import { sendRequest } from "./transport/send-request.ts";

/** What a client is made of. */
export interface ClientParts extends ConnectionOptions {
  /** Facts by operation id. */
  readonly operations: Readonly<Record<string, OperationDescriptor>>;
  /** What is between a call and the network; the first is the outermost. @default none */
  readonly layers?: readonly Layer[] | undefined;
  /** Rules to check parameters by at run time. Types state the same rules. @default none */
  readonly checks?: readonly ParameterCheck[] | undefined;
  /** Hints for refusals. @default none */
  readonly explain?: ExplainStatus | undefined;
}

/** Makes a client of its parts: a method for each operation, `request` and `raw`. */
export function assembleClient(options: ClientParts): object {
  const connection = resolveConnection(options);
  const { operations, onEvent, random = Math.random, layers = [], checks = [], explain } = options;
  const { clock, baseUrl } = connection;
  const send = composeLayers(layers, sendRequest(connection), { clock, random });
  let calls = 0;
  const calling = { operations, send, clock, onEvent, nextCallNumber: () => ++calls };
  const raw = createClient<paths>({
    baseUrl,
    headers: { [service.versionHeader]: service.versionValue },
    fetch: (request) => sendRaw(calling, request),
  });
  // The catalog gives paths as text; openapi-fetch's types want one literal path at a time.
  const context: CallContext = { ...calling, get: raw.GET as unknown as RawGet, checks, explain };
  const request = async (
    operationId: string,
    parameters: object = {},
    callOptions: AnyCallOptions = {},
  ): Promise<UsageResult<object>> => callOperation(context, operationId, parameters, callOptions);
  const methods = Object.fromEntries(
    Object.keys(operations).map((operationId) => [
      operationId,
      async (parameters?: object, callOptions?: object): Promise<object> => {
        const result = await request(operationId, parameters, { ...callOptions, parse: "json" });
        if (result.ok) return result.data;
        throw result.error;
      },
    ]),
  );
  return { ...methods, request, raw };
}
