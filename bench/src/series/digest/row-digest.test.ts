import { expect, test } from "vitest";
import { RowDigest } from "./row-digest.ts";

type Row = readonly [number, number, readonly string[]];

function digestOf(rows: readonly Row[], significantDigits?: number): string {
  const digest = new RowDigest(significantDigits);
  for (const row of rows) digest.add(...row);
  return digest.toString();
}

const rows: Row[] = [
  [1, 5, ["a", "b"]],
  [2, 6, ["a", "b"]],
];

test("the order of rows does not matter", () => {
  expect(digestOf(rows)).toBe(digestOf(rows.toReversed()));
});

test.each<[string, Row[]]>([
  ["a row more", [...rows, [3, 1, ["a", "b"]]]],
  ["another value", [rows[0] ?? [0, 0, []], [2, 7, ["a", "b"]]]],
  [
    "values at each other's time",
    [
      [1, 6, ["a", "b"]],
      [2, 5, ["a", "b"]],
    ],
  ],
  ["labels in another place", [rows[0] ?? [0, 0, []], [2, 6, ["b", "a"]]]],
])("%s matters", (_name, others) => {
  expect(digestOf(others)).not.toBe(digestOf(rows));
});

test("sums that differ in their last digits are the same when rounded", () => {
  expect(digestOf([[1, 0.1 + 0.2, []]], 11)).toBe(digestOf([[1, 0.3, []]], 11));
  expect(digestOf([[1, 0.1 + 0.2, []]])).not.toBe(digestOf([[1, 0.3, []]]));
});
