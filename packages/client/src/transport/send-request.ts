import { service, UsageInputError } from "@ldusage/types/runtime";
import { redact } from "../call/usage-call.ts";
import type { Clock } from "../clock.ts";
import { UsageNetworkError } from "../errors/usage-network-error.ts";
import { abortable } from "../layers/abortable.ts";
import type { Answer, Attempt, Send } from "../layers/layer.ts";
import { readRateLimit } from "../layers/rate-limit-state.ts";
import { type AccessToken, hidden, provideAccessToken } from "./access-token.ts";
import { type Bytes, openBody, readAll } from "./limited-body.ts";
import { streamBody } from "./stream-body.ts";

/** What an attempt adds to its request. */
export interface TransportInit {
  readonly headers: Headers | Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Sends one request and gives its response as soon as the headers are there. */
export type Transport = (request: string | Request, init: TransportInit) => Promise<Response>;

/** What sending needs besides the request. */
export interface TransportSettings {
  readonly transport: Transport;
  readonly accessToken: AccessToken;
  /** The only origin that may see the token. */
  readonly origin: string;
  readonly maxResponseBytes: number;
  readonly clock: Clock;
}

// The API's refusals are short. A longer body is somebody else's page.
const longestRefusalBytes = 65_536;

/** The innermost part of a call: sends an attempt with the token and reads the body under its limit. */
export function sendRequest(settings: TransportSettings): Send {
  return async (attempt) => {
    const { call, signal } = attempt;
    signal.throwIfAborted();
    checkOrigin(settings, attempt);
    const { accessToken } = settings;
    const token =
      typeof accessToken === "string"
        ? accessToken
        : await abortable(provideAccessToken(accessToken), signal);
    call.secrets.add(token);
    const headers = headersWith(attempt.request, token);
    call.attempts += 1;
    call.emit?.({ type: "attempt" });
    const sentAtMs = settings.clock.monotonicMs();
    const response = await getResponse(settings.transport, attempt, headers);
    call.lastResponse = response;
    const body = await readBody(response, attempt, settings.maxResponseBytes);
    const rateLimit = readRateLimit(response.headers);
    call.emit?.({
      type: "response",
      status: response.status,
      durationMs: settings.clock.monotonicMs() - sentAtMs,
      ...(body instanceof Uint8Array ? { bodyBytes: body.byteLength } : {}),
      rateLimit,
    });
    return { response, body, rateLimit };
  };
}

function checkOrigin({ origin }: TransportSettings, { request, call }: Attempt): void {
  const url = typeof request === "string" ? request : request.url;
  if (url.startsWith(`${origin}/`)) return;
  throw new UsageInputError({
    operationId: call.operationId,
    parameter: "baseUrl",
    value: hidden,
    rule: "the request goes to another origin, which must not see the token",
    wayOut: "create a client for that origin",
  });
}

function headersWith(request: Attempt["request"], token: string): TransportInit["headers"] {
  const { authenticationHeader, versionHeader, versionValue } = service;
  if (typeof request === "string") return { [versionHeader]: versionValue, [authenticationHeader]: token };
  // A copy: who made the request does not see the token.
  const headers = new Headers(request.headers);
  headers.set(authenticationHeader, token);
  return headers;
}

async function getResponse(
  transport: Transport,
  { request, call, signal }: Attempt,
  headers: TransportInit["headers"],
): Promise<Response> {
  const controller = new AbortController();
  const abort = (): void => controller.abort(signal.reason);
  // A listener of events may have aborted the call just now.
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort, { once: true });
  let sent: Promise<Response> | undefined;
  try {
    sent = transport(request, { headers, signal: controller.signal });
    const response = await abortable(sent, signal);
    if (typeof response?.headers?.get === "function") return response;
    throw new TypeError("the transport gave something other than a Response");
  } catch (thrown) {
    // A transport that pays no heed to the signal may still give a response, which nobody reads.
    sent?.then(discard).catch(() => {});
    signal.throwIfAborted();
    throw new UsageNetworkError(call.operationId, thrown, (text) => redact(call, text));
  }
}

async function readBody(response: Response, attempt: Attempt, maxBytes: number): Promise<Answer["body"]> {
  const { call } = attempt;
  if (!response.ok) return readRefusal(response, attempt);
  if (!call.streams) return readAll(openBody(response, attempt, maxBytes));
  // The attempt ends here; from now on the call as a whole stands for the body.
  return streamBody(openBody(response, { ...attempt, signal: call.signal }, maxBytes), call.signal, () =>
    call.end(),
  );
}

/** The body of a refusal as far as it can be had: its status says more than what is wrong with its body. */
async function readRefusal(response: Response, attempt: Attempt): Promise<Bytes> {
  const body = openBody(response, attempt, longestRefusalBytes);
  try {
    if (response.status >= 400) return await readAll(body);
  } catch {
    attempt.call.signal.throwIfAborted();
  }
  body.cancel();
  return new Uint8Array();
}

async function discard(response: Response): Promise<void> {
  await response?.body?.cancel();
}
