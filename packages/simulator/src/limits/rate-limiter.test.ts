import { isUsageInputError } from "@ldusage/types/errors";
import { describe, expect, test, vi } from "vitest";
import { createSimulator, type Simulator } from "../create-simulator.ts";
import type { RateLimitOptions } from "./rate-limit-options.ts";
import { createRateLimiter } from "./rate-limiter.ts";

const mau = "/api/v2/usage/total-mau";
const streams = "/api/v2/usage/streams/client";
const headers = { Authorization: "api-test", "LD-API-Version": "beta" };

function limited(rateLimit: RateLimitOptions): Simulator {
  return createSimulator({ contexts: 1, rateLimit });
}

function ask(simulator: Simulator, path: string, init: RequestInit = {}): Promise<Response> {
  return simulator.fetch(new Request(`http://simulator${path}`, { headers, ...init }));
}

/** Status and, by the end of their names, the headers of a rate limit. */
function limitsOf({ status, headers }: Response): Record<string, unknown> {
  const found = [...headers].filter(([name]) => /^(x-ratelimit|retry-after)/.test(name));
  return {
    status,
    ...Object.fromEntries(found.map(([name, value]) => [name.replace("x-ratelimit-", ""), value])),
  };
}

describe("budgets", () => {
  test("count down for the account and for each route, and begin again after a window", () => {
    let nowMs = 1000;
    const limiter = createRateLimiter({ global: 3, route: 2, windowMs: 100, clock: () => nowMs });
    const admitted = (route: string): boolean => limiter.admit(route).admitted;
    expect(["a", "a", "a", "b", "b"].map(admitted)).toEqual([true, true, false, true, false]);
    nowMs = 1099;
    expect(admitted("c")).toBe(false);
    nowMs = 1100;
    expect(["a", "b", "c", "d"].map(admitted)).toEqual([true, true, true, false]);
  });

  test("a request that is refused by one budget takes nothing out of the other", () => {
    const limiter = createRateLimiter({ global: 3, route: 1, clock: () => 0 });
    for (let call = 0; call < 5; call += 1) limiter.admit("a");
    expect(limiter.admit("b").headers["X-Ratelimit-Global-Remaining"]).toBe("1");
  });

  test("a window of a route begins with the first request of that route", () => {
    let nowMs = 0;
    const limiter = createRateLimiter({ route: 1, windowMs: 100, clock: () => nowMs });
    limiter.admit("a");
    nowMs = 60;
    limiter.admit("b");
    nowMs = 120;
    expect([limiter.admit("a").admitted, limiter.admit("b").admitted]).toEqual([true, false]);
  });

  test("the reset is when every budget that is spent is open again", () => {
    let nowMs = 0;
    const limiter = createRateLimiter({ global: 3, route: 2, windowMs: 100, clock: () => nowMs });
    const resetOf = (route: string): string | undefined => limiter.admit(route).headers["X-Ratelimit-Reset"];
    expect(resetOf("a")).toBe("100");
    nowMs = 50;
    // Nothing is spent: the later of the two. Then the account's is.
    expect([resetOf("b"), resetOf("b"), resetOf("c")]).toEqual(["150", "150", "100"]);
  });

  test("a budget of nothing refuses everything", () => {
    const limiter = createRateLimiter({ global: 0, retryAfter: true, clock: () => 0 });
    expect(limiter.admit("a")).toEqual({
      admitted: false,
      headers: {
        "X-Ratelimit-Global-Remaining": "0",
        "X-Ratelimit-Reset": "10000",
        "Retry-After": "10",
      },
    });
  });
});

describe("answers", () => {
  test("carry what remains, and over budget the documented body", async () => {
    const simulator = limited({ global: 5, route: 1, clock: () => 7000 });
    expect(limitsOf(await ask(simulator, mau))).toEqual({
      status: 200,
      "global-remaining": "4",
      "route-remaining": "0",
      reset: "17000",
    });
    const refused = await ask(simulator, `${mau}?sdkName=another`);
    expect(limitsOf(refused)).toEqual({
      status: 429,
      "global-remaining": "4",
      "route-remaining": "0",
      reset: "17000",
    });
    expect(await refused.json()).toEqual({
      code: "rate_limited",
      message: "You've exceeded the API rate limit. Try again later.",
    });
    expect(simulator.requests.map(({ status }) => status)).toEqual([200, 429]);
  });

  test("of one path template share a budget, of another verb do not", async () => {
    const simulator = limited({ route: 1 });
    const statuses = [];
    for (const path of [streams, streams.replace("client", "server"), mau])
      statuses.push((await ask(simulator, path)).status);
    statuses.push((await ask(simulator, streams, { method: "POST" })).status);
    expect(statuses).toEqual([200, 429, 200, 405]);
  });

  test.each<[string, string, RequestInit, object]>([
    [
      "a refusal",
      `${mau}?groupBy=planet`,
      {},
      { status: 400, "global-remaining": "8", "route-remaining": "8" },
    ],
    ["no version", mau, { headers: { Authorization: "x" } }, { status: 403, "global-remaining": "8" }],
    ["an unknown path", "/nowhere", {}, { status: 404, "global-remaining": "8", reset: "10000" }],
  ])("to an authorised request all count: %s", async (_name, path, init, expected) => {
    const answer = await ask(limited({ global: 9, route: 9, clock: () => 0 }), path, init);
    expect(limitsOf(answer)).toMatchObject(expected);
    expect(answer.headers.has("X-Ratelimit-Route-Remaining")).toBe(path !== "/nowhere");
  });

  test("to a request without a token do not count", async () => {
    const simulator = limited({ global: 1 });
    expect(limitsOf(await ask(simulator, mau, { headers: {} }))).toEqual({ status: 401 });
    expect((await ask(simulator, mau)).status).toBe(200);
  });

  test.each<[string, RateLimitOptions, object]>([
    ["no headers", { headers: false }, { status: 429 }],
    [
      "only a wait",
      { headers: false, retryAfter: true, windowMs: 1001 },
      { status: 429, "retry-after": "2" },
    ],
    [
      "a reset in the past",
      { resetSkewMs: -60_000, retryAfter: true, clock: () => 1e6 },
      { status: 429, "global-remaining": "0", reset: "950000", "retry-after": "10" },
    ],
    [
      "a clock with fractions",
      { windowMs: 1000, retryAfter: true, clock: () => 0.5 },
      { status: 429, "global-remaining": "0", reset: "1001", "retry-after": "1" },
    ],
  ])("can be told to say otherwise: %s", async (_name, options, expected) => {
    const simulator = limited({ global: 1, clock: () => 0, ...options });
    expect((await ask(simulator, mau)).headers.has("Retry-After")).toBe(false);
    expect(limitsOf(await ask(simulator, mau))).toEqual(expected);
  });

  test("have no such headers where nothing is limited", async () => {
    expect(limitsOf(await ask(createSimulator({ contexts: 1 }), mau))).toEqual({ status: 200 });
  });

  test("are the same over HTTP, from the same budget", async () => {
    const simulator = limited({ global: 2, route: 2, retryAfter: true, clock: () => 0 });
    const server = await simulator.listen();
    try {
      await ask(simulator, mau);
      const shown = { "global-remaining": "0", "route-remaining": "0", reset: "10000" };
      expect(limitsOf(await fetch(`${server.url}${mau}`, { headers }))).toEqual({ status: 200, ...shown });
      const refused = await fetch(`${server.url}${mau}`, { headers });
      expect(limitsOf(refused)).toEqual({ status: 429, ...shown, "retry-after": "10" });
      expect(await refused.json()).toMatchObject({ code: "rate_limited" });
    } finally {
      await server.close();
    }
  });
});

test("fake timers drive the limiter, also where they come later than the simulator", async () => {
  const simulator = limited({ global: 1 });
  vi.useFakeTimers({ now: 0, toFake: ["Date"] });
  try {
    const first = await ask(simulator, mau);
    expect(first.headers.get("X-Ratelimit-Reset")).toBe("10000");
    vi.setSystemTime(9999);
    expect((await ask(simulator, mau)).status).toBe(429);
    vi.setSystemTime(10_000);
    expect((await ask(simulator, mau)).status).toBe(200);
  } finally {
    vi.useRealTimers();
  }
});

test.each<[string, RateLimitOptions]>([
  ["rateLimit", {}],
  ["rateLimit.global", { global: -1 }],
  ["rateLimit.global", { global: Number.NaN }],
  ["rateLimit.global", { global: Number.POSITIVE_INFINITY }],
  ["rateLimit.route", { route: 1.5 }],
  ["rateLimit.windowMs", { route: 1, windowMs: 0 }],
  ["rateLimit.resetSkewMs", { route: 1, resetSkewMs: 0.1 }],
])("%s is refused, case %#", (parameter, rateLimit) => {
  const attempt = (): unknown => {
    try {
      return limited(rateLimit);
    } catch (error) {
      return error;
    }
  };
  const error = attempt();
  expect(isUsageInputError(error)).toBe(true);
  expect(error).toMatchObject({ parameter });
});
