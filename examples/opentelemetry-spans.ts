/**
 * Turns what the client tells of its work into OpenTelemetry spans. One listener serves one client:
 *
 *   const usage = createUsageClient({ accessToken, onEvent: traceUsageCalls(trace.getTracer("usage")) });
 */
import type { UsageClientEvent } from "@ldusage/client";
import { type Attributes, type Span, SpanKind, SpanStatusCode, type Tracer } from "@opentelemetry/api";

/**
 * Makes a listener for `onEvent`. Each attempt is a client span of its own, as the semantic conventions for HTTP ask
 * for, and each wait between attempts is an internal span, so that a trace shows where the time of a call went.
 */
export function traceUsageCalls(tracer: Tracer): (event: UsageClientEvent) => void {
  // A call does one thing at a time: it has at most one span that is open.
  const open = new Map<number, Span>();
  const begin = (callNumber: number, name: string, kind: SpanKind, attributes: Attributes): void => {
    open.set(callNumber, tracer.startSpan(name, { kind, attributes }));
  };
  const end = (callNumber: number, attributes: Attributes = {}): void => {
    const span = open.get(callNumber)?.setAttributes(attributes);
    if (attributes["error.type"] !== undefined) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    open.delete(callNumber);
  };
  return (event) => {
    const { callNumber, operationId } = event;
    const operation = { "ldusage.operation": operationId };
    switch (event.type) {
      case "attempt": {
        end(callNumber);
        const retries = event.attempts - 1;
        const resent = retries === 0 ? {} : { "http.request.resend_count": retries };
        const attributes = { "http.request.method": "GET", ...operation, ...resent };
        return begin(callNumber, `GET ${operationId}`, SpanKind.CLIENT, attributes);
      }
      case "response": {
        const { status } = event;
        const failure = status < 400 ? {} : { "error.type": String(status) };
        return end(callNumber, { "http.response.status_code": status, ...failure });
      }
      case "wait":
        end(callNumber, event.errorName === undefined ? {} : { "error.type": event.errorName });
        return begin(callNumber, `wait: ${event.reason}`, SpanKind.INTERNAL, operation);
      case "give-up":
        return end(callNumber, { "error.type": event.errorName });
    }
  };
}
