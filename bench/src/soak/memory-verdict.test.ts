import { expect, test } from "vitest";
import { judgeMemory } from "./memory-verdict.ts";

const mebibyte = 2 ** 20;
const samplesOf = (liveMebibytes: readonly number[]) =>
  liveMebibytes.map((live, index) => ({ requests: index * 1000, liveBytes: live * mebibyte }));
const count = 20;
const run = (liveOf: (index: number) => number) =>
  judgeMemory(samplesOf(Array.from({ length: count }, (_, index) => liveOf(index))));

test.each<[string, (index: number) => number, boolean]>([
  ["the same all the time", () => 50, true],
  ["growth during the warm-up alone", (index) => Math.min(index, 8) * 30, true],
  ["a single high sample", (index) => (index === 19 ? 500 : 50), true],
  ["less at the end", (index) => 100 - index, true],
  ["ups and downs", (index) => 50 + (index % 2) * 10, true],
  ["a steady leak", (index) => 50 + index * 4, false],
  ["a step that stays", (index) => (index > 13 ? 56 : 50), false],
])("%s", (_name, liveOf, isFlat) => {
  expect(run(liveOf).isFlat).toBe(isFlat);
});

test("says what was measured and what is allowed", () => {
  expect(run(() => 50).text).toBe(
    "50.0 MiB after the warm-up, 50.0 MiB at the end (at most 4.0 MiB more): flat",
  );
});

test("few samples are no proof", () => {
  expect(judgeMemory(samplesOf([50, 50, 50, 50]))).toEqual({
    isFlat: false,
    text: "NOT MEASURED: 3 samples after the warm-up are too few",
  });
});
