import { documentedRefusal } from "../http/error-body.ts";
import { connectionClosed } from "./connection-closed.ts";
import { type Fault, slowBodyPieces } from "./fault.ts";
import { pause } from "./pause.ts";

const page = "<!doctype html><html><head><title>Sign in</title></head><body>Sign in to go on.</body></html>";

/**
 * Answers a request with a fault.
 *
 * @param answer Gives the real answer. Faults that have no use for it do not ask for one.
 * @returns The response, or `undefined` when the connection closes without one.
 * @throws The reason of the request's signal, when it is aborted during a pause.
 */
export async function applyFault(
  fault: Fault,
  request: Request,
  answer: (request: Request) => Response | Promise<Response>,
): Promise<Response | undefined> {
  switch (fault.kind) {
    case "network":
      return undefined;
    case "status":
      return statusAnswer(fault);
    case "html":
      return new Response(page, { headers: { "Content-Type": "text/html; charset=utf-8" } });
    case "redirect":
      return new Response(null, { status: 302, headers: { Location: fault.location } });
    case "latency":
      await pause(fault.latencyMs, request.signal);
      return answer(request);
    default:
      return withFaultyBody(fault, request.signal, await answer(request));
  }
}

function statusAnswer({ status, body, headers = {} }: Fault & { kind: "status" }): Response {
  const answer =
    body === undefined
      ? (documentedRefusal(status)?.toResponse() ?? new Response(null, { status }))
      : new Response(body, { status });
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
}

async function withFaultyBody(
  fault: Fault & { kind: "truncated-body" | "slow-body" | "half-json" },
  signal: AbortSignal,
  answer: Response,
): Promise<Response> {
  const whole = new Uint8Array(await answer.arrayBuffer());
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  const framed = (body: Uint8Array<ArrayBuffer> | ReadableStream, length: number): Response => {
    const response = new Response(body, answer);
    response.headers.set("Content-Length", String(length));
    return response;
  };
  switch (fault.kind) {
    case "half-json":
      return framed(half, half.length);
    case "truncated-body":
      return framed(breakingOff(half), whole.length);
    case "slow-body":
      return framed(slowly(whole, fault.chunkDelayMs, signal), whole.length);
  }
}

function breakingOff(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let sent = false;
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    if (sent || bytes.length === 0) controller.error(connectionClosed("terminated"));
    else controller.enqueue(bytes);
    sent = true;
  };
  // Nothing is made ahead: an error would overtake the half that nobody has read yet.
  return new ReadableStream({ pull }, { highWaterMark: 0 });
}

function slowly(bytes: Uint8Array, chunkDelayMs: number, signal: AbortSignal): ReadableStream<Uint8Array> {
  const cancelled = new AbortController();
  const stop = AbortSignal.any([signal, cancelled.signal]);
  const pieceLength = Math.max(1, Math.ceil(bytes.length / slowBodyPieces));
  let sent = 0;
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    if (sent >= bytes.length) return controller.close();
    await pause(chunkDelayMs, stop);
    controller.enqueue(bytes.subarray(sent, sent + pieceLength));
    sent += pieceLength;
  };
  // Nothing is made ahead: a body that nobody reads leaves no timer behind.
  return new ReadableStream({ pull, cancel: () => cancelled.abort() }, { highWaterMark: 0 });
}
