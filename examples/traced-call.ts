/**
 * Prints the trace of a call that meets an overloaded service and a rate limit before it succeeds. A simulator on this
 * machine plays the API.
 */
import { createUsageClient } from "@ldusage/client";
import { createSimulator } from "@ldusage/simulator";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { formatTable } from "./format-table.ts";
import { traceUsageCalls } from "./opentelemetry-spans.ts";

const exporter = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
const simulator = createSimulator({
  seed: 1,
  faults: [
    { kind: "status", status: 503 },
    { kind: "status", status: 429, headers: { "Retry-After": "0" } },
  ],
});
const usage = createUsageClient({
  accessToken: "api-simulated",
  fetch: simulator.fetch,
  retry: { baseDelayMs: 50 },
  onEvent: traceUsageCalls(provider.getTracer("ldusage")),
});

const { sdks } = await usage.getMauSdksByType({ sdktype: "client" });
console.log(`${sdks.length} SDKs, after ${simulator.requests.length} requests:\n`);
const rows = exporter.getFinishedSpans().map(({ name, attributes, duration: [seconds, nanoseconds] }) => {
  const status = attributes["http.response.status_code"]?.toString() ?? "";
  return [name, status, `${Math.round(seconds * 1000 + nanoseconds / 1e6)} ms`];
});
console.log(formatTable([["span", "status", "time"], ...rows]));
await provider.shutdown();
