import { getEventListeners } from "node:events";
import { createUsageClient, type UsageClient, type UsageFailure } from "@ldusage/client";
import { afterAll, describe, expect, test, vi } from "vitest";
import { createFastClock } from "./fast-clock.ts";
import { type FaultName, faultNames, goodBody, startFaultServer } from "./fault-server.ts";

// Times below are those of a clock that is 25 times as fast as the sockets' own.
const common = createFastClock(25);
const server = await startFaultServer(common.nowMs);
afterAll(() => server.close());

/** How a call ends: with data, or with an error, after some attempts. */
interface Ending {
  readonly data?: "whole" | "as sent";
  readonly error?: UsageFailure["name"];
  readonly facts?: object;
  readonly attempts: number;
}

const whole: Ending = { data: "whole", attempts: 1 };
const network: Ending = { error: "UsageNetworkError", attempts: 3 };
const timeout: Ending = { error: "UsageTimeoutError", facts: { timeout: "attempt" }, attempts: 3 };
const late: Ending = { error: "UsageTimeoutError", facts: { timeout: "deadline" }, attempts: 1 };
const decode = (found: RegExp, attempts = 1): Ending => ({
  error: "UsageDecodeError",
  facts: { found: expect.stringMatching(found) },
  attempts,
});
const refused = (reason: string, attempts: number, facts: object = {}): Ending => ({
  error: "UsageHttpError",
  facts: { reason, ...facts },
  attempts,
});
const asSent: Ending = { data: "as sent", attempts: 1 };

// What decoding ends in, then bytes and streams where they end in something else.
type Row = readonly [json: Ending, bytes?: Ending, stream?: Ending];
const firstOf = (ending: Ending): Ending => ({ ...ending, attempts: 1 });
const tooLarge = decode(/larger than the limit of 100000 bytes/);

const matrix: Readonly<Record<FaultName, Row>> = {
  none: [whole],
  "reset before the response": [network],
  "reset within the headers": [network],
  "reset within the body": [network, network, firstOf(network)],
  "end within the body": [network, network, firstOf(network)],
  "end within a chunk": [network, network, firstOf(network)],
  "no HTTP at all": [network],
  "half a JSON": [decode(/is not JSON, or is cut off/), asSent, asSent],
  "an empty body": [decode(/is empty/), asSent, asSent],
  "no content": [decode(/is empty/), asSent, asSent],
  "a sign-in page": [decode(/is HTML or XML/), asSent, asSent],
  "JSON as text/plain": [whole],
  "bytes that are no UTF-8": [decode(/is not UTF-8/), asSent, asSent],
  gzip: [whole],
  // The decompression of Node.js takes what there is, as browsers do.
  "gzip cut short": [decode(/is not JSON, or is cut off/), asSent, asSent],
  "a slow body": [whole],
  "silence before the headers": [timeout],
  "silence after the headers": [timeout, timeout, late],
  "silence within the body": [timeout, timeout, late],
  "a body of 10 GB": [tooLarge],
  "a body without end": [tooLarge],
  "a gzip bomb": [tooLarge],
  "a storm of 429": [refused("rate-limited", 3, { retryAfterMs: undefined })],
  "a storm of 429 with Retry-After": [refused("rate-limited", 3, { retryAfterMs: 1000 })],
  "a storm of 429 with a reset": [refused("rate-limited", 3, { retryAfterMs: expect.any(Number) })],
  "429 with a reset beyond the deadline": [refused("rate-limited", 1, { retryAfterMs: expect.any(Number) })],
  "429 with a reset that is past": [{ data: "whole", attempts: 2 }],
  "429 once": [{ data: "whole", attempts: 2 }],
  "503 as HTML": [refused("unavailable", 3, { status: 503, serverMessage: undefined })],
  "503 once, as HTML": [{ data: "whole", attempts: 2 }],
  "502 whose body breaks off": [refused("unavailable", 3, { status: 502 })],
  "500": [refused("unavailable", 1)],
  "400": [refused("range-too-large", 1)],
  "401": [refused("invalid-token", 1)],
  "403": [refused("forbidden", 1)],
  "404": [refused("not-found", 1)],
  "a redirect loop": [refused("redirected", 1, { status: 302 })],
  "a reset once": [{ data: "whole", attempts: 2 }],
  "a broken body once": [{ data: "whole", attempts: 2 }, { data: "whole", attempts: 2 }, firstOf(network)],
};

// One operation of each kind: series, series with fractions, a list of texts, a list of objects, keys in the path.
const operations = {
  series: ["getMAUTotalUsage", { groupBy: "sdkName" }],
  fractions: ["getServiceConnectionsUsage", {}],
  texts: ["getMauSdksByType", {}],
  objects: ["getStreamUsageSdkversion", { source: "server" }],
  keys: ["getEvaluationsUsage", { projectKey: "p", environmentKey: "e", featureFlagKey: "f" }],
} as const;

type Outcome = { readonly data: unknown } | { readonly error: unknown };
type Operation = (typeof operations)[keyof typeof operations];

// The styles take each operation with its own parameters, which no single type says.
const styles: Readonly<
  Record<string, (usage: UsageClient, operation: Operation, signal: AbortSignal) => Promise<Outcome>>
> = {
  method: (usage, [id, parameters], signal) =>
    usage[id](parameters as never, { signal }).then(
      (data: unknown) => ({ data }),
      (error: unknown) => ({ error }),
    ),
  request: (usage, [id, parameters], signal) => usage.request(id, parameters as never, { signal }),
  bytes: async (usage, [id, parameters], signal) => {
    const result = await usage.request(id, parameters as never, { signal, parse: "bytes" });
    return result.ok ? { data: new TextDecoder().decode(result.data) } : result;
  },
  stream: async (usage, [id, parameters], signal) => {
    const result = await usage.request(id, parameters as never, { signal, parse: "stream" });
    if (!result.ok) return result;
    return new Response(result.data).text().then(
      (data) => ({ data }),
      (error: unknown) => ({ error }),
    );
  },
};

function endingOf(fault: FaultName, style: string): Ending {
  const [json, bytes = json, stream = bytes] = matrix[fault];
  return style === "stream" ? stream : style === "bytes" ? bytes : json;
}

const cells = faultNames.flatMap((fault) =>
  Object.keys(operations).flatMap((kind) => Object.keys(styles).map((style) => ({ fault, kind, style }))),
);

/** Makes the call of a cell and checks everything about its end. */
async function check(fault: FaultName, kind: string, style: string): Promise<void> {
  const clock = common.fork();
  const baseUrl = server.baseUrl(fault);
  const attempts: number[] = [];
  const usage = createUsageClient({
    accessToken: "api-SECRET",
    baseUrl,
    clock,
    deadlineMs: 30_000,
    attemptTimeoutMs: 5_000,
    retry: { limit: 2, baseDelayMs: 50 },
    maxResponseBytes: 100_000,
    onEvent: (event) => event.type === "attempt" && attempts.push(event.attempts),
  });
  const { signal } = new AbortController();
  const operation = operations[kind as keyof typeof operations]; // One of its own keys, above.
  const beganMs = clock.monotonicMs();
  const outcome = await styles[style]?.(usage, operation, signal);
  const ending = endingOf(fault, style);

  if (ending.error === undefined) {
    const data = outcome !== undefined && "data" in outcome ? outcome.data : outcome;
    const text = typeof data === "string" ? data : JSON.stringify(data);
    if (ending.data === "whole") expect(JSON.parse(text)).toEqual(JSON.parse(goodBody));
    else expect(data).toBeTypeOf("string");
  } else {
    expect(outcome).toMatchObject({ error: { name: ending.error, ...ending.facts } });
  }
  expect(attempts).toEqual(Array.from({ length: ending.attempts }, (_, index) => index + 1));
  expect(server.requests(baseUrl)).toHaveLength(ending.attempts);
  // Within the deadline, which the slowest machine may overshoot a little.
  expect(clock.monotonicMs() - beganMs).toBeLessThan(40_000);
  // Nothing is left: no timer, no listener. Connections are looked at in the end.
  expect(clock.pending()).toBe(0);
  expect(getEventListeners(signal, "abort")).toEqual([]);
}

describe("every fault, in every kind of operation and style of call, ends as it should", () => {
  test.concurrent.each(cells)("$fault, $kind, $style", ({ fault, kind, style }) => check(fault, kind, style));
});

test("no connection is left", async () => {
  // Before version 24, Node.js keeps the connection of a request that is aborted for four more seconds.
  await vi.waitFor(() => expect(server.openConnections()).toEqual([]), { timeout: 8000, interval: 20 });
});

test("a connection that is refused is a network failure, tried again", async () => {
  const clock = common.fork();
  const closed = await startFaultServer(clock.nowMs);
  const baseUrl = closed.baseUrl("none");
  await closed.close();
  const usage = createUsageClient({ accessToken: "t", baseUrl, clock, retry: { limit: 2, baseDelayMs: 50 } });
  expect(await usage.request("getMAUTotalUsage", {})).toMatchObject({
    ok: false,
    error: { name: "UsageNetworkError", cause: { code: "ECONNREFUSED" } },
    meta: { attempts: 3 },
  });
});
