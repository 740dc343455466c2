import { UsageInputError } from "@ldusage/types/runtime";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startCall, type UsageCall } from "../call/usage-call.ts";
import { systemClock } from "../clock.ts";
import { attemptTimeout } from "./attempt-timeout.ts";
import type { Answer, Attempt, Send } from "./layer.ts";
import type { StopSignal } from "./stop-source.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const done: Answer = { response: new Response(null), body: new Uint8Array() };
const callOf = (attemptTimeoutMs?: number): UsageCall =>
  startCall(
    { operationId: "anOperation", callNumber: 1, streams: false, attemptTimeoutMs },
    systemClock,
    undefined,
  );
const attemptOf = (call: UsageCall): Attempt => ({
  request: new Request("http://127.0.0.1/"),
  call,
  signal: call.signal,
});
const sendThrough = (next: Send, layerMs?: number): Send =>
  attemptTimeout(layerMs)(next, { clock: systemClock, random: () => 0 });
const silent: Send = ({ signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

test.each<[layerMs: number | undefined, ownMs: number | undefined, limitMs: number]>([
  [undefined, undefined, 60_000],
  [1000, undefined, 1000],
  [1000, 3000, 3000],
  [3000, 1000, 1000],
  [Number.POSITIVE_INFINITY, 1000, 1000],
])(
  "of %j ms, and %j ms of the call itself, ends each attempt after %i ms",
  async (layerMs, ownMs, limitMs) => {
    const call = callOf(ownMs);
    const send = sendThrough(silent, layerMs);
    for (const _attempt of [1, 2]) {
      const ended = vi.fn();
      void send(attemptOf(call)).catch(ended);
      await vi.advanceTimersByTimeAsync(limitMs - 1);
      expect(ended).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      const facts = { name: "UsageTimeoutError", timeout: "attempt", timeoutMs: limitMs };
      expect(ended).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(facts));
    }
    // The attempt alone was ended, so that a retry has its chance.
    expect(call.signal.aborted).toBe(false);
    expect(call.signal.listenerCount).toBe(0);
  },
);

test("an answer and a failure go through as they are, and leave neither timer nor listener", async () => {
  const call = callOf();
  expect(await sendThrough(async () => done)(attemptOf(call))).toBe(done);
  const failure = new RangeError("mine");
  await expect(sendThrough(() => Promise.reject(failure))(attemptOf(call))).rejects.toBe(failure);
  const thrown = sendThrough(() => {
    throw failure;
  });
  await expect(thrown(attemptOf(call))).rejects.toBe(failure);
  expect([vi.getTimerCount(), call.signal.listenerCount]).toEqual([0, 0]);
});

test("an attempt that is over is not aborted any more", async () => {
  let signal: StopSignal | undefined;
  await sendThrough(async (attempt) => {
    signal = attempt.signal;
    return done;
  }, 1000)(attemptOf(callOf()));
  await vi.advanceTimersByTimeAsync(2000);
  expect(signal?.aborted).toBe(false);
});

test("Infinity is no limit, and leaves the attempt as it is", async () => {
  const next = vi.fn<Send>(async () => done);
  const attempt = attemptOf(callOf());
  await sendThrough(next, Number.POSITIVE_INFINITY)(attempt);
  expect(next).toHaveBeenCalledExactlyOnceWith(attempt);
});

test("an abort from outside reaches the attempt with its reason", async () => {
  const call = callOf();
  const sent = sendThrough(silent)(attemptOf(call));
  call.signal.abort("enough");
  await expect(sent).rejects.toBe("enough");
  expect(vi.getTimerCount()).toBe(0);
  const next = vi.fn<Send>();
  await expect(sendThrough(next)(attemptOf(call))).rejects.toBe("enough");
  expect(next).not.toHaveBeenCalled();
});

test.each([0, -1, Number.NaN, 2 ** 31])("%d is refused, of the client and of a call", async (timeoutMs) => {
  const next = vi.fn<Send>();
  expect(() => attemptTimeout(timeoutMs)).toThrow("attemptTimeoutMs = ");
  await expect(sendThrough(next)(attemptOf(callOf(timeoutMs)))).rejects.toBeInstanceOf(UsageInputError);
  expect(next).not.toHaveBeenCalled();
});
