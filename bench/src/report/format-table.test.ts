import { expect, test } from "vitest";
import { formatTable } from "./format-table.ts";

test("columns line up, texts to the left and numbers to the right", () => {
  const rows = [
    ["365x10", "0.17", "met"],
    ["365x1000", "", "missed"],
  ];
  expect(formatTable(["shape", "ms", "verdict"], rows)).toBe(
    [
      "| shape    |   ms | verdict |",
      "| -------- | ---: | ------- |",
      "| 365x10   | 0.17 | met     |",
      "| 365x1000 |      | missed  |",
    ].join("\n"),
  );
});

test("what would end a cell is escaped", () => {
  expect(formatTable(["a|b"], [["c|d"]])).toContain("| c\\|d |");
});
