import { runInNewContext } from "node:vm";
import { UsageDecodeError } from "@ldusage/types/runtime";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { startCall } from "../call/usage-call.ts";
import { systemClock } from "../clock.ts";
import { UsageNetworkError } from "../errors/usage-network-error.ts";
import type { Attempt } from "../layers/layer.ts";
import { type Bytes, openBody, readAll } from "./limited-body.ts";

const token = "api-5ecr3t-0f-the-account";

function attemptOf(): { readonly attempt: Attempt; readonly abort: (reason: unknown) => void } {
  const start = { operationId: "anOperation", callNumber: 1, streams: false };
  const call = startCall(start, systemClock, undefined);
  call.secrets.add(token);
  const request = new Request("http://127.0.0.1/");
  return { attempt: { request, call, signal: call.signal }, abort: (reason) => call.signal.abort(reason) };
}

interface Source {
  readonly stream: ReadableStream<Bytes>;
  /** Chunks taken out of it. */
  readonly taken: () => number;
  readonly isCancelled: () => boolean;
}

/** A body that gives these chunks, nothing before it is asked, and then ends as told. */
function sourceOf(chunks: Iterable<Bytes>, ending: "end" | "silence" | Error = "end"): Source {
  const iterator = chunks[Symbol.iterator]();
  let [taken, isCancelled] = [0, false];
  const finish = (controller: ReadableStreamDefaultController<Bytes>): Promise<void> | undefined => {
    if (ending === "silence") return new Promise(() => {});
    if (ending === "end") controller.close();
    else controller.error(ending);
    return undefined;
  };
  const stream = new ReadableStream<Bytes>(
    {
      pull(controller) {
        const { value, done } = iterator.next();
        if (done) return finish(controller);
        taken += 1;
        controller.enqueue(value);
        return undefined;
      },
      cancel() {
        isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, taken: () => taken, isCancelled: () => isCancelled };
}
const bytesOf = (...lengths: number[]): Bytes[] =>
  lengths.map((length) => new Uint8Array(length).fill(length));
function* endless(length: number): Generator<Bytes> {
  for (;;) yield new Uint8Array(length);
}

const read = (
  body: ReadableStream<Bytes> | null,
  maxBytes: number,
  {
    headers = {},
    attempt = attemptOf().attempt,
  }: { headers?: Record<string, string>; attempt?: Attempt } = {},
): Promise<Bytes> => readAll(openBody(new Response(body, { status: 207, headers }), attempt, maxBytes));
const failure = async (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => "no failure",
    (error: unknown) => error,
  );

describe("the limit", () => {
  test("holds for any division into chunks: what fits is whole, one byte more is refused", async () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 20, size: "max" });
    await fc.assert(
      fc.asyncProperty(lengths, async (sizes) => {
        const [chunks, total] = [bytesOf(...sizes), sizes.reduce((sum, size) => sum + size, 0)];
        expect(Buffer.from(await read(sourceOf(chunks).stream, total))).toEqual(Buffer.concat(chunks));
        if (total === 0) return;
        const source = sourceOf(chunks);
        expect(await failure(read(source.stream, total - 1))).toBeInstanceOf(UsageDecodeError);
      }),
      { numRuns: 200 },
    );
  });

  test("ends a body that would go on for ever, at the chunk that goes beyond it", async () => {
    const source = sourceOf(endless(1000));
    const { attempt } = attemptOf();
    const error = await failure(read(source.stream, 10_500, { attempt }));
    const found = "the body is larger than the limit of 10500 bytes (maxResponseBytes)";
    expect(error).toMatchObject({ name: "UsageDecodeError", operationId: "anOperation", status: 207, found });
    expect([source.taken(), source.isCancelled()]).toEqual([11, true]);
    expect(attempt.call.signal.listenerCount).toBe(0);
  });

  test("can be none", async () => {
    expect(await read(sourceOf(bytesOf(5000)).stream, Number.POSITIVE_INFINITY)).toHaveLength(5000);
  });

  test("fails a body that is declared larger, without reading any of it", async () => {
    const source = sourceOf(endless(1));
    const error = await failure(read(source.stream, 10, { headers: { "Content-Length": "11" } }));
    expect(error).toBeInstanceOf(UsageDecodeError);
    expect([source.taken(), source.isCancelled()]).toEqual([0, true]);
  });

  test.each<[name: string, headers: Record<string, string>]>([
    ["that is as large as allowed", { "Content-Length": "10" }],
    ["that is no number", { "Content-Length": "many" }],
    ["that is too small to be true", { "Content-Length": "1" }],
    ["of a body that is compressed", { "Content-Length": "99", "Content-Encoding": "gzip" }],
  ])("counts what comes, whatever a length says %s", async (_name, headers) => {
    expect(await read(sourceOf(bytesOf(10)).stream, 10, { headers })).toHaveLength(10);
    const error = await failure(read(sourceOf(bytesOf(10, 1)).stream, 10, { headers }));
    expect(error).toBeInstanceOf(UsageDecodeError);
  });

  test("does not matter to a response without a body", async () => {
    expect(await read(null, 1)).toEqual(new Uint8Array());
  });
});

describe("a body that fails", () => {
  test("is a network failure, without the token that it tells", async () => {
    const cause = Object.assign(new Error(`reset, sent ${token}`), { code: "ECONNRESET" });
    const { attempt } = attemptOf();
    const error = await failure(read(sourceOf(bytesOf(1), cause).stream, 10, { attempt }));
    expect(error).toBeInstanceOf(UsageNetworkError);
    const told = { name: "Error", message: "reset, sent (access token)", code: "ECONNRESET" };
    expect(error).toMatchObject({ operationId: "anOperation", cause: told });
    expect(attempt.call.signal.listenerCount).toBe(0);
  });

  test("is a network failure where it gives something other than bytes, and is cancelled", async () => {
    const texts: unknown[] = ["text"];
    const source = sourceOf(texts as Bytes[]); // What a transport of the caller's own may give.
    expect(await failure(read(source.stream, 10))).toBeInstanceOf(UsageNetworkError);
    expect(source.isCancelled()).toBe(true);
  });

  test("is a network failure where somebody else reads it already", async () => {
    const response = new Response("text");
    response.body?.getReader();
    const error = await failure(readAll(openBody(response, attemptOf().attempt, 10)));
    expect(error).toBeInstanceOf(UsageNetworkError);
  });
});

describe("an abort rejects with its own reason and cancels the source", () => {
  const reason = { my: "reason" };

  test("before anything is read", async () => {
    const [source, { attempt, abort }] = [sourceOf(endless(1)), attemptOf()];
    const body = openBody(new Response(source.stream), attempt, 10);
    abort(reason);
    expect(source.isCancelled()).toBe(true);
    expect(await failure(body.read())).toBe(reason);
    expect(source.taken()).toBe(0);
  });

  test("before it is opened", async () => {
    const [source, { attempt, abort }] = [sourceOf(endless(1)), attemptOf()];
    abort(reason);
    expect(await failure(read(source.stream, 10, { attempt }))).toBe(reason);
    expect([source.taken(), source.isCancelled()]).toEqual([0, true]);
  });

  test("while a chunk is awaited, even where the transport pays no heed to the signal", async () => {
    const [source, { attempt, abort }] = [sourceOf(bytesOf(1), "silence"), attemptOf()];
    const reading = failure(read(source.stream, 10, { attempt }));
    await new Promise((resolve) => setTimeout(resolve, 1));
    abort(reason);
    expect(await reading).toBe(reason);
    expect([source.taken(), source.isCancelled()]).toEqual([1, true]);
    expect(attempt.call.signal.listenerCount).toBe(0);
  });

  test("between two chunks", async () => {
    const [source, { attempt, abort }] = [sourceOf(endless(1)), attemptOf()];
    const body = openBody(new Response(source.stream), attempt, 10);
    expect(await body.read()).toHaveLength(1);
    abort(reason);
    expect(await failure(body.read())).toBe(reason);
    expect([source.taken(), source.isCancelled()]).toEqual([1, true]);
  });

  test("not after the end", async () => {
    const [source, { attempt, abort }] = [sourceOf(bytesOf(3)), attemptOf()];
    expect(await read(source.stream, 10, { attempt })).toHaveLength(3);
    expect(attempt.call.signal.listenerCount).toBe(0);
    abort(reason);
    expect(source.isCancelled()).toBe(false);
  });
});

test.each(["before", "after"])("giving up cancels the source, %s the first chunk", async (when) => {
  const [source, { attempt }] = [sourceOf(endless(1)), attemptOf()];
  const body = openBody(new Response(source.stream), attempt, 10);
  if (when === "after") await body.read();
  body.cancel();
  body.cancel();
  expect(source.isCancelled()).toBe(true);
  expect(attempt.call.signal.listenerCount).toBe(0);
});

test("bytes of another realm come as bytes of this one", async () => {
  const foreign: Bytes = runInNewContext("new Uint8Array([0, 1, 2, 3]).subarray(1)");
  expect(foreign).not.toBeInstanceOf(Uint8Array);
  const bytes = await read(sourceOf([foreign]).stream, 3);
  expect(bytes).toBeInstanceOf(Uint8Array);
  expect([...bytes]).toEqual([1, 2, 3]);
});
