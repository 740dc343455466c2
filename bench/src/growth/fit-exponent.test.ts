import { expect, test } from "vitest";
import { fitExponent } from "./fit-exponent.ts";

const sizes = [250, 500, 1000, 2000, 4000];

test.each<[string, number, (size: number) => number]>([
  ["nothing", 0, () => 7],
  ["the size", 1, (size) => 3 * size],
  ["its square", 2, (size) => size ** 2 / 100],
])("what grows with %s has the exponent %d", (_name, expected, costOf) => {
  const { exponent, error } = fitExponent(sizes, sizes.map(costOf));
  expect(exponent).toBeCloseTo(expected, 12);
  expect(error).toBeCloseTo(0, 6);
});

test("one size that takes twice as long shows in the error, and little in the exponent", () => {
  const costs = [250, 500, 2000, 2000, 4000];
  const { exponent, error } = fitExponent(sizes, costs);
  expect(exponent).toBeCloseTo(1, 12);
  expect(error).toBeCloseTo(0.163, 3);
});

test("a square term that is half of the largest is found out", () => {
  expect(
    fitExponent(
      sizes,
      sizes.map((size) => size + size ** 2 / 4000),
    ).exponent,
  ).toBeGreaterThan(1.2);
});

test.each([
  [
    [250, 500],
    [1, 2],
  ],
  [
    [250, 500, 1000],
    [1, 2, 0],
  ],
  [
    [250, 500, 1000],
    [1, 2],
  ],
])("sizes %j at the cost of %j say nothing", (few, costs) => {
  expect(() => fitExponent(few, costs)).toThrow(RangeError);
});
