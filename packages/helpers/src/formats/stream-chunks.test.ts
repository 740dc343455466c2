import { describe, expect, test } from "vitest";
import { streamChunks } from "./stream-chunks.ts";

function counted(total: number): {
  chunks: Generator<Uint8Array<ArrayBuffer>, undefined>;
  seen: { made: number; ended: boolean };
} {
  const seen = { made: 0, ended: false };
  function* chunks(): Generator<Uint8Array<ArrayBuffer>, undefined> {
    try {
      while (seen.made < total) {
        seen.made += 1;
        yield Uint8Array.of(seen.made);
      }
    } finally {
      seen.ended = true;
    }
  }
  return { chunks: chunks(), seen };
}

describe("a stream of chunks", () => {
  test("makes a chunk only when one is asked for", async () => {
    const { chunks, seen } = counted(3);
    const reader = streamChunks(chunks).getReader();
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen.made).toBe(0);
    expect((await reader.read()).value).toEqual(Uint8Array.of(1));
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen.made).toBe(1);
  });

  test("ends after the last one", async () => {
    const { chunks, seen } = counted(2);
    expect(Array.from(new Uint8Array(await new Response(streamChunks(chunks)).arrayBuffer()))).toEqual([
      1, 2,
    ]);
    expect(seen.ended).toBe(true);
  });

  test("stops the work when it is cancelled", async () => {
    const { chunks, seen } = counted(1_000_000);
    const reader = streamChunks(chunks).getReader();
    await reader.read();
    await reader.cancel();
    expect(seen).toEqual({ made: 1, ended: true });
    expect(await reader.read()).toEqual({ done: true, value: undefined });
  });

  test("fails with the error of the work", async () => {
    // A generator that fails before its first chunk.
    // biome-ignore lint/correctness/useYield: it throws first
    function* failing(): Generator<Uint8Array<ArrayBuffer>, undefined> {
      throw new RangeError("out of range");
    }
    await expect(streamChunks(failing()).getReader().read()).rejects.toThrow(new RangeError("out of range"));
  });
});
