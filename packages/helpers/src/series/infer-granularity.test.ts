import { expect, test } from "vitest";
import { inferGranularity } from "./infer-granularity.ts";

const hour = 3_600_000;
const day = 24 * hour;

test.each<[string, number[], string | undefined, string?]>([
  ["no point", [], undefined],
  ["one point", [0], undefined],
  ["minutes", [0, 60_000, 180_000], "minutely"],
  ["hours", [0, hour], "hourly"],
  ["hours with gaps", [0, 5 * hour, 7 * hour], "hourly"],
  ["days", [0, day], "daily"],
  [
    "days around a change of the clocks",
    ["2026-03-28T23:00Z", "2026-03-29T22:00Z"].map(Date.parse),
    "daily",
    "Europe/Berlin",
  ],
  ["days with gaps", [0, 3 * day, 8 * day], "daily"],
  ["days as far apart as months", [4 * day, 34 * day], "daily"],
  ["months", [0, 31 * day, 59 * day], "monthly"],
  ["seconds", [0, 1000], undefined],
  ["an odd spacing", [0, 90 * 60_000], undefined],
  ["one o'clock on two days", [13 * hour, 37 * hour], undefined],
  ["days of another zone", [5 * hour, 29 * hour], undefined],
  ["quarters, or days that are as rare", [0, 90 * day], undefined],
])("%s", (_name, times, expected, zone = "UTC") => {
  expect(inferGranularity(Float64Array.from(times), zone)).toBe(expected);
});
