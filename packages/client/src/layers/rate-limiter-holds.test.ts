import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startCall, type UsageCall } from "../call/usage-call.ts";
import { systemClock } from "../clock.ts";
import { createRateLimiter, QueueingRateLimiter, type RatePermit } from "./rate-limiter.ts";

const marginMs = 50;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-15T12:00:00Z") });
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

function limiterOf(concurrency = 8, clock = systemClock): QueueingRateLimiter {
  const limiter = createRateLimiter({ concurrency, clock, random: () => 0.5 });
  if (limiter instanceof QueueingRateLimiter) return limiter;
  throw new TypeError("another limiter");
}

interface Place {
  readonly route?: string;
  readonly deadlineMs?: number;
}
function callOf({ route = "/a", deadlineMs = Number.POSITIVE_INFINITY }: Place = {}): UsageCall {
  const start = { operationId: "anOperation", route, callNumber: 1, streams: false };
  const call = startCall(start, systemClock, undefined);
  call.endsAtMs = call.startedAtMs + deadlineMs;
  return call;
}
const acquire = (limiter: QueueingRateLimiter, place?: Place): Promise<RatePermit> => {
  const call = callOf(place);
  return limiter.acquire(call, call.signal);
};
const answer = (status: number, headers: Record<string, number> = {}): Response =>
  new Response(null, {
    status,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
  });
const left = (of: "Global" | "Route", remaining: number, inMs: number): Record<string, number> => ({
  [`X-Ratelimit-${of}-Remaining`]: remaining,
  "X-Ratelimit-Reset": Date.now() + inMs,
});

/** How long it took, in milliseconds, or what it ended with. */
const timeOf = async (turn: Promise<RatePermit>): Promise<unknown> => {
  const askedMs = performance.now();
  return turn.then(
    () => performance.now() - askedMs,
    (error: unknown) => error,
  );
};

describe("a silent request", () => {
  // It may have used what is left, but not beyond the end of the window.
  test.each<[of: "Global" | "Route", remaining: number, silent: number, windowMs: number]>([
    ["Global", 0, 1, 10_000],
    ["Global", 1, 1, 3000],
    ["Route", 1, 1, 20_000],
    ["Global", 2, 3, 10_000],
  ])("does not hold others beyond the window: %s %i left, %i silent, %i ms", async (...row) => {
    const [of, remaining, silent, windowMs] = row;
    const limiter = limiterOf();
    const permits = await Promise.all(Array.from({ length: silent + 1 }, () => acquire(limiter)));
    permits.pop()?.answered(answer(200, left(of, remaining, windowMs)));
    const turn = acquire(limiter);
    const time = timeOf(turn);
    await vi.advanceTimersByTimeAsync(30_000);
    for (const permit of permits) permit.lost();
    expect(await time).toBe(windowMs + marginMs);
    (await turn).answered(answer(200));
  });

  test("does not hold others for ever where no window is told", async () => {
    const limiter = limiterOf();
    const [silent, told] = await Promise.all([acquire(limiter), acquire(limiter)]);
    told.answered(answer(200, { "X-Ratelimit-Global-Remaining": 1 }));
    const turn = acquire(limiter);
    const time = timeOf(turn);
    await vi.advanceTimersByTimeAsync(30_000);
    silent.lost();
    expect(await time).toBe(10_000);
    (await turn).answered(answer(200));
  });
});

test.each([
  [true, 10_000 + marginMs],
  [false, 0],
])("of a request that ends without an answer it counts whether it was sent: %s", async (wasSent, waitMs) => {
  const limiter = limiterOf();
  (await acquire(limiter)).answered(answer(200, left("Global", 1, 10_000)));
  (await acquire(limiter)).lost(wasSent);
  const turn = acquire(limiter);
  const time = timeOf(turn);
  await vi.runAllTimersAsync();
  expect(await time).toBe(waitMs);
  (await turn).answered(answer(200));
});

describe("a silent probe holds others no longer than a window, without looking all the time", () => {
  test.each<[name: string, route: string, used: readonly string[]]>([
    ["of its own route", "/a", []],
    ["of a route that was never used", "/new", []],
    ["of a route that was used long ago", "/old", ["/old"]],
  ])("those %s", async (_name, route, used) => {
    const schedule = vi.fn(systemClock.schedule);
    const limiter = limiterOf(8, { ...systemClock, schedule });
    for (const old of used) (await acquire(limiter, { route: old })).answered(answer(200));
    await vi.advanceTimersByTimeAsync(60_000);
    (await acquire(limiter)).answered(answer(429, { "Retry-After": 0 }));
    await vi.advanceTimersByTimeAsync(50);
    const probe = await acquire(limiter);
    schedule.mockClear();
    const turn = acquire(limiter, { route });
    const time = timeOf(turn);
    await vi.advanceTimersByTimeAsync(30_000);
    const looks = schedule.mock.calls.length;
    probe.lost();
    expect(await time).toBe(10_000);
    expect(looks).toBeLessThanOrEqual(2);
    (await turn).answered(answer(200));
  });
});

describe("refusals that do not say when to come back", () => {
  test("of a crowd that was sent at once count as one", async () => {
    const limiter = limiterOf(8);
    const crowd = await Promise.all(Array.from({ length: 8 }, () => acquire(limiter)));
    for (const permit of crowd) permit.answered(answer(429));
    const turn = acquire(limiter);
    const time = timeOf(turn);
    await vi.runAllTimersAsync();
    expect(await time).toBe(750);
    (await turn).answered(answer(200));
  });

  test("are forgotten after an answer", async () => {
    const limiter = limiterOf();
    const timesMs: unknown[] = [];
    for (const status of [429, 429, 200, 429, 200]) {
      const turn = acquire(limiter);
      const time = timeOf(turn);
      await vi.runAllTimersAsync();
      timesMs.push(await time);
      (await turn).answered(answer(status));
    }
    expect(timesMs).toEqual([0, 750, 1500, 0, 750]);
  });
});

describe("a refusal", () => {
  test.each<[name: string, told: () => Record<string, number>, here: number, elsewhere: number]>([
    [
      "that says both holds as long as Retry-After says",
      () => ({ "Retry-After": 60, ...left("Global", 0, 5000) }),
      60_500,
      60_500,
    ],
    [
      "of the route with Retry-After holds all",
      () => ({ "Retry-After": 60, ...left("Route", 0, 5000) }),
      60_500,
      60_500,
    ],
    ["of the route holds that route", () => left("Route", 0, 5000), 5000 + marginMs, 0],
    ["of the account holds all", () => left("Global", 0, 5000), 5000 + marginMs, 5000 + marginMs],
    ["that names no budget holds all", () => ({ "X-Ratelimit-Reset": Date.now() + 5000 }), 5250, 5250],
  ])("%s", async (_name, told, here, elsewhere) => {
    for (const [route, waitMs] of [
      ["/a", here],
      ["/b", elsewhere],
    ] as const) {
      const limiter = limiterOf();
      (await acquire(limiter)).answered(answer(429, told()));
      const turn = acquire(limiter, { route });
      const time = timeOf(turn);
      await vi.runAllTimersAsync();
      expect(await time).toBe(waitMs);
      (await turn).answered(answer(200));
    }
  });

  test("of a request that was sent before a hold holds nevertheless", async () => {
    const limiter = limiterOf();
    const [first, late] = await Promise.all([acquire(limiter), acquire(limiter)]);
    first.answered(answer(429, { "Retry-After": 0 }));
    await vi.advanceTimersByTimeAsync(50);
    (await acquire(limiter)).answered(answer(200));
    late.answered(answer(429, left("Global", 0, 5000)));
    const turn = acquire(limiter);
    const time = timeOf(turn);
    await vi.runAllTimersAsync();
    expect(await time).toBe(5250);
    (await turn).answered(answer(200));
  });

  test("is not forgotten for an answer to a request from before it", async () => {
    const limiter = limiterOf();
    const [refused, answered] = await Promise.all([acquire(limiter), acquire(limiter)]);
    refused.answered(answer(429));
    answered.answered(answer(200));
    const timesMs: unknown[] = [];
    for (const status of [429, 200]) {
      const turn = acquire(limiter);
      const time = timeOf(turn);
      await vi.runAllTimersAsync();
      timesMs.push(await time);
      (await turn).answered(answer(status));
    }
    expect(timesMs).toEqual([750, 1500]);
  });
});

describe("a hold that lasts beyond a call's deadline", () => {
  const refusal = { name: "UsageTimeoutError", timeout: "deadline", timeoutMs: 5000 };

  test("fails calls that wait already as soon as it is known, and only those", async () => {
    const limiter = limiterOf(1);
    const first = await acquire(limiter);
    const [short, long] = [acquire(limiter, { deadlineMs: 5000 }), acquire(limiter, { deadlineMs: 70_000 })];
    const [shortEnd, longTime] = [timeOf(short), timeOf(long)];
    await vi.advanceTimersByTimeAsync(1000);
    first.answered(answer(429, { "Retry-After": 60 }));
    expect(await shortEnd).toMatchObject({ ...refusal, retryAfterMs: 60_500 });
    expect(performance.now()).toBeLessThan(1001);
    await vi.runAllTimersAsync();
    expect(await longTime).toBe(61_500);
    (await long).answered(answer(200));
  });

  test.each([
    [10_050, "UsageTimeoutError"],
    [10_051, 10_050],
  ])("or right up to it: %i ms", async (deadlineMs, end) => {
    const limiter = limiterOf();
    (await acquire(limiter)).answered(answer(200, left("Global", 0, 10_000)));
    const turn = acquire(limiter, { deadlineMs });
    const time = timeOf(turn);
    await vi.runAllTimersAsync();
    const known = await time;
    expect(known instanceof Error ? known.name : known).toBe(end);
    await turn.then(
      (permit) => permit.lost(),
      () => {},
    );
  });

  test("fails them at once even where the account's budget is being found out about", async () => {
    const limiter = limiterOf();
    (await acquire(limiter)).answered(answer(200, left("Route", 0, 60_000)));
    (await acquire(limiter, { route: "/b" })).answered(answer(429, { "Retry-After": 0 }));
    await vi.advanceTimersByTimeAsync(50);
    const probe = await acquire(limiter, { route: "/b" });
    const turn = acquire(limiter, { deadlineMs: 5000 });
    const early = new Promise((resolve) => setTimeout(resolve, 1, "still waiting"));
    const end = Promise.race([timeOf(turn), early]);
    await vi.advanceTimersByTimeAsync(1);
    probe.answered(answer(200));
    expect(await end).toMatchObject({ ...refusal, retryAfterMs: 60_000 });
  });

  test("fails them at once even where all places are taken by calls of other routes", async () => {
    const limiter = limiterOf(1);
    (await acquire(limiter)).answered(answer(200, left("Route", 0, 60_000)));
    const other = await acquire(limiter, { route: "/b" });
    const turn = acquire(limiter, { deadlineMs: 5000 });
    const early = new Promise((resolve) => setTimeout(resolve, 1, "still waiting"));
    const end = Promise.race([timeOf(turn), early]);
    await vi.advanceTimersByTimeAsync(1);
    other.lost();
    expect(await end).toMatchObject({ ...refusal, retryAfterMs: 60_000 + marginMs });
  });
});

test("a hold longer than the longest timer is held to its end", async () => {
  const [limiter, seconds] = [limiterOf(), 40 * 24 * 3600];
  (await acquire(limiter)).answered(answer(429, { "Retry-After": seconds }));
  const turn = acquire(limiter);
  const time = timeOf(turn);
  await vi.runAllTimersAsync();
  expect(await time).toBe(seconds * 1000 + 500);
  (await turn).answered(answer(200));
});

test("a probe that is lost leaves its turn to the next", async () => {
  const limiter = limiterOf();
  (await acquire(limiter)).answered(answer(429, { "Retry-After": 1 }));
  const turns = [acquire(limiter), acquire(limiter), acquire(limiter)];
  await vi.advanceTimersByTimeAsync(1100);
  expect([limiter.underWay, limiter.waiting]).toEqual([1, 2]);
  (await turns[0])?.lost();
  await vi.advanceTimersByTimeAsync(0);
  expect(limiter.waiting).toBe(1);
  (await turns[1])?.answered(answer(200));
  (await turns[2])?.answered(answer(200));
  expect([limiter.underWay, limiter.waiting]).toEqual([0, 0]);
});

test("a permit that is told of its end again changes nothing", async () => {
  const limiter = limiterOf(2);
  const [first, second] = await Promise.all([acquire(limiter), acquire(limiter)]);
  first.answered(answer(200, left("Global", 5, 10_000)));
  first.answered(answer(429, { "Retry-After": 60 }));
  first.lost();
  expect(limiter.underWay).toBe(1);
  second.lost();
  const turn = acquire(limiter);
  expect(limiter.waiting).toBe(0);
  (await turn).lost();
});

test("events tell what a call waits for, and how long where that is known", async () => {
  const limiter = limiterOf(1);
  const waits: unknown[] = [];
  const listening = async (): Promise<RatePermit> => {
    const start = { operationId: "anOperation", route: "/a", callNumber: 1, streams: false };
    const call = startCall(start, systemClock, (event) => {
      if (event.type === "wait") waits.push([event.reason, event.waitMs]);
    });
    return limiter.acquire(call, call.signal);
  };
  const first = await listening();
  const second = listening();
  first.answered(answer(200));
  (await second).answered(answer(200, left("Global", 0, 10_000)));
  const third = listening();
  await vi.runAllTimersAsync();
  (await third).answered(answer(200));
  expect(waits).toEqual([
    ["concurrency", undefined],
    ["rate-limit", 10_000 + marginMs],
  ]);
});
