import { expect, test } from "vitest";
import { generateResponse } from "./generate-response.ts";
import { type Shape, shapes } from "./shapes.ts";

const small: Shape = { ...shapes["365x10"], timeCount: 20, seriesCount: 40 };
const textOf = (shape: Shape, seed = 1): string => new TextDecoder().decode(generateResponse(shape, seed));

test("the same seed gives the same bytes, and another one gives others", () => {
  expect(textOf(small)).toBe(textOf(small));
  expect(textOf(small)).not.toBe(textOf(small, 2));
});

test("every series is described once, and dense points have them all", () => {
  const { metadata, series } = JSON.parse(textOf(small));
  expect(new Set(metadata.map((entry: unknown) => JSON.stringify(entry))).size).toBe(40);
  expect(series).toHaveLength(20);
  for (const point of series) expect(Object.keys(point)).toHaveLength(41);
});

test("holes are missing keys", () => {
  const { series } = JSON.parse(textOf({ ...small, missingShare: 0.7 }));
  const present = series.flatMap((point: object) => Object.keys(point)).length - 20;
  expect(present / 800).toBeCloseTo(0.3, 1);
});

test("members in the order of their bytes have the time last", () => {
  const first = /"series":\[\{(.*?)\}/.exec(textOf({ ...small, memberOrder: "bytes" }))?.[1] ?? "";
  const keys = [...first.matchAll(/"(\w+)":/g)].map(([, key]) => key);
  expect(keys.slice(0, 4)).toEqual(["0", "1", "10", "11"]);
  expect(keys.at(-1)).toBe("time");
});
