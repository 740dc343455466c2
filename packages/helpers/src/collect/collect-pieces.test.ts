import { isUsageDecodeError } from "@ldusage/types/errors";
import { describe, expect, test } from "vitest";
import type { BodyCache } from "./body-cache.ts";
import type { CollectProgress } from "./collect-options.ts";
import { collectPieces } from "./collect-pieces.ts";
import { collectSeries } from "./collect-series.ts";
import type { SeriesPiece } from "./piece-collector.ts";
import type { SeriesSource, SourceOptions } from "./series-source.ts";

const nowMs = Date.parse("2026-11-02T12:00:00Z");
const operationId = "getMAUTotalUsage";
const year = { from: "2025-11-01", to: "2026-11-02" } as const;

interface Asked {
  readonly fromMs: number;
  readonly toMs: number;
}
const askedBy = (parameters: object): Asked => {
  const time = (name: string): number => (Reflect.get(parameters, name) as { epochMs: number }).epochMs; // plans write times so
  return { fromMs: time("from"), toMs: time("to") };
};
const monthOf = (timeMs: number): string => new Date(timeMs).toISOString().slice(0, 7);

/** A source that answers with one point at the start of what is asked, as bytes. */
function createSource(
  refuse: (asked: Asked, options: SourceOptions) => unknown = () => undefined,
): SeriesSource & { readonly asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    request: async (_operationId, parameters, options) => {
      const range = askedBy(parameters);
      asked.push(range);
      const error = refuse(range, options);
      if (error !== undefined) return { ok: false, error };
      const body = {
        metadata: [{ sdkName: "Go" }],
        series: [{ time: range.fromMs, "0": range.fromMs / 1e6 }],
      };
      return { ok: true, data: new TextEncoder().encode(JSON.stringify(body)) };
    },
  };
}

async function piecesOf(pieces: AsyncIterable<SeriesPiece>): Promise<SeriesPiece[]> {
  const all: SeriesPiece[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

describe("collectPieces", () => {
  test("gives the pieces of the plan in order of time", async () => {
    const pieces = await piecesOf(collectPieces(createSource(), operationId, year, { nowMs }));
    expect(pieces.map(({ range, table }) => [monthOf(range.fromMs), [...table.timeMs].map(monthOf)])).toEqual(
      [
        ["2025-11", ["2025-11"]],
        ["2026-11", ["2026-11"]],
      ],
    );
  });

  test("tells what is to be known of the whole with the first piece", async () => {
    const asked = { from: "2025-10-15", to: "2026-11-02", granularity: "monthly" } as const;
    const pieces = await piecesOf(collectPieces(createSource(), operationId, asked, { nowMs }));
    expect(pieces.map(({ table }) => table.notes)).toEqual([
      [
        "The range starts at 2025-10-15T00:00:00.000Z, inside a monthly bucket that is left out: points begin at 2025-11-01T00:00:00.000Z.",
      ],
      [],
    ]);
  });

  test("refuses bad input at once, not when the first piece is taken", () => {
    const source = createSource();
    expect(() => collectPieces(source, operationId, { from: "2027-01-01" }, { nowMs })).toThrow(/from = /);
    expect(() => collectPieces(source, operationId, year, { nowMs, concurrency: 0 })).toThrow(
      "concurrency = 0 is refused: it is not a whole number from 1; give 1 or more.",
    );
    expect(() => collectPieces(source, operationId, year, { nowMs, lateDays: -1 })).toThrow(
      "lateDays = -1 is refused: it is not a number of days; give 0 or more.",
    );
  });
});

describe("a range that the server calls too large", () => {
  const tooLarge = { reason: "range-too-large" };
  const dayMs = 86_400_000;
  const refuseLong = ({ fromMs, toMs }: Asked): unknown =>
    toMs - fromMs > 31 * dayMs ? tooLarge : undefined;

  test("is asked for month by month, and so is the rest", async () => {
    const source = createSource(refuseLong);
    const planned: number[] = [];
    const onProgress = ({ piecesPlanned }: CollectProgress): unknown => planned.push(piecesPlanned);
    const range = { from: "2024-06-15", to: "2026-11-02" };
    const table = await collectSeries(source, operationId, range, { nowMs, onProgress, concurrency: 1 });
    expect(source.asked).toHaveLength(31);
    // The first month is asked for from its start, and its point there is not in the range.
    expect([...table.timeMs].map(monthOf)).toHaveLength(29);
    expect(planned.at(-1)).toBe(30);
  });

  test("gives the same whether or not it was refused", async () => {
    const days = async (refuse?: (asked: Asked) => unknown): Promise<unknown> => {
      const source: SeriesSource = {
        request: async (_operationId, parameters) => {
          const asked = askedBy(parameters);
          const error = refuse?.(asked);
          if (error !== undefined) return { ok: false, error };
          const series: { time: number; 0: number }[] = [];
          for (let time = asked.fromMs; time <= asked.toMs; time += dayMs)
            series.push({ time, 0: time / dayMs });
          return { ok: true, data: { metadata: [{}], series } };
        },
      };
      const { timeMs, columns } = await collectSeries(
        source,
        operationId,
        { from: "2024-06-15", to: "2026-11-02" },
        { nowMs },
      );
      return [[...timeMs], columns.map(({ values }) => [...values])];
    };
    expect(await days(refuseLong)).toEqual(await days());
  });

  test("of one month is the error that it is", async () => {
    const source = createSource(() => tooLarge);
    await expect(collectSeries(source, operationId, year, { nowMs })).rejects.toBe(tooLarge);
  });
});

describe("progress", () => {
  test("counts points, bytes and requests that wait for the rate limit", async () => {
    const seen: CollectProgress[] = [];
    const source = createSource((_asked, { onEvent }) => {
      onEvent?.({ type: "attempt" });
      onEvent?.({ type: "wait", reason: "concurrency" });
      onEvent?.({ type: "wait", reason: "rate-limit", waitMs: 4_000 });
      onEvent?.({ type: "wait", reason: "backoff" });
      onEvent?.({ type: "attempt" });
      onEvent?.({ type: "response" });
      return undefined;
    });
    await collectSeries(source, operationId, year, { nowMs, onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ waiting }) => waiting)).toEqual([1, 0, 1, 0, 0, 0]);
    expect(seen.at(-1)).toEqual({
      piecesDone: 2,
      piecesPlanned: 2,
      piecesCached: 0,
      points: 2,
      bytes: 158,
      waiting: 0,
    });
  });

  test("a request that fails while it waits waits no longer", async () => {
    const seen: number[] = [];
    const source = createSource((_asked, { onEvent }) => {
      onEvent?.({ type: "wait", reason: "rate-limit" });
      return new Error("deadline");
    });
    const options = {
      nowMs,
      concurrency: 1,
      onProgress: ({ waiting }: CollectProgress) => seen.push(waiting),
    };
    await expect(collectSeries(source, operationId, year, options)).rejects.toThrow("deadline");
    expect(seen).toEqual([1, 0]);
  });
});

describe("a cache", () => {
  test("keeps final months, and they are not asked for again", async () => {
    const cache = new Map<string, Uint8Array>();
    const first = createSource();
    const table = await collectSeries(first, operationId, year, { nowMs, cache });
    // November has begun, and October may still change for three days.
    expect(first.asked.map(({ fromMs }) => monthOf(fromMs))).toHaveLength(13);
    expect(cache.size).toBe(11);
    const second = createSource();
    const seen: CollectProgress[] = [];
    const again = await collectSeries(second, operationId, year, {
      nowMs,
      cache,
      onProgress: (progress) => seen.push(progress),
    });
    expect(second.asked.map(({ fromMs }) => monthOf(fromMs))).toEqual(["2026-10", "2026-11"]);
    expect(again).toEqual(table);
    expect(seen.at(-1)).toMatchObject({ piecesDone: 13, piecesCached: 11 });
  });

  test("the days in which a month may still change are an option", async () => {
    const cache = new Map<string, Uint8Array>();
    await collectSeries(createSource(), operationId, year, { nowMs, cache, lateDays: 1 });
    expect(cache.size).toBe(12);
    await collectSeries(createSource(), operationId, year, {
      nowMs,
      cache: cache.size > 0 ? new Map() : cache,
      lateDays: 400,
    });
    expect(cache.size).toBe(12);
  });

  test("a collection that fails in the middle goes on from there", async () => {
    const cache = new Map<string, Uint8Array>();
    const failing = createSource(({ fromMs }) =>
      monthOf(fromMs) === "2026-05" ? new Error("down") : undefined,
    );
    await expect(collectSeries(failing, operationId, year, { nowMs, cache, concurrency: 1 })).rejects.toThrow(
      "down",
    );
    const source = createSource();
    await collectSeries(source, operationId, year, { nowMs, cache, concurrency: 1 });
    expect(source.asked.map(({ fromMs }) => monthOf(fromMs))).toEqual([
      "2026-05",
      "2026-06",
      "2026-07",
      "2026-08",
      "2026-09",
      "2026-10",
      "2026-11",
    ]);
  });

  test("the same question finds its bodies, however it is written, and another one does not", async () => {
    const cache = new Map<string, Uint8Array>();
    const ask = async (parameters: object): Promise<number> => {
      const source = createSource();
      // Each is a correct question of the operation.
      await collectSeries(source, operationId, { ...year, ...parameters } as typeof year, { nowMs, cache });
      return source.asked.length;
    };
    expect(await ask({ groupBy: "sdkName", projectKey: ["a", "b"] })).toBe(13);
    expect(await ask({ projectKey: ["b", "a"], groupBy: ["sdkName"], sdkType: undefined })).toBe(2);
    expect(await ask({ groupBy: "sdkName", projectKey: ["a"] })).toBe(13);
    expect(await ask({ groupBy: "sdkName", projectKey: ["a", "b"], aggregationType: "rolling_30d" })).toBe(
      13,
    );
    expect([...cache.keys()].every((key) => key.startsWith("getMAUTotalUsage "))).toBe(true);
  });

  test("a window that slides by a day finds its bodies", async () => {
    const cache = new Map<string, Uint8Array>();
    const counts: number[] = [];
    for (const day of ["2026-11-02", "2026-11-03", "2026-11-04"]) {
      const source = createSource();
      const toMs = Date.parse(`${day}T12:00:00Z`);
      const range = {
        from: new Date(toMs - 150 * 86_400_000),
        to: new Date(toMs),
        aggregationType: "rolling_30d",
      } as const;
      await collectSeries(source, operationId, range, { nowMs: toMs, cache });
      counts.push(source.asked.length);
    }
    // October becomes final on 4 November.
    expect([counts, cache.size]).toEqual([[6, 2, 2], 5]);
  });

  test("may say null of what it does not have", async () => {
    const source = createSource();
    const cache: BodyCache = { get: () => null, set: () => undefined };
    await collectSeries(source, operationId, year, { nowMs, cache });
    expect(source.asked).toHaveLength(13);
  });

  test("a damaged body is asked for again and replaced", async () => {
    const cache = new Map<string, Uint8Array>();
    await collectSeries(createSource(), operationId, year, { nowMs, cache });
    const [key = ""] = cache.keys();
    cache.set(key, new TextEncoder().encode("{"));
    const source = createSource();
    await collectSeries(source, operationId, year, { nowMs, cache });
    expect(source.asked).toHaveLength(3);
    expect(cache.get(key)?.length).toBeGreaterThan(50);
  });

  test("what cannot be read is not kept, and parsed answers are", async () => {
    const cache = new Map<string, Uint8Array>();
    const odd: SeriesSource = {
      request: async () => ({ ok: true, data: { metadata: [{}], series: [{ "0": 1 }] } }),
    };
    const error = await collectSeries(odd, operationId, year, { nowMs, cache }).catch(
      (reason: unknown) => reason,
    );
    expect([isUsageDecodeError(error), cache.size]).toEqual([true, 0]);
    const parsed: SeriesSource = { request: async () => ({ ok: true, data: { metadata: [], series: [] } }) };
    await collectSeries(parsed, operationId, year, { nowMs, cache });
    expect(new TextDecoder().decode([...cache.values()][0])).toBe('{"metadata":[],"series":[]}');
  });

  test("that fails ends the collection with its own error", async () => {
    const error = new Error("disk full");
    const cache: BodyCache = {
      get: () => undefined,
      set: () => Promise.reject(error),
    };
    await expect(collectSeries(createSource(), operationId, year, { nowMs, cache })).rejects.toBe(error);
  });

  test("does not keep points whose width depends on their age", async () => {
    const cache = new Map<string, Uint8Array>();
    const source = createSource();
    const range = { type: "received", from: "2026-09-20", to: "2026-11-02" } as const;
    await collectSeries(source, "getEventsUsage", range, { nowMs, cache });
    expect([...cache.keys()].map((key) => key.includes('"epochMs"'))).toEqual([true]);
  });
});

test("buckets that were running when they were asked for are partial", async () => {
  const source: SeriesSource = {
    request: async () => ({
      ok: true,
      data: {
        metadata: [{}],
        series: [
          { time: Date.parse("2026-11-01"), "0": 1 },
          { time: Date.parse("2026-11-02"), "0": 2 },
        ],
      },
    }),
  };
  const table = await collectSeries(
    source,
    operationId,
    { from: "2026-11-01", to: new Date(nowMs) },
    { nowMs },
  );
  expect(table.partial).toEqual([false, true]);
});
