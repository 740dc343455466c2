import type { paths } from "@ldusage/types";
import { catalog, refuseOption, service } from "@ldusage/types/runtime";
import createClient, { createFinalURL, createQuerySerializer, defaultPathSerializer } from "openapi-fetch";
import { type AnyCallOptions, type CallContext, requestOperation } from "./call/request-operation.ts";
import { sendRaw } from "./call/send-raw.ts";
import type { UsageResult } from "./call/usage-result.ts";
import { attemptTimeout } from "./layers/attempt-timeout.ts";
import { deadline } from "./layers/deadline.ts";
import { composeLayers } from "./layers/layer.ts";
import { rateLimit } from "./layers/rate-limit.ts";
import { createRateLimiter, type RateLimiter } from "./layers/rate-limiter.ts";
import { retry } from "./layers/retry.ts";
import type { UsageClientOptions } from "./options/client-options.ts";
import { resolveConnection } from "./options/resolve-connection.ts";
import { warnInBrowser } from "./options/warn-in-browser.ts";
import { sendRequest } from "./transport/send-request.ts";
import type { UsageClient } from "./usage-client.ts";

/**
 * Creates a client.
 *
 * A call passes a deadline, retries, the rate limiter and a timeout for each attempt, in this order. Methods throw
 * typed errors; `request` gives them as results.
 *
 * @throws UsageInputError when an option is not usable.
 *
 * @example
 * ```ts
 * import { createUsageClient } from "@ldusage/client";
 *
 * const usage = createUsageClient({ accessToken: "api-123", region: "eu", deadlineMs: 30_000, retry: { limit: 2 } });
 * const { response } = await usage.raw.GET("/api/v2/usage/mau/sdks");
 * response.status; //=> 200
 * ```
 */
export function createUsageClient(options: UsageClientOptions): UsageClient {
  const connection = resolveConnection(options);
  const layers = [
    deadline(options.deadlineMs),
    retry(options.retry),
    rateLimit(limiterOf(options)),
    attemptTimeout(options.attemptTimeoutMs),
  ];
  const { clock, baseUrl, region } = connection;
  const send = composeLayers(layers, sendRequest(connection), {
    clock,
    random: options.random ?? Math.random,
  });
  warnInBrowser(options.allowBrowser);
  let calls = 0;
  const calling = {
    send,
    clock,
    region,
    secret: typeof connection.accessToken === "string" ? connection.accessToken : undefined,
    onEvent: options.onEvent,
    nextCallNumber: () => ++calls,
  };
  const headers = { [service.versionHeader]: service.versionValue };
  const raw = createClient<paths>({ baseUrl, headers, fetch: (request) => sendRaw(calling, request) });
  // Methods have openapi-fetch write the address alone: no middleware of `raw` can stand in their way, and a request
  // is made once, where it is sent, since making one takes as long as everything else that a call does.
  const serializers = { querySerializer: createQuerySerializer(), pathSerializer: defaultPathSerializer };
  const addressOf: CallContext["addressOf"] = (path, params) =>
    createFinalURL(path, { baseUrl, params, ...serializers });
  const client = { ...callsOf({ ...calling, addressOf }), raw };
  // The interface is generated from the same catalog that the methods are made from.
  return client as unknown as UsageClient;
}

/** A method for each operation, and `request`. */
function callsOf(context: CallContext): object {
  const request = (
    operationId: string,
    parameters: object = {},
    options: AnyCallOptions = {},
  ): Promise<UsageResult<object>> => requestOperation(context, operationId, parameters, options);
  const methodOf =
    (operationId: string) =>
    async (parameters?: object, options?: object): Promise<object> => {
      const result = await request(operationId, parameters, { ...options, parse: "json" });
      if (result.ok) return result.data;
      throw result.error;
    };
  const methods = Object.keys(catalog).map((operationId) => [operationId, methodOf(operationId)]);
  return { ...Object.fromEntries(methods), request };
}

function limiterOf({ rateLimiter, concurrency, clock, random }: UsageClientOptions): RateLimiter {
  if (rateLimiter === undefined) return createRateLimiter({ concurrency, clock, random });
  if (concurrency === undefined) return rateLimiter;
  const rule = "a rate limiter is given too, which has its own";
  throw refuseOption("concurrency", concurrency, rule, "give it to createRateLimiter");
}
