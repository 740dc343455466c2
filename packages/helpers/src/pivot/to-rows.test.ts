import { expect, test } from "vitest";
import { decodeSeries } from "../series/decode-series.ts";
import { toRows } from "./to-rows.ts";

const day = (index: number): number => Date.parse("2025-03-01Z") + index * 86_400_000;

test("rows come by time and then by series, say how complete their bucket is, and holes give none", () => {
  const table = decodeSeries(
    {
      metadata: [{ sdkName: "Java" }, { sdkName: "Go" }],
      series: [
        { time: day(1), "1": 0 },
        { time: day(0), "0": 60.5, "1": 30 },
      ],
    },
    { granularity: "daily", nowMs: day(1.5) },
  );
  const common = { granularity: "daily", partial: false };
  expect(toRows(table)).toEqual([
    {
      ...common,
      time: "2025-03-01T00:00:00.000Z",
      timeMs: day(0),
      dimensions: { sdkName: "Java" },
      value: 60.5,
    },
    {
      ...common,
      time: "2025-03-01T00:00:00.000Z",
      timeMs: day(0),
      dimensions: table.columns[1]?.dimensions,
      value: 30,
    },
    {
      ...common,
      partial: true,
      time: "2025-03-02T00:00:00.000Z",
      timeMs: day(1),
      dimensions: { sdkName: "Go" },
      value: 0,
    },
  ]);
});

test("what is not known of a bucket is undefined, and all rows have the same members", () => {
  const [row] = toRows(decodeSeries({ metadata: [{}], series: [{ time: 0, "0": 1 }] }));
  expect(row).toStrictEqual({
    time: "1970-01-01T00:00:00.000Z",
    timeMs: 0,
    granularity: undefined,
    partial: undefined,
    dimensions: Object.create(null),
    value: 1,
  });
});

test("a table without values gives no rows", () => {
  expect(toRows(decodeSeries({ metadata: [{}], series: [{ time: 0 }] }))).toEqual([]);
  expect(toRows(decodeSeries({ metadata: [], series: [] }))).toEqual([]);
});
