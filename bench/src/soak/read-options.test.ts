import { expect, test } from "vitest";
import { readOptions } from "./read-options.ts";

test("a million requests, for as long as they take", () => {
  expect(readOptions([])).toEqual({ requests: 1_000_000, seconds: Number.POSITIVE_INFINITY, seed: 1 });
});

test("both bounds and the seed can be given", () => {
  expect(readOptions(["--requests", "500", "--seconds", "60", "--seed", "9"])).toEqual({
    requests: 500,
    seconds: 60,
    seed: 9,
  });
});

test.each(["0", "-1", "1.5", "many", ""])("%j seconds are refused", (seconds) => {
  expect(() => readOptions([`--seconds=${seconds}`])).toThrow(
    `--seconds: ${seconds} is no positive whole number`,
  );
});
