import { AsyncLocalStorage } from "node:async_hooks";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import {
  createUsageClient,
  type UsageClient,
  type UsageClientEvent,
  type UsageClientOptions,
} from "@ldusage/client";
import { createSimulator, type Fault } from "@ldusage/simulator";
import { describe, expect, test } from "vitest";
import { traceUsageCalls } from "../../examples/opentelemetry-spans.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const accessToken = "api-SECRET";
const activeSpan = new AsyncLocalStorage<string>();

// OpenTelemetry is a dependency of the examples alone: its types come from there, two values are spelt out.
type Tracer = Parameters<typeof traceUsageCalls>[0];
type Span = ReturnType<Tracer["startSpan"]>;
const clientKind = 2;
const errorCode = 2;

const unused = (): never => {
  throw new Error("no trace needs this");
};

/** Remembers what it is told, and refuses to be told anything once it has ended. */
class RecordedSpan implements Span {
  readonly parent = activeSpan.getStore();
  readonly name: string;
  readonly kind: "client" | "internal";
  readonly attributes: Record<string, unknown>;
  hasFailed = false;
  hasEnded = false;

  constructor(name: string, { kind, attributes }: Parameters<Tracer["startSpan"]>[1] = {}) {
    this.name = name;
    this.kind = kind === clientKind ? "client" : "internal";
    this.attributes = { ...attributes };
  }

  setAttribute(key: string, value: unknown): this {
    this.#refuseOnceEnded();
    this.attributes[key] = value;
    return this;
  }

  setStatus({ code, message }: Parameters<Span["setStatus"]>[0]): this {
    this.#refuseOnceEnded();
    expect([code, message]).toEqual([errorCode, undefined]);
    this.hasFailed = true;
    return this;
  }

  end(): void {
    this.#refuseOnceEnded();
    this.hasEnded = true;
  }

  #refuseOnceEnded(): void {
    if (this.hasEnded) throw new Error(`${this.name} has ended`);
  }

  readonly setAttributes = unused;
  readonly addEvent = unused;
  readonly addLink = unused;
  readonly addLinks = unused;
  readonly updateName = unused;
  readonly isRecording = unused;
  readonly recordException = unused;
  readonly spanContext = unused;
}

function recordingTracer(): { tracer: Tracer; spans: RecordedSpan[] } {
  const spans: RecordedSpan[] = [];
  const startSpan: Tracer["startSpan"] = (name, options) => {
    const span = new RecordedSpan(name, options);
    spans.push(span);
    return span;
  };
  return { tracer: { startSpan, startActiveSpan: unused }, spans };
}

interface Traced {
  readonly usage: UsageClient;
  readonly spans: RecordedSpan[];
}

/** A client of a simulator, whose waits are as short as can be. */
function traced(faults: readonly (Fault | undefined)[], options: Partial<UsageClientOptions> = {}): Traced {
  const { tracer, spans } = recordingTracer();
  const onEvent = traceUsageCalls(tracer, { "server.address": "127.0.0.1" });
  const { fetch } = createSimulator({ contexts: 5, faults });
  const retry = { baseDelayMs: 1 };
  const usage = createUsageClient({ accessToken, fetch, retry, random: () => 0, onEvent, ...options });
  return { usage, spans };
}

/** Every span in short, without what all of them have in common. */
function summary(spans: readonly RecordedSpan[]): object[] {
  return spans.map(({ name, kind, hasFailed, hasEnded, attributes }) => {
    const {
      "ldusage.call_number": _number,
      "ldusage.operation_id": _id,
      "http.request.method": _method,
      "server.address": _address,
      ...rest
    } = attributes;
    expect(hasEnded, name).toBe(true);
    expect(hasFailed, name).toBe("error.type" in attributes);
    return { name, kind, ...rest };
  });
}

const status = (code: number, retryAfter?: string): Fault => ({
  kind: "status",
  status: code,
  ...(retryAfter === undefined ? {} : { headers: { "Retry-After": retryAfter } }),
});
const id = "getMauSdksByType";
const attempt = { name: `GET ${id}`, kind: "client" };
const answered = (code: number): object => ({
  ...attempt,
  "http.response.status_code": code,
  ...(code === 200 ? {} : { "error.type": String(code) }),
});
const wait = (reason: string): object => ({
  name: `wait ${reason}`,
  kind: "internal",
  "ldusage.wait.planned_ms": 0,
});

test("each attempt and each wait is a span of its own, in order, with counted resends", async () => {
  const { usage, spans } = traced([status(503), { kind: "network" }, status(429, "0")]);
  await usage.getMauSdksByType();
  expect(summary(spans)).toEqual([
    answered(503),
    wait("backoff"),
    { ...attempt, "http.request.resend_count": 1, "error.type": "UsageNetworkError" },
    wait("backoff"),
    { ...answered(429), "http.request.resend_count": 2 },
    wait("retry-after"),
    { ...answered(200), "http.request.resend_count": 3 },
  ]);
  const shared = { "ldusage.call_number": 1, "ldusage.operation_id": id };
  const ofRequests = { ...shared, "http.request.method": "GET", "server.address": "127.0.0.1" };
  for (const { attributes, kind } of spans) {
    expect(attributes).toMatchObject(kind === "client" ? ofRequests : shared);
  }
});

describe("a call that fails says so", () => {
  const once = { retry: { limit: 0 } };
  const gaveUp = (errorType: string): object => ({
    name: `give up ${id}`,
    kind: "internal",
    "error.type": errorType,
  });
  test.each<[string, (Fault | undefined)[], Partial<UsageClientOptions>, object[]]>([
    ["with its status", [status(404)], {}, [answered(404)]],
    ["after its last retry", [status(503)], once, [answered(503)]],
    ["at a redirect", [{ kind: "redirect", location: "/" }], {}, [answered(302)]],
    ["without an answer", [{ kind: "network" }], once, [{ ...attempt, "error.type": "UsageNetworkError" }]],
    [
      "after too long an attempt",
      [{ kind: "latency", latencyMs: 60_000 }],
      { ...once, attemptTimeoutMs: 5 },
      [{ ...attempt, "error.type": "UsageTimeoutError" }],
    ],
    ["at too large a body", [], { maxResponseBytes: 10 }, [{ ...attempt, "error.type": "UsageDecodeError" }]],
    ["at an unreadable body", [{ kind: "html" }], {}, [answered(200), gaveUp("UsageDecodeError")]],
  ])("%s", async (_how, faults, options, expected) => {
    const { usage, spans } = traced(faults, options);
    const { ok } = await usage.request(id, {});
    expect(ok).toBe(false);
    expect(summary(spans)).toEqual(expected);
  });

  test("before its first attempt", async () => {
    const { usage, spans } = traced([]);
    const { ok } = await usage.request("getMAUTotalUsage", { from: "soon" });
    expect(ok).toBe(false);
    const name = "give up getMAUTotalUsage";
    expect(summary(spans)).toEqual([{ name, kind: "internal", "error.type": "UsageInputError" }]);
  });

  test.each<[string, Fault, object[]]>([
    ["an attempt", { kind: "latency", latencyMs: 60_000 }, [{ ...attempt, "error.type": "abort" }]],
    [
      "a wait",
      status(429, "60"),
      [answered(429), { ...wait("retry-after"), "ldusage.wait.planned_ms": 60_000, "error.type": "abort" }],
    ],
  ])("when its caller ends it during %s", async (_what, fault, expected) => {
    const { usage, spans } = traced([fault]);
    await expect(usage.getMauSdksByType({}, { signal: AbortSignal.timeout(50) })).rejects.toThrow();
    expect(summary(spans)).toEqual(expected);
  });
});

test("calls at the same time keep to their own spans and parents", async () => {
  const { usage, spans } = traced([status(503), undefined, status(503)], { concurrency: 1 });
  const parents = ["first", "second", "third"];
  await Promise.all(parents.map((parent) => activeSpan.run(parent, () => usage.getMauSdksByType())));
  summary(spans);
  parents.forEach((parent, index) => {
    const own = spans.filter(({ attributes }) => attributes["ldusage.call_number"] === index + 1);
    expect(new Set(own.map((span) => span.parent))).toEqual(new Set([parent]));
    expect(own.at(-1)?.attributes).toMatchObject({ "http.response.status_code": 200 });
  });
  expect(spans.filter(({ kind }) => kind === "client")).toHaveLength(5);
  const queued = spans.find(({ name }) => name === "wait concurrency");
  expect(queued?.attributes).not.toHaveProperty(["ldusage.wait.planned_ms"]);
});

describe("with events alone", () => {
  const facts = { operationId: id, callNumber: 1, attempts: 1 };
  const sent: UsageClientEvent = { ...facts, type: "attempt" };
  const response = { ...facts, type: "response", durationMs: 1, rateLimit: {} } as const;
  const giveUp = { ...facts, type: "give-up", durationMs: 1 } as const;
  function tell(...events: readonly UsageClientEvent[]): RecordedSpan[] {
    const { tracer, spans } = recordingTracer();
    events.forEach(traceUsageCalls(tracer));
    return spans;
  }

  // A span that is still held when it has ended would be told of the next event, and refuse.
  test.each<[string, UsageClientEvent[]]>([
    ["a response", [sent, { ...response, status: 200 }]],
    ["a refusal", [sent, { ...response, status: 404 }]],
    ["a failure", [sent, { ...giveUp, errorName: "UsageNetworkError" }]],
    [
      "a failure in a wait",
      [
        { ...facts, type: "wait", reason: "rate-limit" },
        { ...giveUp, errorName: "abort" },
      ],
    ],
    ["a failure before all else", [{ ...giveUp, errorName: "UsageInputError" }]],
  ])("nothing is held after %s", (_what, events) => {
    const spans = tell(...events, { ...giveUp, errorName: "UsageHttpError" });
    expect(spans.map(({ hasEnded }) => hasEnded)).toEqual([true]);
  });

  test("a redirect whose status the runtime hides has failed without a status", () => {
    expect(summary(tell(sent, { ...response, status: 0 }))).toEqual([
      { ...attempt, "error.type": "redirected" },
    ]);
  });

  test("an operation that the catalog does not know is named as such", () => {
    const [span] = tell({ ...sent, operationId: "(unknown)" });
    expect(span?.name).toBe("GET (unknown)");
    expect(span?.attributes).toMatchObject({ "ldusage.operation_id": "(unknown)" });
  });
});

test("no span holds the token, whatever goes wrong", async () => {
  const failures = [
    () => Promise.reject(new Error(`cannot send ${accessToken}`)),
    async () => Response.json({ message: `${accessToken} is not known` }, { status: 401 }),
    async () => new Response(accessToken),
  ];
  for (const fetch of failures) {
    const { usage, spans } = traced([], { fetch, retry: { limit: 1, baseDelayMs: 1 } });
    const { ok } = await usage.request(id, {});
    expect(ok).toBe(false);
    await usage.raw.GET("/api/v2/usage/mau/sdks").catch(() => {});
    expect(spans.length).toBeGreaterThan(1);
    expect(JSON.stringify(spans)).not.toContain(accessToken);
  }
});

test("the program prints the trace of a call that succeeds at the third attempt", async () => {
  const args = ["--conditions=@ldusage/source", join(root, "examples/traced-call.ts")];
  const { stdout, stderr } = await promisify(execFile)(join(root, "node_modules/.bin/tsx"), args);
  // Timers may go off a little early. The limiter then has the third attempt wait for the rest.
  const lines = stdout.split("\n").filter((line) => !line.startsWith("  wait rate-limit "));
  expect(lines.map((line) => line.replace(/ +\d+ ms/, ""))).toEqual([
    "monthly report",
    "  GET getMAUTotalUsage  http.response.status_code=503  error.type=503",
    "  wait backoff",
    "  GET getMAUTotalUsage  http.response.status_code=429  error.type=429  http.request.resend_count=1",
    "  wait retry-after",
    "  GET getMAUTotalUsage  http.response.status_code=200  http.request.resend_count=2",
    "",
  ]);
  expect(Number(/wait retry-after +(\d+) ms/.exec(stdout)?.[1])).toBeGreaterThanOrEqual(1000);
  expect(stdout + stderr).not.toContain("api-simulated");
});
