import { findOperation, type OperationDescriptor } from "@ldusage/types/catalog";
import { isUsageError } from "@ldusage/types/errors";
import type { Clock } from "../clock.ts";
import { decodeBody } from "../decode/decode-body.ts";
import { type EncodeSettings, encodeCall } from "../encode/encode-call.ts";
import { diagnoseStatus, type ExplainStatus } from "../errors/diagnose-status.ts";
import { isUsageHttpError } from "../errors/usage-http-error.ts";
import type { Answer, Send } from "../layers/layer.ts";
import { readRateLimit } from "../layers/rate-limit-state.ts";
import type { BytesCallOptions, JsonCallOptions, StreamCallOptions } from "./call-options.ts";
import type { UsageClientEvent } from "./client-event.ts";
import { redact, startCall, type UsageCall } from "./usage-call.ts";
import type { CallMeta, UsageFailure, UsageResult } from "./usage-result.ts";

/** The part of an openapi-fetch client that a call needs, without types that depend on the path. */
export type RawGet = (
  path: string,
  init: { readonly params: object; readonly fetch: (request: Request) => Promise<Response> },
) => Promise<unknown>;

/** What the calls of one client share. */
export interface CallContext extends EncodeSettings {
  readonly operations: Readonly<Record<string, OperationDescriptor>>;
  readonly get: RawGet;
  readonly send: Send;
  readonly clock: Clock;
  readonly onEvent: ((event: UsageClientEvent) => void) | undefined;
  readonly explain: ExplainStatus | undefined;
  readonly nextCallNumber: () => number;
}

/** Options of a call, whichever way its body is wanted. */
export type AnyCallOptions = JsonCallOptions | BytesCallOptions | StreamCallOptions;

/**
 * Makes one call of an operation.
 *
 * @returns the response, or the typed error. Only the caller's own abort rejects, with the signal's reason.
 */
export async function callOperation(
  context: CallContext,
  operationId: string,
  parameters: object,
  { parse = "json", ...options }: AnyCallOptions,
): Promise<UsageResult<object>> {
  const { clock, onEvent, operations } = context;
  const route = Object.hasOwn(operations, operationId) ? (operations[operationId]?.path ?? "") : "";
  const start = { operationId, route, callNumber: context.nextCallNumber(), streams: parse === "stream" };
  const call = startCall({ ...options, ...start }, clock, onEvent);
  let response: Response | undefined;
  try {
    const operation = findOperation(operations, operationId);
    const params = encodeCall(operation, parameters, context);
    const answer = await getAnswer(context, call, route, params);
    response = answer.response;
    const data = readAnswer(context, call, operation, answer, parse);
    if (parse !== "stream") call.end();
    return { ok: true, data, meta: metaOf(call, clock, response) };
  } catch (error) {
    call.end();
    const isFailure = isUsageFailure(error);
    const meta = metaOf(call, clock, response, error);
    const { durationMs, status } = meta;
    call.emit({
      type: "give-up",
      durationMs,
      errorName: isFailure ? error.name : "abort",
      ...(status === undefined ? {} : { status }),
    });
    if (!isFailure) throw error;
    return { ok: false, error, meta };
  }
}

/** Has openapi-fetch build the request, and sends it through the layers. */
async function getAnswer(
  { get, send }: CallContext,
  call: UsageCall,
  path: string,
  params: object,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fetch = async (request: Request): Promise<Response> => {
      resolve(await send({ request, call, signal: call.signal }));
      return new Response(null, { status: 204 });
    };
    get(path, { params, fetch }).catch(reject);
  });
}

function readAnswer(
  { explain, clock }: CallContext,
  call: UsageCall,
  operation: OperationDescriptor,
  { response, body }: Answer,
  parse: AnyCallOptions["parse"],
): object {
  const hide = (text: string): string => redact(call, text);
  if (!response.ok) {
    const { operationId, secrets } = call;
    const token = [...secrets].at(-1) ?? "";
    throw diagnoseStatus({ operationId, response, body, token, nowMs: clock.nowMs() }, hide, explain);
  }
  return parse === "json" && body instanceof Uint8Array
    ? decodeBody(operation, response.status, body, hide)
    : body;
}

function metaOf(call: UsageCall, clock: Clock, response: Response | undefined, error?: unknown): CallMeta {
  const { operationId, attempts, startedAtMs } = call;
  const requestId = isUsageHttpError(error) ? error.id : undefined;
  return {
    operationId,
    attempts,
    durationMs: clock.monotonicMs() - startedAtMs,
    ...(response === undefined
      ? {}
      : { status: response.status, rateLimit: readRateLimit(response.headers) }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}

function isUsageFailure(error: unknown): error is UsageFailure {
  return isUsageError(error);
}
