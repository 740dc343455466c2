/**
 * Prints the trace of a call that meets a 503 and a 429 before it succeeds. Asks a simulator on this machine.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { createUsageClient } from "@ldusage/client";
import { createSimulator } from "@ldusage/simulator";
import { type Context, context, ROOT_CONTEXT } from "@opentelemetry/api";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { traceUsageCalls } from "./opentelemetry-spans.ts";

followCalls();
const exporter = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
const tracer = provider.getTracer("traced-call");

const server = await createSimulator({
  faults: [
    { kind: "status", status: 503 },
    { kind: "status", status: 429, headers: { "Retry-After": "1" } },
  ],
}).listen();
const { hostname, port } = new URL(server.url);
const usage = createUsageClient({
  accessToken: "api-simulated",
  baseUrl: server.url,
  // Half of the jitter each time, so that the waits are the same on every run.
  random: () => 0.5,
  onEvent: traceUsageCalls(tracer, { "server.address": hostname, "server.port": Number(port) }),
});

try {
  await tracer.startActiveSpan("monthly report", (span) =>
    usage.getMAUTotalUsage({ from: "2026-10-01", to: "2026-11-01" }).finally(() => span.end()),
  );
} finally {
  await server.close();
}
for (const root of childrenOf(undefined)) printTree(root, 0);

function printTree(span: ReadableSpan, depth: number): void {
  const [seconds, nanoseconds] = span.duration;
  const name = `${"  ".repeat(depth)}${span.name}`.padEnd(26);
  const duration = `${(seconds * 1000 + nanoseconds / 1e6).toFixed(0)} ms`.padStart(8);
  const facts = ["http.response.status_code", "error.type", "http.request.resend_count"]
    .filter((key) => key in span.attributes)
    .map((key) => `${key}=${span.attributes[key]}`);
  console.log([name, duration, ...facts].join("  ").trimEnd());
  for (const child of childrenOf(span)) printTree(child, depth + 1);
}

/** In the order in which they ended. */
function childrenOf(parent: ReadableSpan | undefined): ReadableSpan[] {
  const parentId = parent?.spanContext().spanId;
  return exporter.getFinishedSpans().filter((span) => span.parentSpanContext?.spanId === parentId);
}

/** Keeps the active span across `await`, as `@opentelemetry/sdk-node` does by itself. */
function followCalls(): void {
  const storage = new AsyncLocalStorage<Context>();
  context.setGlobalContextManager({
    active: () => storage.getStore() ?? ROOT_CONTEXT,
    with: (active, callback, thisArg, ...args) => storage.run(active, () => callback.call(thisArg, ...args)),
    bind: (_active, target) => target,
    enable() {
      return this;
    },
    disable() {
      return this;
    },
  });
}
