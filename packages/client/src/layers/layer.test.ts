import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startCall } from "../call/usage-call.ts";
import { systemClock } from "../clock.ts";
import { UsageNetworkError } from "../errors/usage-network-error.ts";
import { isUsageTimeoutError } from "../errors/usage-timeout-error.ts";
import { abortable } from "./abortable.ts";
import { attemptTimeout } from "./attempt-timeout.ts";
import { deadline } from "./deadline.ts";
import { type Answer, composeLayers, type Layer, type LayerEnvironment, type Send } from "./layer.ts";
import { rateLimit } from "./rate-limit.ts";
import { createRateLimiter, type RateLimiter } from "./rate-limiter.ts";
import { retry } from "./retry.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-15T12:00:00Z") });
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const operationId = "anOperation";
const lost = new UsageNetworkError(operationId, new Error("reset"), (text) => text);
const environment: LayerEnvironment = { clock: systemClock, random: () => 0.5 };
const answerOf = (status: number, headers: Record<string, string> = {}): Answer => ({
  response: new Response(null, { status, headers }),
  body: new Uint8Array(),
});
const wait = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs));

test("the first layer is the outermost, and all see the same environment", async () => {
  const order: string[] = [];
  const named =
    (name: string): Layer =>
    (next, given) =>
    async (attempt) => {
      expect(given).toBe(environment);
      order.push(name);
      return next(attempt);
    };
  const done = answerOf(200);
  const send = composeLayers([named("outer"), named("inner")], async () => done, environment);
  const call = startCall({ operationId, callNumber: 1, streams: false }, systemClock, undefined);
  const attempt = { request: new Request("http://127.0.0.1/"), call, signal: call.signal };
  expect(await send(attempt)).toBe(done);
  expect(order).toEqual(["outer", "inner"]);
});

interface Ending {
  readonly value?: Answer;
  readonly reason?: unknown;
  /** From the start of the call. */
  readonly afterMs: number;
  readonly attempts: number;
}

interface CallSettings {
  readonly controller?: AbortController;
  readonly limiter?: RateLimiter;
  readonly deadlineMs?: number;
  readonly attemptTimeoutMs?: number;
  readonly route?: string;
}

/** Makes a call through all layers, in the client's order. */
async function make(transport: Send, settings: CallSettings = {}): Promise<Ending> {
  const { controller = new AbortController(), limiter = createRateLimiter() } = settings;
  const { deadlineMs = 300_000, attemptTimeoutMs = 60_000, route = "/a" } = settings;
  const layers = [deadline(deadlineMs), retry(), rateLimit(limiter), attemptTimeout(attemptTimeoutMs)];
  const start = { operationId, route, callNumber: 1, streams: false, signal: controller.signal };
  const call = startCall(start, systemClock, undefined);
  let attempts = 0;
  const counting: Send = (attempt) => {
    attempts += 1;
    return transport(attempt);
  };
  const send = composeLayers(layers, counting, environment);
  const endingOf = (known: { value: Answer } | { reason: unknown }): Ending => {
    call.end();
    return { ...known, afterMs: performance.now() - call.startedAtMs, attempts };
  };
  return send({ request: new Request("http://127.0.0.1/"), call, signal: call.signal }).then(
    (value) => endingOf({ value }),
    (reason: unknown) => endingOf({ reason }),
  );
}

const silent: Send = ({ signal }) => abortable(new Promise<never>(() => {}), signal);
const answering =
  (status: number, headers?: Record<string, string>): Send =>
  async () =>
    answerOf(status, headers);

/** A limiter with one place, which another call has used in some way. */
async function usedLimiter(transport: Send): Promise<RateLimiter> {
  const limiter = createRateLimiter({ concurrency: 1 });
  const call = startCall({ operationId, callNumber: 1, streams: false }, systemClock, undefined);
  const send = rateLimit(limiter)(transport, environment);
  void send({ request: new Request("http://127.0.0.1/"), call, signal: call.signal });
  await vi.advanceTimersByTimeAsync(0);
  return limiter;
}
const fresh = async (): Promise<RateLimiter> => createRateLimiter();

describe("an abort rejects with the caller's own reason and leaves nothing", () => {
  test.each<[state: string, transport: Send, limiter: () => Promise<RateLimiter>]>([
    ["during an attempt", silent, fresh],
    ["while it waits for another try", answering(503, { "Retry-After": "60" }), fresh],
    ["while it backs off", () => Promise.reject(lost), fresh],
    ["while it waits for a place", silent, () => usedLimiter(silent)],
    ["while it waits for the rate limit", silent, () => usedLimiter(answering(429, { "Retry-After": "60" }))],
  ])("%s", async (_state, transport, limiterOf) => {
    const [controller, limiter, reason] = [new AbortController(), await limiterOf(), { my: "reason" }];
    const { underWay } = limiter;
    const making = make(transport, { controller, limiter });
    await vi.advanceTimersByTimeAsync(100);
    controller.abort(reason);
    // No time needs to pass.
    expect(await making).toMatchObject({ afterMs: 100 });
    expect((await making).reason).toBe(reason);
    expect([vi.getTimerCount(), limiter.waiting, limiter.underWay]).toEqual([0, 0, underWay]);
  });
});

describe("a wait that would not end before the deadline is not begun", () => {
  const second = { "Retry-After": "1" }; // 1050 ms, with the jitter of 0.5.
  test.each<[deadlineMs: number, attempts: number, afterMs: number]>([
    [1050, 1, 0],
    [1051, 2, 1050],
    [2101, 3, 2100],
  ])("%i ms leave room for %i attempts", async (deadlineMs, attempts, afterMs) => {
    const making = make(answering(503, second), { deadlineMs });
    await vi.runAllTimersAsync();
    const { value, ...ending } = await making;
    expect(ending).toEqual({ attempts, afterMs });
    // What is known is what the last answer said.
    expect(value?.response.headers.get("Retry-After")).toBe("1");
  });

  test("the call ends with the failure that it has", async () => {
    const making = make(() => wait(900).then(() => Promise.reject(lost)), { deadlineMs: 1000 });
    await vi.runAllTimersAsync();
    // The backoff of 250 ms would end too late.
    expect(await making).toEqual({ reason: lost, attempts: 1, afterMs: 900 });
  });
});

describe("laws", () => {
  const header = (value: fc.Arbitrary<string>): fc.Arbitrary<string | undefined> =>
    fc.option(value, { nil: undefined, freq: 1 });
  const count = fc.oneof(fc.integer({ min: 0, max: 3 }).map(String), fc.constant("many"));
  const step = fc.record({
    latencyMs: fc.integer({ min: 0, max: 4000 }),
    kind: fc.constantFrom("answer", "answer", "answer", "loss", "silence", "mistake"),
    status: fc.constantFrom(200, 200, 200, 404, 429, 429, 503),
    global: header(count),
    route: header(count),
    resetInMs: fc.option(fc.integer({ min: -5000, max: 20_000 }), { nil: undefined }),
    retryAfter: header(fc.constantFrom("0", "1", "9", "100", "soon")),
  });
  const call = fc.record({
    startMs: fc.integer({ min: 0, max: 5000 }),
    route: fc.constantFrom("/a", "/b"),
    deadlineMs: fc.integer({ min: 1, max: 60_000 }),
    abortsAfterMs: fc.option(fc.integer({ min: 0, max: 30_000 }), { nil: undefined, freq: 1 }),
  });
  const mistake = new RangeError("mine");
  const reason = { my: "reason" };
  type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

  async function take(steps: Step[], ...[{ signal }]: Parameters<Send>): Promise<Answer> {
    const taken = steps.shift();
    if (taken === undefined) return answerOf(200);
    await abortable(wait(taken.latencyMs), signal);
    if (taken.kind === "silence") return abortable(new Promise<never>(() => {}), signal);
    if (taken.kind !== "answer") throw taken.kind === "loss" ? lost : mistake;
    const { status, resetInMs } = taken;
    const headers = Object.entries({
      "X-Ratelimit-Global-Remaining": taken.global,
      "X-Ratelimit-Route-Remaining": taken.route,
      "X-Ratelimit-Reset": resetInMs === undefined ? undefined : String(Date.now() + resetInMs),
      "Retry-After": taken.retryAfter,
    }).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return answerOf(status, Object.fromEntries(headers));
  }

  test("whatever a server does, every call ends in time, in one of the ways it may, and leaves nothing", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 60, size: "max" }),
        fc.array(call, { minLength: 1, maxLength: 20, size: "max" }),
        fc.integer({ min: 1, max: 4 }),
        async (steps, calls, concurrency) => {
          const limiter = createRateLimiter({ concurrency, random: () => 0.5 });
          const left = [...steps];
          const all = calls.map(async ({ startMs, abortsAfterMs, ...settings }) => {
            await wait(startMs);
            const controller = new AbortController();
            if (abortsAfterMs !== undefined) setTimeout(() => controller.abort(reason), abortsAfterMs);
            const transport: Send = (attempt) => take(left, attempt);
            return make(transport, { ...settings, controller, limiter, attemptTimeoutMs: 5000 });
          });
          await vi.runAllTimersAsync();
          for (const [index, ending] of (await Promise.all(all)).entries()) {
            const { abortsAfterMs = Number.POSITIVE_INFINITY, deadlineMs = 0 } = calls[index] ?? {};
            expect(ending.afterMs).toBeLessThanOrEqual(Math.min(deadlineMs, abortsAfterMs));
            expect(ending.attempts).toBeLessThanOrEqual(5);
            if (ending.value !== undefined) continue;
            if (ending.reason === reason) expect(ending.afterMs).toBe(abortsAfterMs);
            else if (isUsageTimeoutError(ending.reason) && ending.reason.timeout === "deadline") {
              const { retryAfterMs, timeoutMs } = ending.reason;
              expect(timeoutMs).toBe(deadlineMs);
              if (retryAfterMs === undefined) expect(ending.afterMs).toBe(deadlineMs);
              else expect(ending.afterMs + retryAfterMs).toBeGreaterThanOrEqual(deadlineMs);
            } else {
              const isKnown =
                isUsageTimeoutError(ending.reason) || [lost, mistake].includes(ending.reason as Error); // A member, or not.
              expect(isKnown).toBe(true);
            }
          }
          expect([limiter.underWay, limiter.waiting, vi.getTimerCount()]).toEqual([0, 0, 0]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
