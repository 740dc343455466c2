import { expect, test } from "vitest";
import type { CollectMeasurement } from "./collect-measurement.ts";
import { describeGrowth } from "./describe-growth.ts";

const measured = (peakBytes: number): CollectMeasurement => ({
  pieceCount: 1,
  valueCount: 1,
  peakBytes,
  residentBytes: 1,
});
const isBounded = (concurrency: number, peaks: readonly number[]): boolean =>
  describeGrowth(new Map(peaks.map((peak, index) => [index, measured(peak)])), concurrency).isBounded;

test.each<[string, number, number[], boolean]>([
  ["the same for any number of pieces", 1, [10, 10, 10], true],
  ["the next piece on its way", 1, [10, 20, 20], true],
  ["two more than under way", 1, [10, 40, 40], false],
  ["a little more with every piece", 4, [10, 20, 63], false],
  ["all requests under way", 4, [10, 50, 50], true],
])("%s", (_name, concurrency, peaks, expected) => {
  expect(isBounded(concurrency, peaks)).toBe(expected);
});
