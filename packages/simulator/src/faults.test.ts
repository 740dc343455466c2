import { isUsageInputError } from "@ldusage/types/errors";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createSimulator, type Simulator } from "./create-simulator.ts";
import type { Fault, FaultRequest, Faults } from "./faults/fault.ts";

const path = "/api/v2/usage/total-mau?groupBy=sdkName";
const headers = { Authorization: "api-test", "LD-API-Version": "beta" };
const simulatorWith = (faults: Faults): Simulator =>
  createSimulator({ contexts: 5, switches: { groupOrder: "stable" }, faults });

interface Reached {
  readonly simulator: Simulator;
  ask(init?: RequestInit & { path?: string }): Promise<Response>;
}
type Reach = (simulator: Simulator) => Promise<Reached>;

const inProcess: Reach = async (simulator) => ({
  simulator,
  ask: ({ path: asked = path, ...init } = {}) =>
    simulator.fetch(new Request(`http://simulator${asked}`, { headers, ...init })),
});

const overHttp: Reach = async (simulator) => {
  const server = await simulator.listen();
  onTestFinished(() => server.close());
  return {
    simulator,
    ask: ({ path: asked = path, ...init } = {}) =>
      fetch(`${server.url}${asked}`, { headers, redirect: "manual", ...init }),
  };
};

const whole = await (await (await inProcess(simulatorWith([]))).ask()).text();

async function caught(promise: Promise<unknown>): Promise<unknown> {
  try {
    return await promise.then(() => "nothing was thrown");
  } catch (error) {
    return error;
  }
}

/** What arrives of a body, and the error that ends it, if any does. */
async function read(response: Response): Promise<{ text: string; error?: unknown }> {
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const piece of response.body ?? []) text += decoder.decode(piece, { stream: true });
    return { text };
  } catch (error) {
    return { text, error };
  }
}

describe.each<[string, Reach]>([
  ["in process", inProcess],
  ["over HTTP", overHttp],
])("%s", (_name, reach) => {
  const withFault = (fault: Fault): Promise<Reached> => reach(simulatorWith([fault]));

  test.each<[string, Fault, object]>([
    [
      "a documented status",
      { kind: "status", status: 503 },
      {
        status: 503,
        type: "application/json",
        text: '{"code":"service_unavailable","message":"Requested service unavailable"}',
      },
    ],
    ["another status", { kind: "status", status: 502 }, { status: 502, text: "" }],
    ["a status without a body", { kind: "status", status: 204 }, { status: 204, text: "" }],
    [
      "a body of one's own",
      { kind: "status", status: 500, body: "<h1>", headers: { "Content-Type": "text/html" } },
      { status: 500, type: "text/html", text: "<h1>" },
    ],
    [
      "headers",
      { kind: "status", status: 429, headers: { "Retry-After": "3" } },
      { status: 429, retryAfter: "3", text: expect.stringContaining("rate_limited") },
    ],
    [
      "a page",
      { kind: "html" },
      { status: 200, type: expect.stringContaining("text/html"), text: /^<!doctype/ },
    ],
    ["a redirect", { kind: "redirect", location: "/elsewhere" }, { status: 302, location: "/elsewhere" }],
    [
      "half a body",
      { kind: "half-json" },
      { status: 200, text: whole.slice(0, Math.floor(whole.length / 2)) },
    ],
    ["latency", { kind: "latency", latencyMs: 1 }, { status: 200, text: whole }],
    ["a slow body", { kind: "slow-body", chunkDelayMs: 1 }, { status: 200, text: whole }],
  ])("%s", async (_case, fault, expected) => {
    const { simulator, ask } = await withFault(fault);
    const response = await ask();
    const { text, error } = await read(response);
    expect(error).toBeUndefined();
    const { status } = response;
    const [type, retryAfter, location] = ["Content-Type", "Retry-After", "Location"].map((name) =>
      response.headers.get(name),
    );
    const shown = Object.fromEntries(
      Object.entries(expected).map(([key, value]) => [
        key,
        value instanceof RegExp ? expect.stringMatching(value) : value,
      ]),
    );
    expect({ status, type, retryAfter, location, text }).toMatchObject(shown);
    expect(simulator.requests).toEqual([
      { method: "GET", url: expect.stringContaining(path), status, fault: fault.kind },
    ]);
    // One fault for one request: the next one is answered.
    expect(await (await ask()).text()).toBe(whole);
    expect(Object.keys(simulator.requests[1] ?? {})).toEqual(["method", "url", "status"]);
  });

  test("a network fault rejects as fetch of Node.js does", async () => {
    const { simulator, ask } = await withFault({ kind: "network" });
    const error = await caught(ask());
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({
      message: "fetch failed",
      cause: { name: "SocketError", code: "UND_ERR_SOCKET", message: "other side closed" },
    });
    expect(simulator.requests).toEqual([
      { method: "GET", url: expect.stringContaining(path), status: 0, fault: "network" },
    ]);
    expect((await ask()).status).toBe(200);
  });

  // An idle connection would end after five seconds as well: the timeout tells the two apart.
  test("a truncated body breaks off after half of what was announced", { timeout: 3000 }, async () => {
    const report = vi.spyOn(console, "error");
    onTestFinished(() => report.mockRestore());
    const { simulator, ask } = await withFault({ kind: "truncated-body" });
    const response = await ask();
    expect([response.status, response.headers.get("Content-Length")]).toEqual([200, String(whole.length)]);
    const { text, error } = await read(response);
    expect(text).toBe(whole.slice(0, Math.floor(whole.length / 2)));
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: "terminated", cause: { code: "UND_ERR_SOCKET" } });
    expect(simulator.requests).toMatchObject([{ status: 200, fault: "truncated-body" }]);
    expect(report).not.toHaveBeenCalled();
  });

  test("an answer that waits ends with an abort", async () => {
    const { simulator, ask } = await withFault({ kind: "latency", latencyMs: 60_000 });
    const reason = new Error("enough");
    const controller = new AbortController();
    const answer = caught(ask({ signal: controller.signal }));
    setTimeout(() => controller.abort(reason), 20);
    expect(await answer).toBe(reason);
    await vi.waitFor(() => expect(simulator.requests).toMatchObject([{ status: 0, fault: "latency" }]));
  });

  test("a slow body has begun before its first piece, and ends with an abort", async () => {
    const { simulator, ask } = await withFault({ kind: "slow-body", chunkDelayMs: 60_000 });
    const controller = new AbortController();
    const response = await ask({ signal: controller.signal });
    expect(simulator.requests).toMatchObject([{ status: 200, fault: "slow-body" }]);
    setTimeout(() => controller.abort(), 5);
    const { text, error } = await read(response);
    expect(text).toBe("");
    expect(error).toMatchObject({ name: "AbortError" });
  });

  test("a function decides by what it is told", async () => {
    const told: FaultRequest[] = [];
    const { ask } = await reach(
      simulatorWith((request) => {
        told.push(request);
        return request.index === 1 ? { kind: "status", status: 500 } : undefined;
      }),
    );
    const paths = ["/api/v2/usage/streams/client/sdkversions", path, "/nowhere", path];
    const statuses = [];
    for (const one of paths) statuses.push((await ask({ path: one })).status);
    statuses.push((await ask({ method: "POST" })).status);
    expect(statuses).toEqual([200, 500, 404, 200, 405]);
    expect(told.map(({ method, operationId, index }) => [method, operationId, index])).toEqual([
      ["GET", "getStreamUsageSdkversion", 0],
      ["GET", "getMAUTotalUsage", 1],
      ["GET", undefined, 2],
      ["GET", "getMAUTotalUsage", 3],
      ["POST", "getMAUTotalUsage", 4],
    ]);
    expect(told[0]?.url).toMatch(/^http:.*\/sdkversions$/);
  });

  test("what comes from in front of the API looks at no token; the rest changes the real answer", async () => {
    const faults: Fault[] = [{ kind: "html" }, { kind: "half-json" }, { kind: "latency", latencyMs: 0 }];
    const { ask } = await reach(simulatorWith(faults));
    const statuses = [];
    for (const _fault of faults) statuses.push((await ask({ headers: {} })).status);
    expect(statuses).toEqual([200, 401, 401]);
  });

  test("what comes from in front of the API takes nothing out of the budgets", async () => {
    const faults: Fault[] = [{ kind: "status", status: 503 }, { kind: "truncated-body" }];
    const { ask } = await reach(createSimulator({ contexts: 1, faults, rateLimit: { global: 2 } }));
    const remaining = [];
    for (const _call of [1, 2, 3]) {
      const response = await ask();
      remaining.push(response.headers.get("X-Ratelimit-Global-Remaining"));
      await read(response);
    }
    expect(remaining).toEqual([null, "1", "0"]);
  });
});

test("in process, a request that is aborted already is not sent", async () => {
  const { simulator, ask } = await inProcess(simulatorWith([]));
  expect(await caught(ask({ signal: AbortSignal.abort("no") }))).toBe("no");
  expect(simulator.requests).toEqual([]);
});

test("a reader who leaves over HTTP ends the pauses of the server", async () => {
  const clear = vi.spyOn(globalThis, "clearTimeout");
  onTestFinished(() => clear.mockRestore());
  const timers: unknown[] = [];
  const set = vi.spyOn(globalThis, "setTimeout");
  onTestFinished(() => set.mockRestore());
  const { ask } = await overHttp(simulatorWith([{ kind: "slow-body", chunkDelayMs: 54_321 }]));
  const response = await ask();
  await vi.waitFor(() => {
    const index = set.mock.calls.findIndex(([, delayMs]) => delayMs === 54_321);
    expect(index).toBeGreaterThanOrEqual(0);
    timers.push(set.mock.results[index]?.value);
  });
  await response.body?.cancel();
  await vi.waitFor(() => expect(clear).toHaveBeenCalledWith(timers[0]));
});

test("a fault that cannot be rejects, and over HTTP is a 500 that says so", async () => {
  // A caller without types may hand over anything.
  const simulator = simulatorWith(() => ({ kind: "netwrok" }) as unknown as Fault);
  expect(isUsageInputError(await caught((await inProcess(simulator)).ask()))).toBe(true);
  const response = await (await overHttp(simulator)).ask();
  expect([response.status, await response.text()]).toEqual([
    500,
    'UsageInputError: faults() = {"kind":"netwrok"} is refused: it is no kind of fault; ' +
      'give one with a kind, such as { kind: "network" }.',
  ]);
});
