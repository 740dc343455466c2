import { getEventListeners } from "node:events";
import { describe, expect, test, vi } from "vitest";
import type { Bytes, LimitedBody } from "./limited-body.ts";
import { streamBody } from "./stream-body.ts";

interface Opened {
  readonly stream: ReadableStream<Bytes>;
  readonly controller: AbortController;
  readonly end: ReturnType<typeof vi.fn>;
  readonly body: { read: ReturnType<typeof vi.fn>; cancel: ReturnType<typeof vi.fn> };
}

type Step = number | Error | "silence";

/** A stream over a body that gives chunks of these first bytes, fails or is silent, and then ends. */
function open(steps: readonly Step[], controller = new AbortController()): Opened {
  const left = [...steps];
  const body = {
    read: vi.fn<LimitedBody["read"]>(async () => {
      const step = left.shift();
      if (step === "silence") return new Promise(() => {});
      if (step instanceof Error) throw step;
      return step === undefined ? undefined : new Uint8Array([step]);
    }),
    cancel: vi.fn<LimitedBody["cancel"]>(),
  };
  const end = vi.fn<() => void>();
  return { stream: streamBody(body, controller.signal, end), controller, end, body };
}

const failure = async (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    (value) => ({ value }),
    (error: unknown) => error,
  );
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));
const listeners = ({ controller }: Opened): unknown[] => getEventListeners(controller.signal, "abort");

test("gives chunks as they come, none before it is asked, and ends once", async () => {
  const opened = open([1, 2, 3]);
  await turn();
  expect(opened.body.read).not.toHaveBeenCalled();
  const reader = opened.stream.getReader();
  for (const byte of [1, 2, 3]) {
    expect(await reader.read()).toEqual({ done: false, value: new Uint8Array([byte]) });
    expect(opened.body.read).toHaveBeenCalledTimes(byte);
    expect(opened.end).not.toHaveBeenCalled();
  }
  expect(await reader.read()).toEqual({ done: true, value: undefined });
  opened.controller.abort("late");
  expect(await reader.read()).toEqual({ done: true, value: undefined });
  expect(opened.end).toHaveBeenCalledOnce();
  expect([listeners(opened), opened.body.cancel.mock.calls]).toEqual([[], []]);
});

test("fails with the error of the body, once and for all", async () => {
  const error = new RangeError("mine");
  const opened = open([1, error]);
  const reader = opened.stream.getReader();
  await reader.read();
  expect(await failure(reader.read())).toBe(error);
  expect(await failure(reader.read())).toBe(error);
  expect(opened.end).toHaveBeenCalledOnce();
  expect(listeners(opened)).toEqual([]);
});

test.each(["before", "after"])("a cancel reaches the body, %s the first chunk", async (when) => {
  const opened = open([1, "silence"]);
  const reader = opened.stream.getReader();
  if (when === "after") await reader.read();
  await reader.cancel("enough");
  opened.controller.abort("late");
  expect([opened.body.cancel.mock.calls.length, opened.end.mock.calls.length]).toEqual([1, 1]);
  expect(listeners(opened)).toEqual([]);
});

test("a cancel while a chunk is awaited ends once, whatever comes of it", async () => {
  const opened = open(["silence"]);
  let give = (_chunk: Bytes): void => {};
  opened.body.read.mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        give = resolve;
      }),
  );
  const reader = opened.stream.getReader();
  const reading = reader.read();
  await reader.cancel();
  expect(await reading).toEqual({ done: true, value: undefined });
  give(new Uint8Array([1]));
  await turn();
  expect(opened.body.cancel).toHaveBeenCalledOnce();
  expect(listeners(opened)).toEqual([]);
});

describe("an abort fails the stream with its own reason, cancels the body and ends", () => {
  const reason = { my: "reason" };
  const check = async (opened: Opened, reading: Promise<unknown>): Promise<void> => {
    expect(await failure(Promise.race([reading, turn().then(() => "still silent")]))).toBe(reason);
    expect(opened.end).toHaveBeenCalled();
    expect(opened.body.cancel).toHaveBeenCalled();
    expect(listeners(opened)).toEqual([]);
  };

  test("before anything is read", async () => {
    const opened = open([1]);
    opened.controller.abort(reason);
    expect(opened.end).toHaveBeenCalledOnce();
    await check(opened, opened.stream.getReader().read());
  });

  test("while a chunk is awaited", async () => {
    const opened = open(["silence"]);
    const reading = opened.stream.getReader().read();
    opened.controller.abort(reason);
    await check(opened, reading);
  });

  test("while a chunk is awaited that comes nevertheless", async () => {
    const opened = open([1]);
    const reading = opened.stream.getReader().read();
    opened.controller.abort(reason);
    await check(opened, reading);
  });

  test("between two chunks", async () => {
    const opened = open([1, 2]);
    const reader = opened.stream.getReader();
    await reader.read();
    opened.controller.abort(reason);
    await check(opened, reader.read());
  });

  test("after a chunk that nobody has asked for is on its way, through a pipe", async () => {
    const opened = open([1, 2, "silence"]);
    const piped = opened.stream.pipeThrough(new TransformStream());
    const reading = new Response(piped).arrayBuffer();
    await turn();
    opened.controller.abort(reason);
    await check(opened, reading);
  });

  test("before the stream is made", async () => {
    const controller = new AbortController();
    controller.abort(reason);
    const opened = open([1], controller);
    // What a body does under a signal that is aborted.
    opened.body.read.mockRejectedValue(reason);
    const reading = opened.stream.getReader().read();
    expect(await failure(Promise.race([reading, turn().then(() => "still silent")]))).toBe(reason);
    expect(opened.end).toHaveBeenCalled();
    expect(listeners(opened)).toEqual([]);
  });
});
