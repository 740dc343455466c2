import { catalog, isUsageError } from "@ldusage/types/runtime";
import type { CallContext } from "./request-operation.ts";
import { startCall, unknownOperation } from "./usage-call.ts";

// Responses with these statuses cannot be made with a body.
const bodiless = [0, 101, 204, 205, 304];

/** Sends a request of the openapi-fetch client through the same layers as every other call. */
export async function sendRaw(
  { send, clock, onEvent, nextCallNumber }: Omit<CallContext, "addressOf">,
  request: Request,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const operation = Object.values(catalog).find(({ path }) => isInstance(pathname, path));
  const call = startCall(
    {
      operationId: operation?.operationId ?? unknownOperation,
      route: operation?.path ?? pathname,
      callNumber: nextCallNumber(),
      signal: request.signal,
      streams: false,
    },
    clock,
    onEvent,
  );
  try {
    const { response, body } = await send({
      request,
      call,
      signal: call.signal,
    });
    if (bodiless.includes(response.status) || !(body instanceof Uint8Array)) return response;
    const { status, statusText, headers } = response;
    return new Response(body, { status, statusText, headers });
  } catch (error) {
    const isAbort = request.signal.aborted && error === request.signal.reason;
    const errorName = !isAbort && isUsageError(error) ? error.name : "abort";
    call.emit?.({ type: "give-up", durationMs: clock.monotonicMs() - call.startedAtMs, errorName });
    throw error;
  } finally {
    call.end();
  }
}

/** Whether a path ends like a template, which has a name in braces for a part that may be anything. */
function isInstance(pathname: string, template: string): boolean {
  const wanted = template.split("/").slice(1).reverse();
  const parts = pathname.split("/").reverse();
  return wanted.every(
    (part, position) => part === parts[position] || (/^\{.*\}$/.test(part) && parts[position] !== undefined),
  );
}
