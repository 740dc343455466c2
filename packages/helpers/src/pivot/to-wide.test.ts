import { expect, test } from "vitest";
import { decodeSeries } from "../series/decode-series.ts";
import { toWide } from "./to-wide.ts";

const wide = (...metadata: object[]): ReturnType<typeof toWide> =>
  toWide(
    decodeSeries(
      {
        metadata,
        series: [
          { time: 0, "0": 1, ...(metadata.length > 1 ? { "1": 2 } : {}) },
          { time: 86_400_000, "0": 3 },
          { time: 2 * 86_400_000 },
        ],
      },
      { operationId: "getMAUTotalUsage" },
    ),
  );

test("every time is a row and every series a column, in their order, with holes", () => {
  expect(wide({ sdkName: "iOS", app: "b" }, { sdkName: "Android" })).toEqual({
    facts: expect.objectContaining({ operationId: "getMAUTotalUsage", isUpperBound: false }),
    partial: [undefined, undefined, undefined],
    index: "time",
    rowLabels: ["1970-01-01T00:00:00.000Z", "1970-01-02T00:00:00.000Z", "1970-01-03T00:00:00.000Z"],
    columns: ["app", "sdkName"],
    columnLabels: ["b / iOS", "(none) / Android"],
    cells: [
      [1, 2],
      [3, null],
      [null, null],
    ],
    notes: [],
  });
});

test.each<[string, object[], string[]]>([
  ["one dimension", [{ sdk: "x" }, { sdk: "y" }], ["x", "y"]],
  ["no dimension", [{}], ["value"]],
  ["values of two types", [{ sdk: true }, { sdk: "true" }], ["true", '"true"']],
  ["an absent value and its label", [{ sdk: "(none)" }, {}], ['"(none)"', "(none)"]],
  [
    "a separator in a value",
    [
      { a: "x / y", b: "z" },
      { a: "x", b: "y / z" },
    ],
    ['{"a":"x / y","b":"z"}', '{"a":"x","b":"y / z"}'],
  ],
  [
    "two series that say the same",
    [
      { a: "x", b: 1 },
      { b: 1, a: "x" },
    ],
    ['{"a":"x","b":1}', '{"a":"x","b":1} (2)'],
  ],
  ["two series that say nothing", [{}, {}], ["{}", "{} (2)"]],
])("labels of %s", (_name, metadata, expected) => {
  expect(wide(...metadata).columnLabels).toEqual(expected);
});

test("notes are kept, and a table without series gives rows without cells", () => {
  const table = decodeSeries({ metadata: [], series: [] });
  expect(toWide({ ...table, notes: ["careful"] })).toEqual({
    facts: table.facts,
    partial: [],
    index: "time",
    rowLabels: [],
    columns: [],
    columnLabels: [],
    cells: [],
    notes: ["careful"],
  });
  expect(toWide({ ...table, timeMs: Float64Array.of(0) }).cells).toEqual([[]]);
});
