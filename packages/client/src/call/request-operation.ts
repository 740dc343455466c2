import {
  catalog,
  describeOperation,
  isUsageError,
  type OperationDescriptor,
  refuseParameter,
} from "@ldusage/types/runtime";
import type { Clock } from "../clock.ts";
import { decodeBody } from "../decode/decode-body.ts";
import { checkParameters, wireOperationOf } from "../encode/check-parameters.ts";
import { checkSecret } from "../encode/check-secret.ts";
import { type EncodedParameters, encodeParameters } from "../encode/encode-parameters.ts";
import { diagnoseStatus } from "../errors/diagnose-status.ts";
import { explainRefusal } from "../errors/explain-refusal.ts";
import type { UsageHttpError } from "../errors/usage-http-error.ts";
import type { Answer, Send } from "../layers/layer.ts";
import { type RateLimitState, readRateLimit } from "../layers/rate-limit-state.ts";
import { serverWait } from "../layers/server-wait.ts";
import type { BytesCallOptions, JsonCallOptions, StreamCallOptions } from "./call-options.ts";
import type { UsageClientEvent } from "./client-event.ts";
import { redact, startCall, type UsageCall, unknownOperation } from "./usage-call.ts";
import type { CallMeta, UsageFailure, UsageResult } from "./usage-result.ts";

/** What the calls of one client share. */
export interface CallContext {
  /** Writes the address of a request. */
  readonly addressOf: (path: string, parameters: EncodedParameters) => string;
  readonly send: Send;
  readonly clock: Clock;
  readonly region: string | undefined;
  /** The access token, where it is a text. */
  readonly secret: string | undefined;
  readonly onEvent: ((event: UsageClientEvent) => void) | undefined;
  readonly nextCallNumber: () => number;
}

/** Options of a call, whichever way its body is wanted. */
export type AnyCallOptions = JsonCallOptions | BytesCallOptions | StreamCallOptions;

/**
 * Makes one call of an operation.
 *
 * @returns the response, or the typed error. Only the caller's own abort rejects, with the signal's reason.
 */
export async function requestOperation(
  context: CallContext,
  operationId: string,
  parameters: object,
  { parse = "json", onEvent, ...options }: AnyCallOptions,
): Promise<UsageResult<object>> {
  const { clock, secret, send, addressOf } = context;
  const isKnown = Object.hasOwn(catalog, operationId);
  const start = {
    operationId: isKnown ? operationId : unknownOperation,
    callNumber: context.nextCallNumber(),
  };
  const facts = { ...options, ...start, streams: parse === "stream" };
  const call = startCall(facts, clock, context.onEvent, onEvent);
  try {
    checkSecret(call.operationId, [operationId, parameters, parse, options], secret);
    const operation = describeOperation(operationId);
    if (!parseModes.includes(parse)) throw refuseParse(operation, parse);
    call.route = operation.path;
    const wire = wireOperationOf(operation);
    const params = encodeParameters(wire, checkParameters(operation, parameters, clock.nowMs(), wire));
    const answer = await send({ request: addressOf(call.route, params), call, signal: call.signal });
    if (!answer.response.ok) throw diagnose(context, call, answer);
    const data = readData(operation, call, answer, parse);
    if (parse !== "stream") call.end();
    return { ok: true, data, meta: metaOf(call, clock, answer.rateLimit) };
  } catch (error) {
    call.end();
    const meta = { ...metaOf(call, clock), ...requestIdOf(error) };
    // The caller's reason is the caller's, whatever it is.
    const isAbort = options.signal?.aborted === true && error === options.signal.reason;
    const failure = !isAbort && isUsageFailure(error) ? error : undefined;
    tellFailure(call, meta, failure?.name ?? "abort");
    if (failure === undefined) throw error;
    return { ok: false, error: failure, meta };
  }
}

const parseModes: readonly unknown[] = ["json", "bytes", "stream"];

function refuseParse(operation: OperationDescriptor, parse: unknown): Error {
  const wayOut = `use one of ${parseModes.join(", ")}`;
  return refuseParameter(operation, "parse", parse, "there is no such way to give a body", wayOut);
}

function readData(
  operation: OperationDescriptor,
  call: UsageCall,
  { response, body }: Answer,
  parse: AnyCallOptions["parse"],
): object {
  if (parse !== "json" || !(body instanceof Uint8Array)) return body;
  return decodeBody(operation, response.status, body, (text) => redact(call, text));
}

function diagnose(
  { clock, region }: CallContext,
  call: UsageCall,
  { response, body }: Answer,
): UsageHttpError {
  const { operationId, secrets } = call;
  return diagnoseStatus(
    {
      operationId,
      status: response.status,
      said: readJson(body),
      explain: explainRefusal(region, [...secrets].at(-1) ?? ""),
      retryAfterMs: serverWait(response, clock.nowMs())?.waitMs,
    },
    (text) => redact(call, text),
  );
}

function readJson(body: Answer["body"]): unknown {
  try {
    return body instanceof Uint8Array ? JSON.parse(new TextDecoder().decode(body)) : undefined;
  } catch {
    return undefined;
  }
}

function metaOf(call: UsageCall, clock: Clock, known?: RateLimitState): CallMeta {
  const { operationId, attempts, startedAtMs, lastResponse } = call;
  const durationMs = clock.monotonicMs() - startedAtMs;
  if (lastResponse === undefined) return { operationId, attempts, durationMs };
  const rateLimit = known ?? readRateLimit(lastResponse.headers);
  return { operationId, attempts, durationMs, status: lastResponse.status, rateLimit };
}

function requestIdOf(error: unknown): Pick<CallMeta, "requestId"> {
  const requestId = isUsageFailure(error) && error.name === "UsageHttpError" ? error.id : undefined;
  return requestId === undefined ? {} : { requestId };
}

function tellFailure(call: UsageCall, { durationMs, status }: CallMeta, errorName: string): void {
  call.emit?.({ type: "give-up", durationMs, errorName, ...(status === undefined ? {} : { status }) });
}

function isUsageFailure(error: unknown): error is UsageFailure {
  return isUsageError(error);
}
