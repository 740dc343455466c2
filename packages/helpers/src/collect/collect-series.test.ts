import { describe, expect, test } from "vitest";
import type { SeriesTable } from "../series/series-table.ts";
import { collectSeries } from "./collect-series.ts";
import type { SeriesSource } from "./series-source.ts";

const nowMs = Date.parse("2026-11-15T12:00:00Z");
const range = { from: "2024-01-01", to: "2026-11-01" };

type Answer = Awaited<ReturnType<SeriesSource["request"]>>;
const answering = (
  answer: (parameters: object, signal: AbortSignal | undefined) => Promise<Answer> | Answer,
): SeriesSource => ({
  request: async (_operationId, parameters, options) => answer(parameters, options.signal),
});
const startOf = (parameters: object): number =>
  (Reflect.get(parameters, "from") as { epochMs: number }).epochMs; // plans write times so

describe("collectSeries", () => {
  test("asks piece by piece, tells the progress, and keeps the answers in order", async () => {
    const progress: string[] = [];
    const source = answering((parameters) => ({
      ok: true,
      data: { metadata: [{}], series: [{ time: startOf(parameters), "0": startOf(parameters) }] },
    }));
    const table = await collectSeries(source, "getMAUTotalUsage", range, {
      nowMs,
      onProgress: ({ piecesDone, piecesPlanned, points, bytes }) =>
        progress.push(`${piecesDone}/${piecesPlanned}, ${points}, ${bytes}`),
    });
    expect(progress).toEqual(["1/3, 1, 0", "2/3, 2, 0", "3/3, 3, 0"]);
    expect([...table.timeMs].map((time) => new Date(time).toISOString().slice(0, 10))).toEqual([
      "2024-01-01",
      "2024-12-01",
      "2025-12-01",
    ]);
    expect(table.facts).toMatchObject({ operationId: "getMAUTotalUsage", aggregation: "month-to-date" });
  });

  test("points that were asked for on the way are not kept", async () => {
    const times = ["2025-01-14", "2025-01-15", "2025-01-16", "2025-01-17"].map((day) =>
      Date.parse(`${day}Z`),
    );
    const series = times.map((time) => ({ time, "0": 1 }));
    const source = answering(() => ({ ok: true, data: { metadata: [{}], series } }));
    const asked = { from: "2025-01-15", to: "2025-01-17" };
    const table = await collectSeries(source, "getMAUTotalUsage", asked, { nowMs });
    expect([...table.timeMs]).toEqual(times.slice(1, 3));
  });

  test("no more requests are under way than allowed", async () => {
    let [running, most] = [0, 0];
    const source = answering(async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return { ok: true, data: { metadata: [], series: [] } };
    });
    await collectSeries(source, "getMAUTotalUsage", range, { nowMs, concurrency: 2 });
    expect(most).toBe(2);
  });

  test("the first failure is thrown as it is, and the others are aborted", async () => {
    const error = new Error("refused");
    const signals: (AbortSignal | undefined)[] = [];
    const source = answering((_parameters, signal) => {
      signals.push(signal);
      return signals.length === 1 ? { ok: false, error } : new Promise<Answer>(() => {});
    });
    await expect(collectSeries(source, "getMAUTotalUsage", range, { nowMs })).rejects.toBe(error);
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, true, true]);
  });

  test("the caller's abort rejects with the caller's own reason", async () => {
    const controller = new AbortController();
    const source = answering(
      (_parameters, signal) =>
        new Promise<Answer>((_resolve, reject) =>
          signal?.addEventListener("abort", () => reject(signal.reason)),
        ),
    );
    const collection = collectSeries(source, "getMAUTotalUsage", range, { nowMs, signal: controller.signal });
    controller.abort("enough");
    await expect(collection).rejects.toBe("enough");
  });

  test("answers that contradict each other are an error", async () => {
    const time = Date.parse("2025-01-20Z");
    const series = [
      { time, "0": 1 },
      { time, "0": 2 },
    ];
    const source = answering(() => ({ ok: true, data: { metadata: [{}], series } }));
    const asked = { from: "2025-01-15", to: "2025-02-01" };
    await expect(collectSeries(source, "getMAUTotalUsage", asked, { nowMs })).rejects.toThrow(
      /has the values 1 and 2/,
    );
  });

  describe("of an operation whose granularity depends on age", () => {
    const from = "2026-11-15T08:30:00Z";
    const collect = (hours: number[]): Promise<SeriesTable> => {
      const series = hours.map((hour) => ({ time: Date.UTC(2026, 10, 15, hour), "0": 1 }));
      const source = answering(() => ({ ok: true, data: { metadata: [{}], series } }));
      return collectSeries(source, "getEventsUsage", { type: "received", from }, { nowMs });
    };

    test("points that are coarser than planned are kept, and noted", async () => {
      const table = await collect([9, 10, 11]);
      expect(table.granularities).toEqual(["hourly", "hourly", "hourly"]);
      expect(table.notes).toContain("Points from 2026-11-15T11:00:00.000Z are hourly, not minutely.");
    });

    test("a few points that may be wider ones are noted", async () => {
      const table = await collect([11]);
      expect(table.granularities).toEqual([undefined]);
      expect(table.notes).toContain(
        "Points from 2026-11-15T11:00:00.000Z may be hourly ones, or a few minutely ones: the answer does not tell.",
      );
    });
  });

  test("a breakdown may show under the name of the filter, and nothing found is not a total", async () => {
    const time = Date.parse("2025-01-20Z");
    const asked = { from: "2025-01-15", to: "2025-02-01", groupBy: "anonymousV2" } as const;
    const collect = (data: object): Promise<SeriesTable> =>
      collectSeries(
        answering(() => ({ ok: true, data })),
        "getMAUTotalUsage",
        asked,
        { nowMs },
      );
    const named = await collect({ metadata: [{ anonymous: "true" }], series: [{ time, "0": 25 }] });
    expect(named.columns[0]?.dimensions["anonymous"]).toBe("true");
    expect((await collect({ metadata: [{}], series: [] })).timeMs).toHaveLength(0);
  });

  test("one total where a breakdown was asked for does not become a group", async () => {
    const time = Date.parse("2025-01-20Z");
    const source = answering(() => ({ ok: true, data: { metadata: [{}], series: [{ time, "0": 25 }] } }));
    const asked = { from: "2025-01-15", to: "2025-02-01", groupBy: "projectId" } as const;
    await expect(collectSeries(source, "getMAUTotalUsage", asked, { nowMs })).rejects.toThrow(
      'an entry of "metadata" lacks "projectId", so the answer is not broken down as asked',
    );
  });

  test("times in another unit are noted, not lost quietly", async () => {
    const series = [{ time: Date.parse("2025-01-20Z") / 1000, "0": 25 }];
    const source = answering(() => ({ ok: true, data: { metadata: [{}], series } }));
    const asked = { from: "2025-01-15", to: "2025-02-01" };
    const { notes } = await collectSeries(source, "getMAUTotalUsage", asked, { nowMs });
    expect(notes).toEqual([
      "Points outside the time that was asked for are left out: 1, the first at 1737331200 ms.",
    ]);
  });

  test("an abort ends the collection even if the source does not look at the signal", async () => {
    const controller = new AbortController();
    let requests = 0;
    const source = answering(() => {
      requests += 1;
      controller.abort("enough");
      return { ok: true, data: { metadata: [], series: [] } };
    });
    const options = { nowMs, concurrency: 1, signal: controller.signal };
    await expect(collectSeries(source, "getMAUTotalUsage", range, options)).rejects.toBe("enough");
    expect(requests).toBe(1);
  });

  test.each([0, 1.5, Number.NaN])("a concurrency of %d is refused", async (concurrency) => {
    const source = answering(() => ({ ok: true, data: {} }));
    await expect(collectSeries(source, "getMAUTotalUsage", range, { nowMs, concurrency })).rejects.toThrow(
      /concurrency/,
    );
  });
});
