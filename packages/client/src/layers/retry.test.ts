import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { UsageClientEvent } from "../call/client-event.ts";
import { startCall } from "../call/usage-call.ts";
import { systemClock } from "../clock.ts";
import { UsageNetworkError } from "../errors/usage-network-error.ts";
import { UsageTimeoutError } from "../errors/usage-timeout-error.ts";
import { attemptTimeout } from "./attempt-timeout.ts";
import { deadline } from "./deadline.ts";
import { type Answer, composeLayers, type Layer, type Send } from "./layer.ts";
import { type RetryOptions, retry } from "./retry.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-15T12:00:00Z") });
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const operationId = "anOperation";
const lost = new UsageNetworkError(operationId, new Error("reset"), (text) => text);
const slow = new UsageTimeoutError({ operationId, timeout: "attempt", timeoutMs: 1 });
const answer = (status: number, headers: Record<string, string> = {}): Answer => ({
  response: new Response(null, { status, headers }),
  body: new Uint8Array(),
});

type Step = Answer | Error | "silence";
interface Run {
  /** Settles as the call does: with a status, or with what it rejects with. */
  readonly ending: Promise<unknown>;
  /** Times of the attempts, in ms from the start. */
  readonly attemptsMs: number[];
  readonly events: UsageClientEvent[];
  readonly controller: AbortController;
}

/** Sends a call through layers to a transport that takes these steps, the last one again and again. */
function run(layers: readonly Layer[], steps: readonly Step[]): Run {
  const controller = new AbortController();
  const [attemptsMs, events]: [number[], UsageClientEvent[]] = [[], []];
  const start = { operationId, callNumber: 1, signal: controller.signal, streams: false };
  const call = startCall(start, systemClock, (event) => events.push(event));
  const transport: Send = ({ signal }) => {
    attemptsMs.push(performance.now() - call.startedAtMs);
    const step = steps[Math.min(attemptsMs.length, steps.length) - 1];
    if (step === "silence") {
      return new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      });
    }
    return step === undefined || step instanceof Error ? Promise.reject(step) : Promise.resolve(step);
  };
  const send = composeLayers(layers, transport, { clock: systemClock, random: () => 0.5 });
  const sent = send({ request: new Request("http://127.0.0.1/"), call, signal: call.signal });
  const ending = sent.then(
    ({ response }) => response.status,
    (error: unknown) => error,
  );
  void ending.finally(() => call.end());
  return { ending, attemptsMs, events, controller };
}

async function through(
  layers: readonly Layer[],
  steps: readonly Step[],
): Promise<Run & { readonly result: unknown }> {
  const running = run(layers, steps);
  await vi.runAllTimersAsync();
  return { ...running, result: await running.ending };
}

describe("retry", () => {
  test.each<[name: string, steps: Step[], result: unknown, attemptsMs: number[]]>([
    ["a success", [answer(200)], 200, [0]],
    ["a refusal that will not change", [answer(404)], 404, [0]],
    ["500", [answer(500)], 500, [0]],
    ["429, then success", [answer(429, { "Retry-After": "2" }), answer(200)], 200, [0, 2100]],
    ["503 as it is, twice", [answer(503), answer(503), answer(200)], 200, [0, 250, 750]],
    ["502 and 504", [answer(502), answer(504), answer(200)], 200, [0, 250, 750]],
    ["a lost connection", [lost, answer(200)], 200, [0, 250]],
    ["an attempt that took too long", [slow, answer(200)], 200, [0, 250]],
    ["a service that stays down", [answer(503)], 503, [0, 250, 750, 1750]],
    ["a network that stays down", [lost], lost, [0, 250, 750, 1750]],
    ["an error of another kind", [new RangeError("mine")], new RangeError("mine"), [0]],
  ])("of %s", async (_name, steps, result, attemptsMs) => {
    const done = await through([retry({ limit: 3 })], steps);
    expect(done.result).toEqual(result);
    expect(done.attemptsMs.map(Math.round)).toEqual(attemptsMs);
  });

  test("none is made when the limit is 0", async () => {
    expect((await through([retry({ limit: 0 })], [answer(503)])).attemptsMs).toEqual([0]);
  });

  test("a wait that would outlast the deadline is not begun", async () => {
    const steps = [answer(429, { "Retry-After": "60" })];
    const done = await through([deadline(30_000), retry()], steps);
    expect([done.result, done.attemptsMs]).toEqual([429, [0]]);
    expect(performance.now()).toBeLessThan(1000);
  });

  test("events tell what the wait is for", async () => {
    const { events } = await through([retry({ limit: 2 })], [answer(503), lost, answer(200)]);
    expect(events).toMatchObject([
      { type: "wait", reason: "backoff", waitMs: 250, status: 503 },
      { type: "wait", reason: "backoff", waitMs: 500, errorName: "UsageNetworkError" },
    ]);
  });

  test("an abort ends the wait with the caller's reason", async () => {
    const { ending, controller } = run([retry()], [answer(429, { "Retry-After": "60" })]);
    await vi.advanceTimersByTimeAsync(10_000);
    controller.abort("enough");
    expect(await ending).toBe("enough");
  });

  test.each([
    [503, "enough"],
    [200, 200],
  ])(
    "an abort while the last answer comes, of status %i, leaves only a success whole",
    async (status, end) => {
      const call = startCall({ operationId, callNumber: 1, streams: false }, systemClock, undefined);
      const transport: Send = async () => {
        call.signal.abort("enough");
        return answer(status);
      };
      const send = retry({ limit: 0 })(transport, { clock: systemClock, random: () => 0.5 });
      const ending = send({ request: new Request("http://127.0.0.1/"), call, signal: call.signal });
      const known: unknown = await ending.then(
        ({ response }) => response.status,
        (reason: unknown) => reason,
      );
      expect(known).toBe(end);
    },
  );

  test.each<[string, RetryOptions]>([
    ["retry.limit", { limit: -1 }],
    ["retry.limit", { limit: 1.5 }],
    ["retry.limit", { limit: Number.NaN }],
    ["retry.baseDelayMs", { baseDelayMs: 0 }],
    ["retry.maxDelayMs", { maxDelayMs: 2 ** 40 }],
  ])("%s is refused in %o", (option, options) => {
    expect(() => retry(options)).toThrow(`${option} = `);
  });
});

describe("deadline", () => {
  test("ends a call that is silent, waits or retries", async () => {
    for (const steps of [["silence"], [answer(503)]] as const) {
      const startMs = performance.now();
      const done = await through([deadline(5000), retry({ limit: 100, baseDelayMs: 900 })], steps);
      const isTimeout = done.result instanceof UsageTimeoutError && done.result.timeout === "deadline";
      // A retry that cannot be made in time ends the call before its deadline, with what there is.
      expect(isTimeout || done.result === 503).toBe(true);
      expect(performance.now() - startMs).toBeLessThanOrEqual(5000);
    }
  });

  test("Infinity is none", async () => {
    expect((await through([deadline(Number.POSITIVE_INFINITY)], [answer(200)])).result).toBe(200);
  });

  test.each([0, -1, Number.NaN, 2 ** 31])("%d is refused", (deadlineMs) => {
    expect(() => deadline(deadlineMs)).toThrow("deadlineMs = ");
  });
});

describe("attempt timeout", () => {
  test("gives a retry its chance", async () => {
    const done = await through(
      [deadline(), retry({ limit: 1 }), attemptTimeout(1000)],
      ["silence", answer(200)],
    );
    expect([done.result, done.attemptsMs.map(Math.round)]).toEqual([200, [0, 1250]]);
  });

  test("is what the call ends with when every attempt is silent", async () => {
    const { result } = await through([retry({ limit: 1 }), attemptTimeout(1000)], ["silence"]);
    expect(result).toMatchObject({ name: "UsageTimeoutError", timeout: "attempt", timeoutMs: 1000 });
  });

  test("the caller's abort and the deadline reach the attempt", async () => {
    const { ending, controller } = run([attemptTimeout(1000)], ["silence"]);
    controller.abort("enough");
    expect(await ending).toBe("enough");
    const { result } = await through([deadline(500), attemptTimeout(1000)], ["silence"]);
    expect(result).toMatchObject({ timeout: "deadline", timeoutMs: 500 });
  });
});
