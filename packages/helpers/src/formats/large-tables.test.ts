import { describe, expect, test } from "vitest";
import { readDimensions } from "../series/dimensions.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { toCsv, toCsvStream } from "./to-csv.ts";
import { toMarkdown, toMarkdownStream } from "./to-markdown.ts";
import { toNdjson, toNdjsonStream } from "./to-ndjson.ts";

describe.each([
  ["CSV", toCsv, toCsvStream],
  ["NDJSON", toNdjson, toNdjsonStream],
  ["Markdown", toMarkdown, toMarkdownStream],
])("the stream of a large table in %s", (_name, toText, toStream) => {
  let reads = 0;
  const values = Float64Array.from({ length: 100 }, (_, row) => row * 1000.5);
  const large: SeriesTable = {
    facts: {
      ...{ operationId: "é", measure: "counter", unit: null, aggregation: undefined },
      ...{ additiveOverTime: false, additiveAcrossGroups: "unknown", timeZone: "UTC", isUpperBound: false },
    },
    timeMs: Float64Array.from({ length: 100 }, (_, row) => row * 86_400_000),
    granularities: [],
    partial: [],
    columns: Array.from({ length: 200 }, (_, index) => ({
      get dimensions() {
        reads += 1;
        return readDimensions({ name: `😀 ${index}`, empty: "" });
      },
      values,
    })),
    notes: [],
  };

  test("has the bytes of its text, in chunks that are each whole text", async () => {
    const whole = toText(large);
    const chunks: Uint8Array[] = [];
    let text = "";
    const decoder = new TextDecoder("utf-8", { fatal: true });
    for await (const chunk of toStream(large)) {
      expect(chunk.length).toBeLessThanOrEqual(65_536);
      text += decoder.decode(chunk);
      chunks.push(chunk);
    }
    expect(text === whole).toBe(true);
    expect(chunks.length).toBeGreaterThan(10);
    expect(Buffer.concat(chunks).equals(Buffer.from(whole))).toBe(true);
  });

  test("does no more work once it is cancelled", async () => {
    const wide = {
      ...large,
      columns: Array.from({ length: 100_000 }, (_, index) => large.columns[index % 200]),
    };
    // The indexes are inside.
    const reader = toStream(wide as SeriesTable).getReader();
    reads = 0;
    await reader.read();
    const readsOfOneChunk = reads;
    expect(readsOfOneChunk).toBeGreaterThan(0);
    expect(readsOfOneChunk).toBeLessThan(5000);
    await reader.cancel();
    expect(await reader.read()).toEqual({ done: true, value: undefined });
    expect(reads).toBe(readsOfOneChunk);
  });
});
