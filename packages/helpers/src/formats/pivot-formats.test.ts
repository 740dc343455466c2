import { expect, test, vi } from "vitest";
import { pivot } from "../pivot/pivot.ts";
import { rollup } from "../pivot/rollup.ts";
import { toWide } from "../pivot/to-wide.ts";
import { decodeSeries } from "../series/decode-series.ts";
import { toCsv } from "./to-csv.ts";
import { toMarkdown } from "./to-markdown.ts";
import { toNdjson } from "./to-ndjson.ts";

const time = Date.UTC(2026, 0, 1);
const table = decodeSeries(
  {
    metadata: [{ sdkName: "partial" }, { sdkName: "partial (upper bound)" }],
    series: [
      { time, "0": 5, "1": 6 },
      { time: time + 86_400_000, "0": 7 },
    ],
  },
  { operationId: "getMAUTotalUsage", granularity: "daily", nowMs: time + 86_400_001 },
);
const running = pivot(table, { index: "day", columns: "sdkName", aggregate: "last" });
const bound = pivot(table, { index: "month", aggregate: "month-end", allowUpperBound: true });

test("each row of a pivot table says at its end whether it was partial", () => {
  expect(toCsv(running)).toBe(
    "day,column partial,partial (upper bound),partial\n2026-01-01,5,6,false\n2026-01-02,7,,true\n",
  );
  expect(toNdjson(running)).toBe(
    '{"day":"2026-01-01","cells":{"partial":5,"partial (upper bound)":6},"partial":false}\n' +
      '{"day":"2026-01-02","cells":{"partial":7,"partial (upper bound)":null},"partial":true}\n',
  );
  expect(toMarkdown(running)).toBe(
    "| day | column partial | partial (upper bound) | partial |\n| --- | ---: | ---: | --- |\n" +
      "| 2026-01-01 | 5 | 6 | false |\n| 2026-01-02 | 7 |  | true |\n",
  );
});

test("columns of upper bounds are called so", () => {
  expect(toCsv(bound)).toBe("month,value (upper bound),partial\n2026-01,13,true\n");
  expect(toNdjson(bound)).toBe('{"month":"2026-01","cells":{"value (upper bound)":13},"partial":true}\n');
  expect(toMarkdown(bound).split("\n")[0]).toBe("| month | value (upper bound) | partial |");
  const wide = toWide(rollup(table, { by: [], allowUpperBound: true }));
  expect(toCsv(wide).split("\n")[0]).toBe("time,value (upper bound),partial");
});

test("columns stay apart when they are marked", () => {
  const columns = toCsv({ ...running, facts: bound.facts }).split("\n")[0];
  expect(columns).toBe("day,partial (upper bound),partial (upper bound) (upper bound),partial");
});

test.each([
  ["toCsv", toCsv, "toCsvStream"],
  ["toNdjson", toNdjson, "toNdjsonStream"],
  ["toMarkdown", toMarkdown, "toMarkdownStream"],
] as const)("%s of what is too long for one text names the stream", (_name, toText, stream) => {
  // Of the length of a text that no engine can have twice, but which takes no memory until it is read.
  const decode = vi.spyOn(TextDecoder.prototype, "decode").mockReturnValue("x".repeat(2 ** 29 - 25));
  const long = {
    ...table,
    columns: [
      { dimensions: { sdkName: "é".repeat(70_000) }, values: table.columns[0]?.values ?? new Float64Array() },
    ],
  };
  try {
    expect(() => toText(long)).toThrow(`is refused: it is too long for one text; use ${stream}.`);
  } finally {
    decode.mockRestore();
  }
});
