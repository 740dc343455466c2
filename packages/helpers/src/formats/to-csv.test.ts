import { expect, test } from "vitest";
import { pivot } from "../pivot/pivot.ts";
import { decodeSeries } from "../series/decode-series.ts";
import { toCsv } from "./to-csv.ts";

const time = Date.parse("2025-03-01Z");
const decode = (metadata: object[], point: object): ReturnType<typeof decodeSeries> =>
  decodeSeries({ metadata, series: [{ time, ...point }] });

test("a series table is tidy: time, dimensions by name, value", () => {
  const table = decode([{ b: "x", a: "y" }, { a: "z" }], { "0": 1.5, "1": 2 });
  expect(toCsv(table)).toBe(
    "time,bucket,a,b,value\n2025-03-01T00:00:00.000Z,,y,x,1.5\n2025-03-01T00:00:00.000Z,,z,,2\n",
  );
});

test("text is quoted where it must be", () => {
  const table = decode([{ 'na"me': 'a,"b"\nc' }], { "0": 1 });
  expect(toCsv(table)).toBe('time,bucket,"na""me",value\n2025-03-01T00:00:00.000Z,,"a,""b""\nc",1\n');
});

test("a dimension cannot take the name of a fixed column", () => {
  expect(toCsv(decode([{ time: "t", value: "v" }], { "0": 1 }))).toMatch(
    /^time,bucket,dimension time,dimension value,value\n/,
  );
});

test("formulas are left alone unless asked for", () => {
  const table = decode([{ name: "=1+1" }], { "0": -1 });
  expect(toCsv(table)).toContain(",=1+1,-1\n");
  expect(toCsv(table, { spreadsheetSafe: true })).toContain(",'=1+1,-1\n");
});

test("a pivot table keeps its labels, with holes empty", () => {
  const table = decodeSeries({
    metadata: [{ sdk: "a" }, { sdk: "b" }],
    series: [
      { time, "0": 1 },
      { time: time + 86_400_000, "1": 2 },
    ],
  });
  expect(toCsv(pivot(table, { index: "day", columns: "sdk", aggregate: "last" }))).toBe(
    "day,a,b\n2025-03-01,1,\n2025-03-02,,2\n",
  );
});
