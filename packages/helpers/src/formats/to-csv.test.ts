import { describe, expect, test } from "vitest";
import { pivot } from "../pivot/pivot.ts";
import { decodeSeries } from "../series/decode-series.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { type CsvOptions, toCsv, toCsvStream } from "./to-csv.ts";

const time = Date.UTC(2025, 2, 1);
const dayMs = 86_400_000;
const decode = (metadata: object[], values: Record<string, number>): SeriesTable =>
  decodeSeries({ metadata, series: [{ time, ...values }] });

describe("a series table", () => {
  test("gives a record for each value with what it is", () => {
    const table = decodeSeries(
      {
        metadata: [{ sdkName: "JSClient", projectId: "p1" }, { sdkName: "iOS" }],
        series: [
          { time: time + dayMs, "1": 2.5 },
          { time, "0": 120, "1": 0 },
        ],
      },
      {
        operationId: "getMAUTotalUsage",
        parameters: { groupBy: ["sdkName", "projectId"] },
        granularity: "daily",
        nowMs: time + 1.5 * dayMs,
      },
    );
    const lead = "getMAUTotalUsage,month-to-date,distinct,contexts";
    expect(toCsv(table)).toBe(
      [
        "operation,aggregation,measure,unit,projectId,sdkName,time,bucket,value,partial",
        `${lead},p1,JSClient,2025-03-01T00:00:00.000Z,daily,120,false`,
        `${lead},,iOS,2025-03-01T00:00:00.000Z,daily,0,false`,
        `${lead},,iOS,2025-03-02T00:00:00.000Z,daily,2.5,true`,
        "",
      ].join("\n"),
    );
  });

  test("leaves empty what is not known", () => {
    expect(toCsv(decode([{}], { "0": 1 }))).toBe(
      "operation,aggregation,measure,unit,time,bucket,value,partial\n,,,,2025-03-01T00:00:00.000Z,,1,\n",
    );
  });

  test("says that a number is an upper bound, also of an unknown measure", () => {
    const table = decodeSeries(
      { metadata: [{}], series: [{ time, "0": 1 }] },
      { operationId: "getMAUTotalUsage" },
    );
    const bound = { ...table, facts: { ...table.facts, isUpperBound: true } };
    expect(toCsv(bound)).toContain("\ngetMAUTotalUsage,month-to-date,distinct (upper bound),contexts,");
    const unknown = decode([{}], { "0": 1 });
    expect(toCsv({ ...unknown, facts: { ...unknown.facts, isUpperBound: true } })).toContain(
      "\n,,unknown (upper bound),,",
    );
  });

  test("without values is a header", () => {
    expect(toCsv(decodeSeries({ metadata: [], series: [] }))).toBe(
      "operation,aggregation,measure,unit,time,bucket,value,partial\n",
    );
    expect(toCsv(decode([{ a: 1 }], {}))).toBe(
      "operation,aggregation,measure,unit,a,time,bucket,value,partial\n",
    );
  });

  test("keeps dimensions apart from the other columns, whatever they are called", () => {
    const dimensions = {
      time: "t",
      "dimension time": "d",
      "dimension dimension time": "dd",
      "dimension x": "x",
    };
    expect(toCsv(decode([dimensions], { "0": 1 }))).toBe(
      [
        "operation,aggregation,measure,unit,dimension dimension dimension time,dimension dimension time,dimension x,dimension time,time,bucket,value,partial",
        ",,,,dd,d,x,t,2025-03-01T00:00:00.000Z,,1,",
        "",
      ].join("\n"),
    );
  });

  test("writes values that are not text as JSON, and tells empty text from an absent value", () => {
    const metadata = [
      { key: true },
      { key: null },
      { key: ["b", { d: 1, c: -2 }] },
      { key: "" },
      {},
      { key: 1.5 },
    ];
    const values = { "0": 1, "1": 2, "2": 3, "3": 4, "4": 5, "5": 6 };
    const records = toCsv(decode(metadata, values)).split("\n").slice(1, -1);
    expect(records.map((record) => record.replace(",2025-03-01T00:00:00.000Z,,", " "))).toEqual([
      ",,,,true 1,",
      ",,,,null 2,",
      ',,,,"[""b"",{""c"":-2,""d"":1}]" 3,',
      ',,,,"" 4,',
      ",,,, 5,",
      ",,,,1.5 6,",
    ]);
  });

  test("has a column for a dimension that is called like a member of every object", () => {
    const table = decodeSeries({
      metadata: [JSON.parse('{"__proto__":"p","constructor":"c"}')],
      series: [{ time, "0": 1 }],
    });
    expect(toCsv(table)).toBe(
      "operation,aggregation,measure,unit,__proto__,constructor,time,bucket,value,partial\n,,,,p,c,2025-03-01T00:00:00.000Z,,1,\n",
    );
  });
});

describe("text", () => {
  test.each([
    ['a,"b"', '"a,""b"""'],
    ["a\nb", '"a\nb"'],
    ["a\rb", '"a\rb"'],
    [" a ", " a "],
    ["a;b'", "a;b'"],
    ["😀", "😀"],
    ["a\ud800b", "a\ufffdb"],
    ["\ufeffa", "\ufeffa"],
  ])("%j is written as %j", (value, cell) => {
    expect(toCsv(decode([{ name: value }], { "0": 1 }))).toContain(`\n,,,,${cell},2025-03-01T`);
    expect(toCsv(decode([{ [value]: "x" }], { "0": 1 }))).toContain(`,unit,${cell},time,`);
  });

  test("is left alone unless it must be safe for spreadsheets", () => {
    expect(toCsv(decode([{ name: "=1+1" }], { "0": -1 }))).toContain(",=1+1,2025-03-01T00:00:00.000Z,,-1,");
  });

  test.each([
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@sum", "'@sum"],
    [" \t=1", "' \t=1"],
    ["\n=1", '"\'\n=1"'],
    ["\r=1", '"\'\r=1"'],
    ["\u3000＝1", "'\u3000＝1"],
    ["\u200b\u0000＋1", "'\u200b\u0000＋1"],
    ["－1", "'－1"],
    ["＠a", "'＠a"],
    ["﹦1", "'﹦1"],
    ["\tx", "'\tx"],
    ['=a,"b"', '"\'=a,""b"""'],
    ["a=1", "a=1"],
    ["x-y", "x-y"],
    ["'=1", "'=1"],
    ["", '""'],
  ])("safe for spreadsheets, %j is written as %j", (value, cell) => {
    const options = { spreadsheetSafe: true };
    expect(toCsv(decode([{ name: value }], { "0": 1 }), options)).toContain(`\n,,,,${cell},2025-03-01T`);
    expect(toCsv(decode([{ [value]: "x" }], { "0": 1 }), options)).toContain(`,unit,${cell},time,`);
  });

  test("safe for spreadsheets, numbers stay numbers", () => {
    const table = decode([{ key: -5 }, { key: "-5" }], { "0": -1, "1": -2.5 });
    expect(toCsv(table, { spreadsheetSafe: true }).split("\n").slice(1)).toEqual([
      ",,,,-5,2025-03-01T00:00:00.000Z,,-1,",
      ",,,,'-5,2025-03-01T00:00:00.000Z,,-2.5,",
      "",
    ]);
  });
});

describe("a pivot table", () => {
  const table = decodeSeries({
    metadata: [{ sdk: "a" }, { sdk: "-b" }],
    series: [
      { time, "0": 1 },
      { time: time + dayMs, "1": 2 },
    ],
  });

  test("keeps its labels, with holes empty", () => {
    const days = pivot(table, { index: "day", columns: "sdk", aggregate: "last" });
    expect(toCsv(days)).toBe("day,-b,a,partial\n2025-03-01,,1,\n2025-03-02,2,,\n");
    expect(toCsv(days, { spreadsheetSafe: true, lineEnd: "\r\n" })).toBe(
      "day,'-b,a,partial\r\n2025-03-01,,1,\r\n2025-03-02,2,,\r\n",
    );
  });

  test("keeps a column apart that is called like the index", () => {
    const days = pivot(decode([{ sdk: "day" }, { sdk: "column day" }], { "0": 1, "1": 2 }), {
      index: "day",
      columns: "sdk",
      aggregate: "last",
    });
    expect(toCsv(days)).toBe("day,column column day,column day,partial\n2025-03-01,2,1,\n");
  });

  test("without columns has its rows, and without rows its header", () => {
    const days = pivot(table, { index: "day", columns: "sdk", aggregate: "last" });
    expect(toCsv({ ...days, columnLabels: [], cells: [[], []] })).toBe(
      "day,partial\n2025-03-01,\n2025-03-02,\n",
    );
    expect(toCsv({ ...days, rowLabels: [], cells: [] })).toBe("day,-b,a,partial\n");
  });
});

test("lines may end as RFC 4180 has it", () => {
  expect(toCsv(decode([{ a: "x\ny" }], { "0": 1 }), { lineEnd: "\r\n" })).toBe(
    'operation,aggregation,measure,unit,a,time,bucket,value,partial\r\n,,,,"x\ny",2025-03-01T00:00:00.000Z,,1,\r\n',
  );
});

describe.each([
  ["toCsv", toCsv],
  ["toCsvStream", toCsvStream],
])("%s refuses at once", (_name, write: (table: SeriesTable, options?: CsvOptions) => unknown) => {
  test("another end of lines", () => {
    // Untyped callers can pass anything.
    const options = { lineEnd: "\r" } as unknown as CsvOptions;
    expect(() => write(decode([{}], { "0": 1 }), options)).toThrow(
      'lineEnd = "\\r" is refused: it does not end a line of CSV; give "\\n" or "\\r\\n".',
    );
  });

  test("a number that cannot be written", () => {
    const table = decode([{}], { "0": 1 });
    const values = Float64Array.of(Number.NEGATIVE_INFINITY);
    expect(() => write({ ...table, columns: [{ dimensions: {}, values }] })).toThrow(
      "table = -Infinity is refused: it is not a number that can be written; give NaN for a hole.",
    );
  });
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])("a pivot table with the number %s is refused", (value) => {
  const table = pivot(decode([{}], { "0": 1 }), { index: "day", aggregate: "last" });
  expect(() => toCsv({ ...table, cells: [[value]] })).toThrow(
    `table = ${value} is refused: it is not a number that can be written; give null for a hole.`,
  );
});
