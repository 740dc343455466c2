import { expect, test } from "vitest";
import { decodeSeries } from "../series/decode-series.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { hintServiceConnectionUnit } from "./service-connection-unit.ts";

function counted(values: readonly number[], aggregationType = "month_to_date"): SeriesTable {
  const series = values.map((value, day) => ({ time: Date.UTC(2026, 9, 1 + day), "0": value }));
  return decodeSeries(
    { metadata: [{}], series },
    { operationId: "getServiceConnectionsUsage", parameters: { aggregationType }, granularity: "daily" },
  );
}

test.each([
  ["one always-on instance in minutes", [1440, 2880, 4320], "minutes", 1440],
  ["one always-on instance in connections", [1440 / 43_800, 2880 / 43_800], "connections", 0.0329],
  ["many instances in connections", [30, 60, 90], "connections", 30],
  ["what both units allow", [500, 1000, 1500], undefined, 500],
])("%s", (_name, values, unit, perDay) => {
  const hint = hintServiceConnectionUnit(counted(values));
  expect(hint.unit).toBe(unit);
  expect(hint.perDay).toBeCloseTo(perDay, 4);
});

test("the reason holds both readings", () => {
  expect(hintServiceConnectionUnit(counted([1440, 1440, 1440], "incremental")).reason).toBe(
    "As minutes, 1440 a day are 1 instances that are always on; as connections, 43800.",
  );
});

test("nothing is told of no use, and of one point in the middle of a month", () => {
  expect(hintServiceConnectionUnit(counted([0, 0]))).toEqual({
    unit: undefined,
    perDay: 0,
    reason: "No use on a whole day is known.",
  });
  expect(hintServiceConnectionUnit(counted([]))).toMatchObject({ unit: undefined, perDay: Number.NaN });
  const middle = decodeSeries(
    { metadata: [{}], series: [{ time: Date.UTC(2026, 9, 15), "0": 21_600 }] },
    { operationId: "getServiceConnectionsUsage" },
  );
  expect(hintServiceConnectionUnit(middle)).toMatchObject({ unit: undefined, perDay: Number.NaN });
});

test("one unusual day does not turn the hint", () => {
  expect(hintServiceConnectionUnit(counted([1440, 1440, 2, 1440], "incremental")).unit).toBe("minutes");
});
