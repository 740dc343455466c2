import fc from "fast-check";
import { expect, test } from "vitest";
import { longestNumber, writeNumber } from "./write-number.ts";

function written(value: number): string {
  const bytes = new Uint8Array(3 + longestNumber);
  const end = writeNumber(bytes, 3, value);
  expect(Array.from(bytes.subarray(end)).every((byte) => byte === 0)).toBe(true);
  return new TextDecoder().decode(bytes.subarray(3, end));
}

test.each([
  [0, "0"],
  [-0, "0"],
  [9, "9"],
  [10, "10"],
  [-1, "-1"],
  [999_999_999, "999999999"],
  [1_000_000_000, "1000000000"],
  [2 ** 31 - 1, "2147483647"],
  [2 ** 31, "2147483648"],
  [2 ** 53 - 1, "9007199254740991"],
  [1e21, "1e+21"],
  [0.1, "0.1"],
  [1440.5, "1440.5"],
  [5e-324, "5e-324"],
  [-0.0000011428239665219572, "-0.0000011428239665219572"],
  [-Number.MAX_VALUE, "-1.7976931348623157e+308"],
])("%s is written as %s", (value, text) => {
  expect(written(value)).toBe(text);
});

test("any number reads back as the same number, in JavaScript's shortest form", () => {
  const numbers = fc.oneof(
    fc.nat(),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  fc.assert(
    fc.property(numbers, (value) => {
      expect(written(value)).toBe(String(value));
      expect(Number(written(value))).toBe(value + 0);
    }),
    { numRuns: 5000 },
  );
});
