import { expect, test } from "vitest";
import { formatTable } from "./format-table.ts";

test("columns line up, the first to the left and the others to the right", () => {
  expect(formatTable(["shape", "ms"], [["365x10", "0.17"]])).toBe(
    ["| shape  |   ms |", "| ------ | ---: |", "| 365x10 | 0.17 |"].join("\n"),
  );
});
