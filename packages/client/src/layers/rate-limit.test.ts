import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startCall, type UsageCall } from "../call/usage-call.ts";
import { systemClock } from "../clock.ts";
import { abortable } from "./abortable.ts";
import type { Answer, Send } from "./layer.ts";
import { rateLimit } from "./rate-limit.ts";
import { createRateLimiter, type RateLimiter } from "./rate-limiter.ts";

const startOfTimeMs = Date.parse("2026-11-15T12:00:00Z");
beforeEach(() => {
  vi.useFakeTimers({ now: startOfTimeMs });
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const marginMs = 50;
const limiterOf = (concurrency = 8): RateLimiter => createRateLimiter({ concurrency, random: () => 0.5 });
const wait = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs));
const callOf = (route = "/a", signal?: AbortSignal): UsageCall =>
  startCall(
    { operationId: "anOperation", route, callNumber: 1, streams: false, signal },
    systemClock,
    undefined,
  );
const answerOf = (status: number, headers: Record<string, number> = {}): Answer => {
  const text = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  return { response: new Response(null, { status, headers: text }), body: new Uint8Array() };
};
const spent = (inMs: number): Record<string, number> => ({
  "X-Ratelimit-Global-Remaining": 0,
  "X-Ratelimit-Reset": Date.now() + inMs,
});

/** Sends a call through the layer alone. */
function send(limiter: RateLimiter, next: Send, call = callOf()): Promise<Answer> {
  const layered = rateLimit(limiter)(next, { clock: systemClock, random: () => 0.5 });
  return layered({ request: new Request("http://127.0.0.1/"), call, signal: call.signal });
}

describe("a turn", () => {
  test("ends with the answer, with a failure, and with an abort", async () => {
    const limiter = limiterOf(1);
    const failure = new RangeError("mine");
    expect((await send(limiter, async () => answerOf(200))).response.status).toBe(200);
    await expect(send(limiter, () => Promise.reject(failure))).rejects.toBe(failure);
    const thrown: Send = () => {
      throw failure;
    };
    await expect(send(limiter, thrown)).rejects.toBe(failure);
    const controller = new AbortController();
    const silent: Send = ({ signal }) => abortable(new Promise<never>(() => {}), signal);
    const holder = send(limiter, silent, callOf("/a", controller.signal));
    const behind = send(limiter, async () => answerOf(204));
    expect([limiter.underWay, limiter.waiting]).toEqual([1, 1]);
    controller.abort("enough");
    await expect(holder).rejects.toBe("enough");
    expect((await behind).response.status).toBe(204);
    expect([limiter.underWay, limiter.waiting]).toEqual([0, 0]);
  });

  test("is not asked for by a call that is aborted already", async () => {
    const [limiter, next, aborted] = [limiterOf(), vi.fn<Send>(), callOf()];
    aborted.signal.abort("enough");
    await expect(send(limiter, next, aborted)).rejects.toBe("enough");
    expect([next.mock.calls, limiter.underWay, limiter.waiting]).toEqual([[], 0, 0]);
  });

  test("comes from a limiter of this package only, which an error does not show", () => {
    const foreign = { underWay: 0, waiting: 0, secret: "api-SECRET" };
    expect(() => rateLimit(foreign)).toThrow(/createRateLimiter/);
    expect(() => rateLimit(foreign)).not.toThrow(/SECRET/);
  });

  test("comes at the end of a window although a request from before is still silent", async () => {
    const limiter = limiterOf();
    let end = (_answer: Answer): void => {};
    const hanging = send(
      limiter,
      () =>
        new Promise((resolve) => {
          end = resolve;
        }),
    );
    await send(limiter, async () => answerOf(200, spent(10_000)));
    const sentMs: number[] = [];
    const startMs = performance.now();
    const next = send(limiter, async () => {
      sentMs.push(performance.now() - startMs);
      return answerOf(200);
    });
    await vi.advanceTimersByTimeAsync(30_000);
    end(answerOf(200));
    await Promise.all([hanging, next]);
    expect(sentMs).toEqual([10_000 + marginMs]);
  });
});

test("an answer of a window that is over does not undo what is known of the one that runs", async () => {
  const limiter = limiterOf();
  const told = { "X-Ratelimit-Global-Remaining": 20, "X-Ratelimit-Reset": Date.now() + 100 };
  const straggler = send(limiter, () => wait(400).then(() => answerOf(200, told)));
  await vi.advanceTimersByTimeAsync(200);
  await send(limiter, async () => answerOf(200, spent(10_000)));
  let sent = 0;
  const held = send(limiter, async () => {
    sent += 1;
    return answerOf(200);
  });
  await vi.advanceTimersByTimeAsync(200);
  await straggler;
  await vi.advanceTimersByTimeAsync(9000);
  expect(sent).toBe(0);
  await vi.runAllTimersAsync();
  await held;
});

/** A server with fixed windows on a grid, for the account and for each route, that tells all about them. */
class ModelServer {
  refused = 0;
  readonly #limits: { readonly account?: number | undefined; readonly route?: number | undefined };
  readonly #windowMs: number;
  #window = Number.NaN;
  readonly #counts = new Map<string, number>();

  constructor(limits: { account?: number | undefined; route?: number | undefined }, windowMs: number) {
    this.#limits = limits;
    this.#windowMs = windowMs;
  }

  answer(route: string): Answer {
    const window = Math.floor(Date.now() / this.#windowMs);
    if (window !== this.#window) this.#counts.clear();
    this.#window = window;
    const leftOf = (name: string, limit = Number.POSITIVE_INFINITY): number =>
      limit - (this.#counts.get(name) ?? 0);
    const left = [leftOf("account", this.#limits.account), leftOf(route, this.#limits.route)];
    const isRefused = Math.min(...left) <= 0;
    if (isRefused) this.refused += 1;
    else for (const name of ["account", route]) this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    const [global = 0, ofRoute = 0] = left.map((count) => Math.max(0, isRefused ? count : count - 1));
    return answerOf(isRefused ? 429 : 200, {
      ...(Number.isFinite(global) ? { "X-Ratelimit-Global-Remaining": global } : {}),
      ...(Number.isFinite(ofRoute) ? { "X-Ratelimit-Route-Remaining": ofRoute } : {}),
      "X-Ratelimit-Reset": (window + 1) * this.#windowMs,
    });
  }
}

describe("laws", () => {
  const limit = fc.integer({ min: 8, max: 30 });
  const cases = fc.record({
    // At least what may be sent before anything is known.
    limits: fc.oneof(
      fc.record({ account: limit }),
      fc.record({ route: limit }),
      fc.record({ account: limit, route: limit }),
    ),
    concurrency: fc.integer({ min: 1, max: 8 }),
    windowMs: fc.integer({ min: 500, max: 20_000 }),
    // Within the margin, so that no request of one window arrives late in the next, among those that count on it.
    upMs: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 7 }),
    downMs: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 7 }),
    startMs: fc.integer({ min: 0, max: 20_000 }),
    routes: fc.array(fc.constantFrom("/a", "/b", "/c"), { minLength: 1, maxLength: 100, size: "max" }),
  });

  // Some go out while a window ends, and are answered when those that count on the next one have gone out.
  const sentAtTheEnd: typeof cases extends fc.Arbitrary<infer Case> ? Case : never = {
    ...{ limits: { account: 9, route: 8 }, concurrency: 6, windowMs: 8318, startMs: 3 },
    ...{ upMs: [23, 0], downMs: [1, 245] },
    routes: Array.from({ length: 16 }, (_, index) => (index === 8 ? "/c" : "/a")),
  };

  test("a server that tells its budgets never refuses its only client, and calls of a route go in order", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ limits, concurrency, windowMs, upMs, downMs, startMs, routes }) => {
        // The same in every run: windows begin on a grid.
        vi.setSystemTime(startOfTimeMs + startMs);
        const [limiter, server] = [limiterOf(concurrency), new ModelServer(limits, windowMs)];
        const sent = new Map<string, number[]>();
        let most = 0;
        const all = routes.map((route, index) =>
          send(
            limiter,
            async () => {
              sent.set(route, [...(sent.get(route) ?? []), index]);
              most = Math.max(most, limiter.underWay);
              await wait(upMs[index % upMs.length] ?? 0);
              const answer = server.answer(route);
              await wait(downMs[index % downMs.length] ?? 0);
              return answer;
            },
            callOf(route),
          ),
        );
        await vi.runAllTimersAsync();
        await Promise.all(all);
        expect(server.refused).toBe(0);
        expect(most).toBeLessThanOrEqual(concurrency);
        for (const order of sent.values()) expect(order).toEqual([...order].sort((one, two) => one - two));
        expect([limiter.underWay, limiter.waiting]).toEqual([0, 0]);
      }),
      { numRuns: 150, examples: [[sentAtTheEnd]] },
    );
  });
});
