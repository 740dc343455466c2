import { createRateLimiter, createUsageClient, type UsageClientOptions } from "@ldusage/client";
import { createSimulator, type Simulator } from "@ldusage/simulator";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

// 200 calls at once, of an account that may make 20 in a window: they take ten windows, so nine must pass.
const calls = 200;
const limit = 20;

interface Burst {
  readonly totals: readonly number[];
  readonly elapsedMs: number;
  readonly requests: number;
  readonly refused: number;
}

/** Makes all calls at once; each asks for another day, so that answers can be told apart. */
async function burst(
  simulator: Simulator,
  options: Omit<UsageClientOptions, "accessToken">,
  nowMs: () => number,
): Promise<Burst> {
  const clients = [1, 2].map(() => createUsageClient({ accessToken: "api-123", ...options }));
  const beganMs = nowMs();
  const totals = await Promise.all(
    Array.from({ length: calls }, async (_, day) => {
      const from = new Date(Date.UTC(2026, 2, 1 + day));
      const to = new Date(Date.UTC(2026, 2, 2 + day));
      // Both clients take turns, and share the limiter where they are given one.
      const usage = clients[options.rateLimiter === undefined ? 0 : day % 2];
      const list = await usage?.getMAUTotalUsage({ from, to, aggregationType: "incremental" });
      return list?.series.reduce((sum, point) => sum + (point["0"] ?? 0), 0) ?? -1;
    }),
  );
  const refused = simulator.requests.filter(({ status }) => status === 429).length;
  return { totals, elapsedMs: nowMs() - beganMs, requests: simulator.requests.length, refused };
}

/** What the account counts on each of those days, from the log itself. */
function truth({ events }: Simulator): number[] {
  const dayMs = 86_400_000;
  return Array.from({ length: calls }, (_, day) => {
    const fromMs = Date.UTC(2026, 2, 1 + day);
    const active = events.filter(
      ({ timeMs, isPrimaryKind }) => isPrimaryKind && timeMs >= fromMs && timeMs < fromMs + dayMs,
    );
    return new Set(active.map(({ contextKey }) => contextKey)).size;
  });
}

function report(name: string, { elapsedMs, requests, refused }: Burst, windowMs: number): void {
  const boundMs = (calls / limit - 1) * windowMs;
  const over = ((elapsedMs / boundMs - 1) * 100).toFixed(1);
  // biome-ignore lint/suspicious/noConsole: the figures are what this test is read for.
  console.log(
    `${name}: ${Math.round(elapsedMs)} ms, lower bound ${boundMs} ms (+${over} %); ${refused} of ${requests} requests refused`,
  );
}

describe("calls that share a budget, in virtual time", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 15, 12) });
  });
  afterEach(() => {
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  const windowMs = 10_000;
  // The last column is how many of the requests may be refused: a server that says nothing can only be tried.
  const cases: readonly [name: string, budget: object, largestRefused: number][] = [
    ["a limit of the account", { global: limit }, 0],
    ["a limit of the route", { route: limit }, 0],
    ["both, refusing with Retry-After", { global: limit, route: limit, retryAfter: true }, 0],
    ["headers with a reset that is past", { global: limit, resetSkewMs: -60_000 }, 40],
    ["no headers but Retry-After", { global: limit, headers: false, retryAfter: true }, 60],
    ["no headers at all", { global: limit, headers: false }, 120],
  ];

  test.each(cases)("%s", async (name, budget, largestRefused) => {
    const simulator = createSimulator({ rateLimit: { windowMs, ...budget } });
    const result = burst(simulator, { fetch: simulator.fetch, random: () => 0.5 }, () => Date.now());
    let isOver = false;
    void result.finally(() => {
      isOver = true;
    });
    while (!isOver) await vi.advanceTimersByTimeAsync(10);
    const { totals, refused, elapsedMs } = await result;
    report(name, await result, windowMs);
    expect(totals).toEqual(truth(simulator));
    expect(refused).toBeLessThanOrEqual(largestRefused);
    if (largestRefused === 0) expect(elapsedMs).toBeLessThan(9 * windowMs * 1.02);
  });
});

test("calls of two clients that share a limiter, over HTTP", { timeout: 30_000 }, async () => {
  const windowMs = 1000;
  const simulator = createSimulator({ rateLimit: { windowMs, global: limit } });
  const server = await simulator.listen();
  try {
    const options = { baseUrl: server.url, rateLimiter: createRateLimiter() };
    const result = await burst(simulator, options, () => performance.now());
    report("over HTTP", result, windowMs);
    expect(result.totals).toEqual(truth(simulator));
    // A few per cent: clocks of real processes, and the two sides of a window.
    expect(result.refused / result.requests).toBeLessThan(0.04);
    // Each of the nine windows ends with a margin of 50 ms and begins with one request that finds out.
    expect(result.elapsedMs).toBeLessThan(9 * windowMs * 1.3);
  } finally {
    await server.close();
  }
});
