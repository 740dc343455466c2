import { expect, test } from "vitest";
import { pivot } from "../pivot/pivot.ts";
import { decodeSeries } from "../series/decode-series.ts";
import { toMarkdown } from "./to-markdown.ts";

const time = Date.UTC(2025, 2, 1);

test("a series table has the columns of CSV, with the values to the right", () => {
  const table = decodeSeries(
    { metadata: [{ sdkName: "JSClient" }, {}], series: [{ time, "0": 120, "1": -0.5 }] },
    { operationId: "getMAUTotalUsage", granularity: "daily" },
  );
  expect(toMarkdown(table)).toBe(
    [
      "| operation | aggregation | measure | unit | sdkName | time | bucket | value | partial |",
      "| --- | --- | --- | --- | --- | --- | --- | ---: | --- |",
      "| getMAUTotalUsage | month-to-date | distinct | contexts | JSClient | 2025-03-01T00:00:00.000Z | daily | 120 |  |",
      "| getMAUTotalUsage | month-to-date | distinct | contexts |  | 2025-03-01T00:00:00.000Z | daily | -0.5 |  |",
      "",
    ].join("\n"),
  );
});

test("a pivot table has a row for each label, with holes empty", () => {
  const table = decodeSeries({
    metadata: [{ sdk: "a" }, { sdk: "b" }],
    series: [
      { time, "0": 1 },
      { time: time + 86_400_000, "1": 2 },
    ],
  });
  expect(toMarkdown(pivot(table, { index: "day", columns: "sdk", aggregate: "last" }))).toBe(
    "| day | a | b | partial |\n| --- | ---: | ---: | --- |\n| 2025-03-01 | 1 |  |  |\n| 2025-03-02 |  | 2 |  |\n",
  );
});

test.each([
  ["a|b", "a\\|b"],
  ["a\\|b\\", "a\\\\\\|b\\\\"],
  ["a\nb\r\nc", "a&#10;b&#13;&#10;c"],
  ["<img src=x>", "&#60;img src=x>"],
  ["&lt;", "&#38;lt;"],
  ["`code`", "\\`code\\`"],
  ["*a* _b_ ~c~", "\\*a\\* \\_b\\_ \\~c\\~"],
  ["![x](javascript:y)", "!\\[x\\](javascript:y)"],
  ["$x$", "\\$x\\$"],
  ["https://a.example", "https\\://a.example"],
  ["WWW.a.example", "WWW\\.a.example"],
  ["my-sdk 1.2: é😀", "my-sdk 1.2: é😀"],
  ["\ud800", "\ufffd"],
])("%j is written as %j, in cells and in the header", (value, cell) => {
  const table = decodeSeries({ metadata: [{ [value]: value }], series: [{ time, "0": 1 }] });
  const [header, , record] = toMarkdown(table).split("\n");
  expect(header).toBe(
    `| operation | aggregation | measure | unit | ${cell} | time | bucket | value | partial |`,
  );
  expect(record).toBe(`|  |  |  |  | ${cell} | 2025-03-01T00:00:00.000Z |  | 1 |  |`);
});
