import { expect, test } from "vitest";
import type { CollectMeasurement } from "./collect-measurement.ts";
import { describeMemory } from "./describe-memory.ts";

const measured = (peakBytes: number): CollectMeasurement => ({
  pieceCount: 1,
  valueCount: 2 ** 17,
  peakBytes,
  residentBytes: 2 ** 20,
});
const describe = (concurrency: number, peaks: readonly number[]): ReturnType<typeof describeMemory> =>
  describeMemory([
    { concurrency, measurements: new Map(peaks.map((peak, index) => [index + 1, measured(peak)])) },
  ]);

test.each<[string, number, number[], boolean]>([
  ["the same for any number of pieces", 1, [10, 10, 10], true],
  ["the next piece on its way", 1, [10, 20, 20], true],
  ["two more than under way", 1, [10, 40, 40], false],
  ["a little more with every piece", 4, [10, 20, 63], false],
  ["all requests under way", 4, [10, 50, 50], true],
])("%s", (_name, concurrency, peaks, expected) => {
  const { goals, budgets } = describe(concurrency, peaks);
  expect(goals[0]?.isMet).toBe(expected);
  expect((budgets[0]?.measured ?? 0) <= (budgets[0]?.limit ?? 0)).toBe(expected);
});

test("sizes are told in MiB", () => {
  expect(describe(1, [2 ** 19]).tables[0]?.rows).toEqual([["1", "1", "1.0", "0.5", "1.0"]]);
});
