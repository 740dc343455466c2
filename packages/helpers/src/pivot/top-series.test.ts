import { describe, expect, test } from "vitest";
import { NonAdditiveError } from "../errors/non-additive-error.ts";
import { decodeSeries } from "../series/decode-series.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { type TopOptions, topN } from "./top-series.ts";

const response = {
  metadata: [{ key: "steady" }, { key: "peak" }, { key: "late" }, { key: "tie" }, { key: "silent" }],
  series: [
    { time: 0, "0": 6, "1": 9, "3": 6 },
    { time: 86_400_000, "0": 6, "1": 0, "2": 7, "3": 6 },
    { time: 2 * 86_400_000 },
  ],
};
const counter = decodeSeries(response, { operationId: "getEvaluationsUsage" });
const distinct = decodeSeries(response, { operationId: "getMAUTotalUsage" });
const order = (table: SeriesTable): unknown => table.columns.map(({ dimensions }) => dimensions["key"]);

describe("ranking", () => {
  test.each<[TopOptions["rankBy"], string[]]>([
    [undefined, ["peak", "late", "steady", "tie", "silent"]],
    ["largest", ["peak", "late", "steady", "tie", "silent"]],
    ["last", ["late", "steady", "tie", "peak", "silent"]],
    ["sum", ["steady", "tie", "peak", "late", "silent"]],
  ])("by %s, equal ones in canonical order, those without points last", (rankBy, expected) => {
    expect(order(topN(counter, { count: 5, rankBy }))).toEqual(expected);
  });

  test("negative points rank above none", () => {
    const table = decodeSeries(
      { metadata: [{ key: "none" }, { key: "below" }], series: [{ time: 0, "1": -5 }] },
      { operationId: "getEvaluationsUsage" },
    );
    for (const rankBy of ["largest", "last", "sum"] as const) {
      expect(order(topN(table, { count: 2, rankBy }))).toEqual(["below", "none"]);
    }
  });

  test("by a sum of points that do not add up is refused", () => {
    expect(() => topN(distinct, { count: 1, rankBy: "sum", rest: "omit" })).toThrow(
      'These numbers cannot be added over time: the points (getMAUTotalUsage, distinct, contexts, month-to-date, UTC) may count the same more than once; rank by "largest" or "last".',
    );
  });
});

describe("the rest", () => {
  test("is added up as one series after the others", () => {
    const top = topN(counter, { count: 2 });
    expect(top.columns.map(({ dimensions, values }) => [dimensions["key"], [...values]])).toEqual([
      ["peak", [9, 0, Number.NaN]],
      ["late", [Number.NaN, 7, Number.NaN]],
      ["(other)", [12, 12, Number.NaN]],
    ]);
    expect(top.notes).toEqual([
      "Some added series lack points: they add nothing there.",
      'Added up as "(other)": 3 series.',
    ]);
  });

  test("of distinct counts is refused with what can be had instead", () => {
    expect(() => topN(distinct, { count: 2 })).toThrow(NonAdditiveError);
    expect(() => topN(distinct, { count: 2 })).toThrow(
      '3 series fall into "(other)", and groups of getMAUTotalUsage may overlap: the truth is between ' +
        'the largest of them and their sum; use rest: "omit", ' +
        'or take the upper bound with rest: "upper-bound".',
    );
  });

  test("of distinct counts may be one series, which adds nothing", () => {
    const top = topN(distinct, { count: 4 });
    expect(order(top)).toEqual(["peak", "late", "steady", "tie", "(other)"]);
    expect(top.facts.isUpperBound).toBe(false);
  });

  test("is left out where that is asked for", () => {
    const top = topN(distinct, { count: 2, rest: "omit" });
    expect(order(top)).toEqual(["peak", "late"]);
    expect(top.notes).toEqual(["Left out: 3 series."]);
  });

  test("is a bound where that is asked for", () => {
    const top = topN(distinct, { count: 2, rest: "upper-bound" });
    expect(top.facts.isUpperBound).toBe(true);
    expect(top.notes).toContain("Values are sums of groups that may overlap: each is an upper bound.");
    expect(topN(counter, { count: 2, rest: "upper-bound" }).facts.isUpperBound).toBe(false);
  });

  test("is nothing where all series are kept", () => {
    expect(topN(distinct, { count: 5 }).notes).toEqual([]);
    const empty = decodeSeries({ metadata: [], series: [] });
    expect(topN(empty, { count: 0 })).toEqual(empty);
  });

  test("has the label in every dimension that there is", () => {
    const table = decodeSeries(
      { metadata: [{ a: "x" }, { b: "y" }], series: [{ time: 0, "0": 1, "1": 2 }] },
      { operationId: "getEvaluationsUsage" },
    );
    const top = topN(table, { count: 0, otherLabel: "others" });
    expect(top.columns.map(({ dimensions }) => ({ ...dimensions }))).toEqual([{ a: "others", b: "others" }]);
  });

  test("cannot have the label of a series", () => {
    expect(() => topN(counter, { count: 1, otherLabel: "tie" })).toThrow(
      'otherLabel = "tie" is refused: it does not tell the rest from a series of the table; ' +
        'give another label, or use rest: "omit".',
    );
    expect(() => topN(topN(counter, { count: 3 }), { count: 1 })).toThrow(
      /otherLabel = "\(other\)" is refused/,
    );
    const alike = decodeSeries(
      { metadata: [{}, {}], series: [{ time: 0, "0": 1, "1": 2 }] },
      { operationId: "getEvaluationsUsage" },
    );
    expect(() => topN(alike, { count: 1 })).toThrow(/otherLabel/);
  });
});

test.each([
  ["count", { count: -1 }, "count = -1 is refused: it is not a whole number from 0; give one."],
  ["a broken count", { count: 1.5 }, /count = 1.5 is refused/],
  ["no count", { count: Number.NaN }, /count = NaN is refused/],
  ["rankBy", { count: 1, rankBy: "size" }, "there is no such choice; use one of largest, last, sum."],
  [
    "rest",
    { count: 1, rest: "drop" },
    'rest = "drop" is refused: there is no such choice; use one of sum, omit, upper-bound.',
  ],
])("another value of %s is refused", (_name, options, message) => {
  // As code without types may call it.
  expect(() => topN(counter, options as TopOptions)).toThrow(message);
});
