import { expect, test } from "vitest";
import { inferGranularity } from "./infer-granularity.ts";

const hour = 3_600_000;
const day = 24 * hour;

test.each<[string, number[], string | undefined]>([
  ["no point", [], undefined],
  ["one point", [0], undefined],
  ["minutes", [0, 60_000, 180_000], "minutely"],
  ["hours", [0, hour], "hourly"],
  ["hours with gaps", [0, 5 * hour, 7 * hour], "hourly"],
  ["days", [0, day], "daily"],
  ["days around a change of the clocks", [0, day, day + 23 * hour], "daily"],
  ["days with gaps", [0, 3 * day, 8 * day], "daily"],
  ["months", [0, 31 * day, 59 * day], "monthly"],
  ["seconds", [0, 1000], undefined],
  ["an odd spacing", [0, 90 * 60_000], undefined],
  ["quarters", [0, 90 * day], undefined],
])("%s", (_name, times, expected) => {
  expect(inferGranularity(Float64Array.from(times))).toBe(expected);
});
