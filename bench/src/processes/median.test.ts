import { expect, test } from "vitest";
import { median, medianRatio } from "./median.ts";

test.each([
  [[3, 1, 2], 2],
  [[10, 9, 1, 2], 5.5],
  [[7], 7],
  [[], Number.NaN],
])("the median of %j is %d", (values, expected) => {
  expect(median(values)).toBe(expected);
});

test("ratios are taken round by round, so that a slow round counts once", () => {
  expect(medianRatio([1, 10, 3], [2, 20, 12])).toBe(0.5);
});
