import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { applyFault } from "./apply-fault.ts";
import type { Fault } from "./fault.ts";

// Nothing here uses HTTP: its connections keep timers of their own.
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const text = "a body of some length";
const slow: Fault = { kind: "slow-body", chunkDelayMs: 1000 };

async function apply(fault: Fault, { signal, body = text }: { signal?: AbortSignal; body?: string } = {}) {
  const request = new Request("http://simulator/", signal === undefined ? {} : { signal });
  const response = await applyFault(fault, request, () => new Response(body));
  if (response === undefined) throw new Error("there is no response");
  return response;
}

const reasonOf = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

test("latency holds the answer back for as long as it says", async () => {
  const settled = vi.fn();
  const response = apply({ kind: "latency", latencyMs: 1000 }).finally(settled);
  await vi.advanceTimersByTimeAsync(999);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(settled).toHaveBeenCalled();
  expect(await (await response).text()).toBe(text);
});

test.each<[string, Fault, (response: Promise<Response>) => Promise<unknown>]>([
  ["latency", { kind: "latency", latencyMs: 1000 }, (response) => response],
  ["a slow body", slow, async (response) => (await response).text()],
])("an abort ends %s with its reason and leaves no timer behind", async (_case, fault, finish) => {
  const controller = new AbortController();
  const reason = reasonOf(finish(apply(fault, { signal: controller.signal })));
  await vi.advanceTimersByTimeAsync(10);
  expect(vi.getTimerCount()).toBe(1);
  controller.abort("enough");
  expect([await reason, vi.getTimerCount()]).toEqual(["enough", 0]);
});

test("latency does not begin for a request that is aborted already", async () => {
  const answer = apply({ kind: "latency", latencyMs: 1000 }, { signal: AbortSignal.abort("enough") });
  expect([await reasonOf(answer), vi.getTimerCount()]).toEqual(["enough", 0]);
});

test("a slow body that is never read has no timer, and one that is cancelled leaves none", async () => {
  const reader = (await apply(slow)).body?.getReader();
  expect(vi.getTimerCount()).toBe(0);
  const first = reader?.read();
  await vi.advanceTimersByTimeAsync(10);
  expect(vi.getTimerCount()).toBe(1);
  await reader?.cancel();
  expect([await first, vi.getTimerCount()]).toEqual([{ done: true, value: undefined }, 0]);
});

test.each([
  ["eight pieces", "x".repeat(80), [10, 10, 10, 10, 10, 10, 10, 10]],
  ["no more than it has bytes", "xyz", [1, 1, 1]],
  ["a shorter last one", "x".repeat(17), [3, 3, 3, 3, 3, 2]],
  ["none", "", []],
])("a slow body pauses before each piece: %s", async (_case, body, lengths) => {
  const response = await apply(slow, { body });
  const startMs = Date.now();
  const pieces: [number, number][] = [];
  const drained = (async () => {
    for await (const piece of response.body ?? []) pieces.push([Date.now() - startMs, piece.length]);
  })();
  await vi.advanceTimersByTimeAsync(9000);
  await drained;
  expect(pieces).toEqual(lengths.map((length, index) => [(index + 1) * 1000, length]));
});

test.each([
  ["", "0", ""],
  ["x", "1", ""],
  ["xyz", "3", "x"],
])("a truncated body of %j announces %s bytes and breaks off", async (body, announced, half) => {
  const response = await apply({ kind: "truncated-body" }, { body });
  expect(response.headers.get("Content-Length")).toBe(announced);
  let read = "";
  const drained = (async () => {
    for await (const piece of response.body ?? []) read += new TextDecoder().decode(piece);
  })();
  expect(await reasonOf(drained)).toMatchObject({ name: "TypeError", message: "terminated" });
  expect(read).toBe(half);
});
