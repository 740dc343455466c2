import { expect, test } from "vitest";
import { describeExcess, formatMebibytes, formatMs, formatRatio, formatRatios } from "./format-figures.ts";

test.each([
  [0.04567, "0.0457"],
  [1, "1.00"],
  [36.44, "36.4"],
  [999.4, "999"],
  [999.6, "1000"],
  [12_345.6, "12346"],
  [Number.NaN, "NaN"],
])("the ratio %d is written as %s", (ratio, text) => {
  expect(formatRatio(ratio)).toBe(text);
});

test("the range of several ratios is told beside their median", () => {
  expect(formatRatios([0.5, 0.3, 0.4])).toBe("0.400 (0.300 to 0.500)");
  expect(formatRatios([0.5])).toBe("0.500");
});

test("what is missed is told by how much", () => {
  expect(describeExcess(0.5, 0.4)).toBe("25 % over");
});

test("sizes and durations", () => {
  expect([formatMs(0.123), formatMs(12.3), formatMebibytes(3 * 2 ** 19)]).toEqual(["0.12", "12", "1.5"]);
});
