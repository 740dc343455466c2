/**
 * Makes OpenTelemetry spans of a client's events.
 *
 * ```ts
 * const onEvent = traceUsageCalls(trace.getTracer("usage"), { "server.address": "app.launchdarkly.com" });
 * const usage = createUsageClient({ accessToken, onEvent });
 * ```
 */
import type { UsageClientEvent } from "@ldusage/client";
import { type Attributes, type Span, SpanKind, SpanStatusCode, type Tracer } from "@opentelemetry/api";

/**
 * Gives a listener that makes a CLIENT span of each attempt, by the semantic conventions for HTTP, and an INTERNAL span
 * of each wait. They belong to the span that is active where the call is made. Use one listener for each client, and
 * none where `fetch` is instrumented already: each attempt would be there twice.
 *
 * @param attributes Go onto each attempt. The conventions want `server.address` and `server.port`, which events do not
 *   hold. They also want `url.full`, which is left out: events hold no URL.
 */
export function traceUsageCalls(
  tracer: Tracer,
  attributes: Attributes = {},
): (event: UsageClientEvent) => void {
  // A call attempts or waits, and its next event ends that. Between an answer and what follows nothing is held, as no
  // event tells whether anything will. So there is no span of a call as a whole, for which the conventions do not ask.
  const openSpans = new Map<number, Span>();
  return (event) => {
    const open = openSpans.get(event.callNumber);
    openSpans.delete(event.callNumber);
    if (open !== undefined) end(open, event);
    if (event.type === "attempt") openSpans.set(event.callNumber, startAttempt(tracer, event, attributes));
    if (event.type === "wait") openSpans.set(event.callNumber, startWait(tracer, event));
    // Refused input, an answer that cannot be read or no time left: no span says so yet. A status has said it already.
    if (event.type === "give-up" && open === undefined && event.errorName !== "UsageHttpError") {
      end(tracer.startSpan(`give up ${event.operationId}`, { attributes: callOf(event) }), event);
    }
  };
}

type EventOf<Type extends UsageClientEvent["type"]> = Extract<UsageClientEvent, { type: Type }>;

function startAttempt(tracer: Tracer, event: EventOf<"attempt">, attributes: Attributes): Span {
  return tracer.startSpan(`GET ${event.operationId}`, {
    kind: SpanKind.CLIENT,
    attributes: {
      ...attributes,
      ...callOf(event),
      "http.request.method": "GET",
      ...(event.attempts > 1 && { "http.request.resend_count": event.attempts - 1 }),
    },
  });
}

// Waits are spans of their own, not events of a span: they take most of the time of a slow call, and the attempts
// before them have ended. A trace without them has gaps that nothing explains.
function startWait(tracer: Tracer, event: EventOf<"wait">): Span {
  const planned = event.waitMs === undefined ? {} : { "ldusage.wait.planned_ms": event.waitMs };
  return tracer.startSpan(`wait ${event.reason}`, { attributes: { ...callOf(event), ...planned } });
}

/** Tells calls apart that belong to one parent. */
function callOf({ operationId, callNumber }: UsageClientEvent): Attributes {
  return { "ldusage.operation_id": operationId, "ldusage.call_number": callNumber };
}

function end(span: Span, event: UsageClientEvent): void {
  if (event.type === "response" && event.status !== 0) {
    span.setAttribute("http.response.status_code", event.status);
  }
  const errorType = errorTypeOf(event);
  if (errorType !== undefined) {
    span.setAttribute("error.type", errorType).setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}

/** What went wrong with what the event ends: a status, or the name of an error. Messages are left out. */
function errorTypeOf(event: UsageClientEvent): string | undefined {
  if (event.type === "attempt") return undefined;
  if (event.type !== "response") return event.errorName;
  if (event.status === 0) return "redirected";
  // The client follows no redirects, so that one of them is a failure as well.
  return event.status >= 200 && event.status < 300 ? undefined : String(event.status);
}
