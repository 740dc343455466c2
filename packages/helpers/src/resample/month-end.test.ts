import fc from "fast-check";
import { expect, test } from "vitest";
import { type DecodeContext, decodeSeries } from "../series/decode-series.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { monthEnd } from "./month-end.ts";
import { resample } from "./resample.ts";

const day = (month: number, date: number): number => Date.UTC(2026, month - 1, date);
const usage = { operationId: "getMAUClientsideUsage", parameters: { groupBy: ["sdkName"] } };
const daily: DecodeContext = { ...usage, granularity: "daily", nowMs: Date.UTC(2026, 1, 3, 12) };
const response = {
  metadata: [{ sdkName: "iOS" }, { sdkName: "Android" }],
  series: [
    { time: day(1, 30), "0": 5, "1": 8 },
    { time: day(1, 31), "0": 6, "1": 7 },
    { time: day(2, 1), "0": 1 },
    { time: day(2, 2), "0": 3 },
    { time: day(2, 3), "0": 0 },
  ],
};
const valuesOf = ({ columns }: SeriesTable): number[][] => columns.map(({ values }) => [...values]);

test("each month has what was reached, and says where that is not the last point", () => {
  const table = monthEnd(decodeSeries(response, daily));
  expect(valuesOf(table)).toEqual([
    [6, 3],
    [8, Number.NaN],
  ]);
  expect([...table.timeMs]).toEqual([day(1, 1), day(2, 1)]);
  expect(table.granularities).toEqual(["monthly", "monthly"]);
  // January begins before the table does, but its last day is there.
  expect(table.partial).toEqual([false, true]);
  expect(table.facts.aggregation).toBe("month-to-date");
  expect(table.replaced.map((point) => ({ ...point, dimensions: { ...point.dimensions } }))).toEqual([
    { dimensions: { sdkName: "iOS" }, timeMs: day(2, 1), lastValue: 0, value: 3 },
    { dimensions: { sdkName: "Android" }, timeMs: day(1, 1), lastValue: 7, value: 8 },
  ]);
  expect(table.notes).toEqual([
    "Buckets that still run, or that the table begins or ends in: 1, the first at 2026-02-01T00:00:00.000Z.",
    "Values whose last point is below what was reached before it: 2, the first at 2026-01-01T00:00:00.000Z.",
  ]);
});

test("points of months stay as they are, also of unknown width", () => {
  const months = {
    metadata: [{}],
    series: [
      { time: day(1, 1), "0": 9 },
      { time: day(2, 1), "0": 4 },
    ],
  };
  const nowMs = Date.UTC(2026, 1, 10);
  const table = monthEnd(decodeSeries(months, { ...usage, granularity: "monthly", nowMs }));
  expect([valuesOf(table), table.partial, table.replaced]).toEqual([[[9, 4]], [false, true], []]);
  const lone = monthEnd(decodeSeries({ metadata: [{}], series: [{ time: day(1, 31), "0": 9 }] }, usage));
  expect([valuesOf(lone), lone.partial, [...lone.timeMs]]).toEqual([[[9]], [undefined], [day(1, 1)]]);
});

test("a month inside the table that lacks its last days is noted", () => {
  const series = [day(1, 29), day(2, 1)].map((time) => ({ time, "0": 2 }));
  const table = monthEnd(decodeSeries({ metadata: [{}], series }, daily));
  expect(table.partial).toEqual([false, true]);
  expect(table.notes).toContain(
    "Buckets without a point for their end: 1, the first at 2026-01-01T00:00:00.000Z.",
  );
});

test("only the last bucket of a month must be there and have ended", () => {
  const series = [day(1, 3), day(1, 20), day(1, 31)].map((time, index) => ({ time, "0": index }));
  const table = decodeSeries({ metadata: [{}], series }, daily);
  const early = monthEnd({ ...table, partial: [true, undefined, false] });
  expect([valuesOf(early), early.partial, early.notes]).toEqual([[[2]], [false], []]);
});

test("an unknown operation is taken to be month-to-date, with a note", () => {
  const table = monthEnd(decodeSeries(response, { granularity: "daily" }));
  expect(valuesOf(table)[0]).toEqual([6, 3]);
  expect(table.notes[0]).toBe("The operation is not known: its points are taken to be month-to-date.");
});

test.each([
  [
    "getMAUTotalUsage",
    { aggregationType: "incremental" },
    "getMAUTotalUsage, distinct, contexts, incremental, UTC",
  ],
  [
    "getMAUTotalUsage",
    { aggregationType: "rolling_30d" },
    "getMAUTotalUsage, distinct, contexts, rolling, UTC",
  ],
  ["getEvaluationsUsage", {}, "getEvaluationsUsage, counter, evaluations, no aggregation, UTC"],
])("other points are refused: %s %j", (operationId, parameters, what) => {
  expect(() => monthEnd(decodeSeries(response, { operationId, parameters }))).toThrow(
    `table = "${what}" is refused: its points are not known to be month-to-date; ask for month-to-date points, or use resample.`,
  );
});

test("an empty table gives an empty one", () => {
  const table = monthEnd(decodeSeries({ metadata: [], series: [] }, daily));
  expect([table.timeMs.length, table.columns, table.replaced, table.notes]).toEqual([0, [], [], []]);
});

test("is what month-to-date points are resampled to, and never below any of them", () => {
  const value = fc.option(fc.integer({ min: 0, max: 50 }), { nil: null });
  const rows = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 100 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: 60 }), (points, offset) => {
      const series = points.map(([a, b], index) => ({ time: day(1, 1 + offset + index), "0": a, "1": b }));
      const table = decodeSeries({ metadata: [{ a: 1 }, { a: 2 }], series }, daily);
      const { replaced, ...months } = monthEnd(table);
      expect(months).toEqual(resample(table, { granularity: "monthly" }));
      for (const [position, { values }] of table.columns.entries()) {
        const reached = new Map(
          Array.from(months.timeMs, (time, row) => [time, months.columns[position]?.values[row]]),
        );
        const largest = new Map<number, number>();
        const last = new Map<number, number>();
        for (const [row, point] of values.entries()) {
          const date = new Date(table.timeMs[row] ?? 0);
          const month = Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
          if (!largest.has(month)) largest.set(month, Number.NaN);
          if (Number.isNaN(point)) continue;
          largest.set(
            month,
            Math.max(point, Number.isNaN(largest.get(month)) ? 0 : (largest.get(month) ?? 0)),
          );
          last.set(month, point);
        }
        expect(reached).toEqual(largest);
        const low = [...last]
          .filter(([month, point]) => point !== largest.get(month))
          .map(([month]) => month);
        expect(
          replaced.filter(({ dimensions }) => dimensions["a"] === position + 1).map(({ timeMs }) => timeMs),
        ).toEqual(low);
      }
    }),
    { numRuns: 500 },
  );
});
