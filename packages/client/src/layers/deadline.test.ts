import { getEventListeners } from "node:events";
import { UsageInputError } from "@ldusage/types/runtime";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startCall, type UsageCall } from "../call/usage-call.ts";
import { systemClock } from "../clock.ts";
import { deadline } from "./deadline.ts";
import type { Answer, Send } from "./layer.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const done: Answer = { response: new Response(null), body: new Uint8Array() };
const call = (options: { deadlineMs?: number; signal?: AbortSignal } = {}): UsageCall =>
  startCall(
    { operationId: "anOperation", callNumber: 1, streams: false, ...options },
    systemClock,
    undefined,
  );

/** Sends through the layer alone, to something that answers when it is told to. */
async function send(ofCall: UsageCall, layerMs: number | undefined, next: Send): Promise<Answer> {
  const layered = deadline(layerMs)(next, { clock: systemClock, random: () => 0 });
  return layered({ request: new Request("http://127.0.0.1/"), call: ofCall, signal: ofCall.signal });
}
const silent: Send = ({ signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

test.each<[layerMs: number | undefined, ownMs: number | undefined, limitMs: number]>([
  [undefined, undefined, 300_000],
  [1000, undefined, 1000],
  [1000, 3000, 3000],
  [3000, 1000, 1000],
  [Number.POSITIVE_INFINITY, 1000, 1000],
])("of %j ms, and %j ms of the call itself, ends the call after %i ms", async (layerMs, ownMs, limitMs) => {
  const limited = call(ownMs === undefined ? {} : { deadlineMs: ownMs });
  const ended = vi.fn();
  void send(limited, layerMs, silent).catch(ended);
  await vi.advanceTimersByTimeAsync(limitMs - 1);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  const facts = { name: "UsageTimeoutError", timeout: "deadline", timeoutMs: limitMs };
  expect(ended).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(facts));
  expect(limited.endsAtMs).toBe(limited.startedAtMs + limitMs);
  expect(ended.mock.calls[0]?.[0]).not.toHaveProperty("retryAfterMs");
  limited.end();
});

test("counts from the start of the call, not from its own turn", async () => {
  const early = call();
  await vi.advanceTimersByTimeAsync(700);
  const ended = vi.fn();
  void send(early, 1000, silent).catch(ended);
  await vi.advanceTimersByTimeAsync(299);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(ended).toHaveBeenCalledOnce();
  early.end();
});

test("Infinity is no limit, nor a timer", async () => {
  for (const endless of [call({ deadlineMs: Number.POSITIVE_INFINITY }), call()]) {
    const limit = endless.deadlineMs === undefined ? Number.POSITIVE_INFINITY : 1000;
    expect(await send(endless, limit, async () => done)).toBe(done);
    expect([endless.endsAtMs, vi.getTimerCount()]).toEqual([Number.POSITIVE_INFINITY, 0]);
  }
});

test("holds on after the answer, until the call is over: a body may still be on its way", async () => {
  const [streaming, finished] = [call(), call()];
  await send(streaming, 1000, async () => done);
  await send(finished, 1000, async () => done);
  finished.end();
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(streaming.signal.reason).toMatchObject({ timeout: "deadline" });
  expect(finished.signal.aborted).toBe(false);
  streaming.end();
});

test("a failure goes through as it is, and the end of the call takes the timer away", async () => {
  const failing = call();
  const failure = new RangeError("mine");
  await expect(send(failing, 1000, () => Promise.reject(failure))).rejects.toBe(failure);
  failing.end();
  failing.end();
  expect(vi.getTimerCount()).toBe(0);
});

test("the caller's abort wins over a deadline that comes later", async () => {
  const controller = new AbortController();
  const aborted = call({ signal: controller.signal });
  const sent = send(aborted, 1000, silent);
  controller.abort("enough");
  await expect(sent).rejects.toBe("enough");
  await vi.advanceTimersByTimeAsync(2000);
  expect(aborted.signal.reason).toBe("enough");
  aborted.end();
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
});

test.each([0, -1, Number.NaN, 2 ** 31])(
  "%d of the call itself is refused, nothing sent",
  async (deadlineMs) => {
    const next = vi.fn<Send>();
    const refused = call({ deadlineMs });
    await expect(send(refused, 1000, next)).rejects.toBeInstanceOf(UsageInputError);
    expect(next).not.toHaveBeenCalled();
    refused.end();
  },
);
