import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startCall, type UsageCall } from "../call/usage-call.ts";
import { systemClock } from "../clock.ts";
import { UsageTimeoutError } from "../errors/usage-timeout-error.ts";
import { createRateLimiter, QueueingRateLimiter, type RatePermit } from "./rate-limiter.ts";

const startMs = Date.parse("2026-11-15T12:00:00Z");
beforeEach(() => {
  vi.useFakeTimers({ now: startMs });
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

function limiterOf(concurrency = 8): QueueingRateLimiter {
  const limiter = createRateLimiter({ concurrency, random: () => 0.5 });
  if (limiter instanceof QueueingRateLimiter) return limiter;
  throw new TypeError("another limiter");
}

const callOf = (route = "/a", signal?: AbortSignal): UsageCall =>
  startCall(
    { operationId: "anOperation", route, callNumber: 1, streams: false, signal },
    systemClock,
    undefined,
  );
const response = (status: number, headers: Record<string, string | number> = {}): Response =>
  new Response(null, {
    status,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
  });
const budget = (
  remaining: number,
  inMs: number,
  of: "Global" | "Route" = "Global",
): Record<string, number> => ({
  [`X-Ratelimit-${of}-Remaining`]: remaining,
  "X-Ratelimit-Reset": Date.now() + inMs,
});

/** Asks for a turn and notes when it is given. */
function ask(
  limiter: QueueingRateLimiter,
  name: string,
  granted: string[],
  call = callOf(),
): Promise<RatePermit> {
  const turn = limiter.acquire(call, call.signal);
  turn.then(
    () => granted.push(name),
    () => granted.push(`${name} left`),
  );
  return turn;
}

describe("turns", () => {
  test("are given in order, no more at a time than allowed", async () => {
    const [limiter, granted]: [QueueingRateLimiter, string[]] = [limiterOf(2), []];
    const turns = ["1", "2", "3", "4"].map((name) => ask(limiter, name, granted));
    await vi.runAllTimersAsync();
    expect(granted).toEqual(["1", "2"]);
    expect([limiter.underWay, limiter.waiting]).toEqual([2, 2]);
    (await turns[0])?.answered(response(200));
    (await turns[1])?.lost();
    await vi.runAllTimersAsync();
    expect(granted).toEqual(["1", "2", "3", "4"]);
  });

  test("are not held by the spent budget of another route", async () => {
    const [limiter, granted]: [QueueingRateLimiter, string[]] = [limiterOf(), []];
    (await ask(limiter, "first", granted)).answered(response(200, budget(0, 10_000, "Route")));
    const held = ask(limiter, "held", granted);
    const free = ask(limiter, "free", granted, callOf("/b"));
    (await free).answered(response(200));
    expect(granted).toEqual(["first", "free"]);
    await vi.advanceTimersByTimeAsync(10_049);
    expect(granted).not.toContain("held");
    await vi.advanceTimersByTimeAsync(2);
    (await held).answered(response(200));
    expect(granted).toEqual(["first", "free", "held"]);
  });

  test("are held for every route by the spent budget of the account, and found out about by one", async () => {
    const [limiter, granted]: [QueueingRateLimiter, string[]] = [limiterOf(), []];
    (await ask(limiter, "first", granted)).answered(response(200, budget(0, 10_000)));
    const turns = ["a", "b", "c"].map((name) => ask(limiter, name, granted, callOf(`/${name}`)));
    await vi.advanceTimersByTimeAsync(10_051);
    expect(granted).toEqual(["first", "a"]);
    (await turns[0])?.answered(response(200, budget(1, 10_000)));
    await vi.advanceTimersByTimeAsync(1);
    expect(granted).toEqual(["first", "a", "b"]);
    (await turns[1])?.answered(response(200, budget(0, 9_999)));
    await vi.advanceTimersByTimeAsync(10_060);
    expect(granted).toEqual(["first", "a", "b", "c"]);
    (await turns[2])?.answered(response(200));
  });

  test("stay in order for a call that tries again", async () => {
    const [limiter, granted]: [QueueingRateLimiter, string[]] = [limiterOf(1), []];
    const early = callOf();
    const first = await ask(limiter, "early", granted, early);
    const later = ask(limiter, "later", granted);
    const again = ask(limiter, "early again", granted, early);
    first.answered(response(503));
    (await again).answered(response(200));
    (await later).answered(response(200));
    expect(granted).toEqual(["early", "early again", "later"]);
  });

  test("wait for everyone after Retry-After, whatever the route", async () => {
    const [limiter, granted]: [QueueingRateLimiter, string[]] = [limiterOf(), []];
    (await ask(limiter, "first", granted)).answered(response(429, { "Retry-After": 5 }));
    const turn = ask(limiter, "next", granted, callOf("/b"));
    await vi.advanceTimersByTimeAsync(5000);
    expect(granted).toEqual(["first"]);
    await vi.advanceTimersByTimeAsync(500);
    (await turn).answered(response(200));
    expect(granted).toEqual(["first", "next"]);
  });

  test("come back ever later while refusals do not say when", async () => {
    const limiter = limiterOf();
    const waitsMs: number[] = [];
    for (let refusals = 0; refusals < 6; refusals += 1) {
      const askedMs = performance.now();
      const turn = ask(limiter, "try", []);
      await vi.runAllTimersAsync();
      waitsMs.push(Math.round(performance.now() - askedMs));
      (await turn).answered(response(429));
    }
    expect(waitsMs).toEqual([0, 750, 1500, 3000, 6000, 7500]);
  });

  test.each([
    ["are no numbers", { "X-Ratelimit-Global-Remaining": "many", "X-Ratelimit-Reset": "soon" }],
    ["say nothing of a budget", { "X-Ratelimit-Reset": startMs + 10_000 }],
    ["are past", { "X-Ratelimit-Global-Remaining": 5, "X-Ratelimit-Reset": startMs - 1 }],
  ])("are given at once when headers %s", async (_name, headers) => {
    const [limiter, granted]: [QueueingRateLimiter, string[]] = [limiterOf(), []];
    (await ask(limiter, "first", granted)).answered(response(200, headers));
    (await ask(limiter, "next", granted)).answered(response(200, headers));
    expect(performance.now()).toBeLessThan(1);
  });
});

describe("what ends early", () => {
  test("a call that waits leaves with its own reason, and those behind it move up", async () => {
    const [limiter, granted]: [QueueingRateLimiter, string[]] = [limiterOf(1), []];
    const first = await ask(limiter, "first", granted);
    const controller = new AbortController();
    const leaving = ask(limiter, "leaving", granted, callOf("/a", controller.signal));
    const last = ask(limiter, "last", granted);
    controller.abort("enough");
    await expect(leaving).rejects.toBe("enough");
    first.lost();
    (await last).lost();
    expect(granted).toEqual(["first", "leaving left", "last"]);
  });

  test("a call whose turn cannot come before its deadline is told at once when to come back", async () => {
    const limiter = limiterOf();
    (await ask(limiter, "first", [])).answered(response(200, budget(0, 60_000)));
    const call = callOf();
    call.endsAtMs = call.startedAtMs + 5000;
    const error: unknown = await limiter.acquire(call, call.signal).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageTimeoutError);
    expect(error).toMatchObject({ timeout: "deadline", timeoutMs: 5000, retryAfterMs: 60_050 });
    expect(performance.now()).toBeLessThan(1);
  });
});

/** A server that grants a number of requests in each window and tells what is left. */
function createModelServer(limit: number, windowMs: number): { refused: number; answer(): Response } {
  let [endMs, remaining] = [Number.NEGATIVE_INFINITY, 0];
  return {
    refused: 0,
    answer() {
      if (Date.now() >= endMs) [endMs, remaining] = [Date.now() + windowMs, limit];
      const isRefused = remaining === 0;
      if (isRefused) this.refused += 1;
      else remaining -= 1;
      const headers = { "X-Ratelimit-Reset": endMs, "X-Ratelimit-Global-Remaining": remaining };
      return response(isRefused ? 429 : 200, headers);
    },
  };
}

describe("laws", () => {
  const wait = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs));

  test("a server whose only client has the limiter never refuses, and all calls end in the windows that they need", async () => {
    const cases = fc.record({
      // With fewer than the limiter may send at once, before it knows anything, the first window may refuse.
      limit: fc.integer({ min: 8, max: 40 }),
      concurrency: fc.integer({ min: 1, max: 8 }),
      windowMs: fc.integer({ min: 500, max: 20_000 }),
      latenciesMs: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 7 }),
      calls: fc.integer({ min: 1, max: 120 }),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ limit, concurrency, windowMs, latenciesMs, calls }) => {
        const [limiter, server] = [limiterOf(concurrency), createModelServer(limit, windowMs)];
        const beganMs = performance.now();
        let [underWay, most] = [0, 0];
        const all = Promise.all(
          Array.from({ length: calls }, async (_, index) => {
            const call = callOf();
            const permit = await limiter.acquire(call, call.signal);
            underWay += 1;
            most = Math.max(most, underWay);
            await wait(latenciesMs[index % latenciesMs.length] ?? 1);
            underWay -= 1;
            permit.answered(server.answer());
          }),
        );
        await vi.runAllTimersAsync();
        await all;
        expect(server.refused).toBe(0);
        expect(most).toBeLessThanOrEqual(concurrency);
        const slowestMs = (Math.ceil(calls / limit) + 1) * (windowMs + 150) + calls * 90;
        expect(performance.now() - beganMs).toBeLessThanOrEqual(slowestMs);
      }),
      { numRuns: 150 },
    );
  });

  const header = fc.option(
    fc.oneof(
      fc.integer({ min: -5, max: 30_000 }).map((ms) => startMs + ms),
      fc.string(),
      fc.constant("0"),
    ),
    { nil: undefined },
  );
  const step = fc.record({
    latencyMs: fc.integer({ min: 0, max: 3000 }),
    outcome: fc.constantFrom("answered", "answered", "lost", "abandoned"),
    status: fc.constantFrom(200, 200, 404, 429, 429, 503),
    globalRemaining: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
    routeRemaining: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
    reset: header,
    retryAfter: fc.option(fc.constantFrom("0", "1", "7", "soon"), { nil: undefined }),
    route: fc.constantFrom("/a", "/b"),
    abortsAfterMs: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: undefined }),
  });

  test("whatever answers say, every call gets its turn or leaves, and nothing is left", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40, size: "max" }),
        fc.integer({ min: 1, max: 4 }),
        async (steps, concurrency) => {
          const limiter = limiterOf(concurrency);
          const ends = steps.map(async ({ route, latencyMs, abortsAfterMs, outcome, status, ...said }) => {
            const controller = new AbortController();
            if (abortsAfterMs !== undefined) setTimeout(() => controller.abort("enough"), abortsAfterMs);
            const call = callOf(route, controller.signal);
            const permit = await limiter.acquire(call, call.signal).catch(() => undefined);
            await wait(latencyMs);
            const headers = {
              "X-Ratelimit-Global-Remaining": said.globalRemaining,
              "X-Ratelimit-Route-Remaining": said.routeRemaining,
              "X-Ratelimit-Reset": said.reset,
              "Retry-After": said.retryAfter,
            };
            const known = Object.entries(headers).filter(
              ([, value]) => value !== undefined && /^[\x20-\x7e]*$/.test(String(value)),
            );
            if (outcome === "lost") permit?.lost();
            else permit?.answered(response(status, Object.fromEntries(known) as Record<string, string>)); // Without holes.
            call.end();
          });
          await vi.runAllTimersAsync();
          await Promise.all(ends);
          expect([limiter.underWay, limiter.waiting]).toEqual([0, 0]);
          expect(vi.getTimerCount()).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
