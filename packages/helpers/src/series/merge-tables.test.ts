import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SeriesConflictError } from "../errors/series-conflict-error.ts";
import { decodeSeries } from "./decode-series.ts";
import { mergeTables } from "./merge-tables.ts";
import type { SeriesTable } from "./series-table.ts";

const contents = ({ timeMs, columns }: SeriesTable): unknown => ({
  timeMs: [...timeMs],
  columns: columns.map(({ dimensions, values }) => [{ ...dimensions }, [...values]]),
});

test("series are matched by what they are, not by their index", () => {
  const first = decodeSeries({
    metadata: [{ a: "x", b: 1 }, { a: "y" }],
    series: [{ time: 1, "0": 10, "1": 20 }],
  });
  const second = decodeSeries({
    metadata: [{ a: "y" }, { b: 1, a: "x" }],
    series: [{ time: 2, "0": 21, "1": 11 }],
  });
  expect(contents(mergeTables([second, first]))).toEqual({
    timeMs: [1, 2],
    columns: [
      [{ a: "x", b: 1 }, [10, 11]],
      [{ a: "y" }, [20, 21]],
    ],
  });
});

test("a series that is absent from a piece has holes there", () => {
  const first = decodeSeries({ metadata: [{ a: "x" }], series: [{ time: 1, "0": 10 }] });
  const second = decodeSeries({ metadata: [{ a: "y" }], series: [{ time: 2, "0": 20 }] });
  expect(contents(mergeTables([first, second]))).toMatchObject({
    columns: [
      [{ a: "x" }, [10, Number.NaN]],
      [{ a: "y" }, [Number.NaN, 20]],
    ],
  });
});

test("text and numbers that look alike are different", () => {
  const table = mergeTables(
    ["1", 1, true, null].map((a, time) => decodeSeries({ metadata: [{ a }], series: [{ time, "0": 1 }] })),
  );
  expect(table.columns).toHaveLength(4);
});

test("equal values at one time agree, different ones are a conflict", () => {
  const piece = (value: number): SeriesTable =>
    decodeSeries({ metadata: [{}], series: [{ time: 5, "0": value }] });
  expect(contents(mergeTables([piece(1), piece(1)]))).toMatchObject({ columns: [[{}, [1]]] });
  const conflict = (): unknown => mergeTables([piece(1), piece(2)]);
  expect(conflict).toThrow(SeriesConflictError);
  expect(conflict).toThrow("The series {} has the values 1 and 2 at 1970-01-01T00:00:00.005Z.");
});

test("two series that say the same of themselves cannot be matched across pieces", () => {
  const piece = (time: number): SeriesTable =>
    decodeSeries({ metadata: [{ a: "x" }, { a: "x" }], series: [{ time, "0": 1, "1": 2 }] });
  expect(() => mergeTables([piece(1), piece(2)])).toThrow(
    '"metadata"[1] describes its series as {"a":"x"}, like another one',
  );
  expect(mergeTables([piece(1)]).columns).toHaveLength(2);
});

test("tables that answer different questions are not merged", () => {
  const piece = (aggregationType: string): SeriesTable =>
    decodeSeries(
      { metadata: [], series: [] },
      { operationId: "getMAUTotalUsage", parameters: { aggregationType } },
    );
  expect(() => mergeTables([piece("incremental"), piece("month_to_date")])).toThrow(
    /they answer different questions/,
  );
});

test("names from the wire are short and plain in messages", () => {
  const piece = (value: number): SeriesTable =>
    decodeSeries({ metadata: [{ a: "\u009b31m".repeat(99) }], series: [{ time: 5, "0": value }] });
  const conflict = (): unknown => mergeTables([piece(1), piece(2)]);
  expect(conflict).toThrow(/^The series .{1,90} has the values 1 and 2 at [^\u009b]*$/);
});

test("nothing merged is an empty table", () => {
  expect(contents(mergeTables([]))).toEqual({ timeMs: [], columns: [] });
});

test("the order of pieces does not matter, nor that of series in them", () => {
  const piece = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1 });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const tables = (order: (names: string[]) => string[]): SeriesTable[] =>
        pieces.map((names, time) => {
          const ordered = order(names);
          const values = ordered.map((name, index) => [String(index), name.charCodeAt(0) + time]);
          const metadata = ordered.map((name) => ({ name }));
          return decodeSeries({ metadata, series: [Object.fromEntries([["time", time], ...values])] });
        });
      const straight = mergeTables(tables((names) => names));
      const turned = mergeTables(tables((names) => names.toReversed()).reverse());
      expect(contents(turned)).toEqual(contents(straight));
    }),
  );
});

describe("a bucket that was running", () => {
  const dayMs = 86_400_000;
  const at = Date.UTC(2026, 0, 5);
  const seen = (cells: object, nowMs: number): SeriesTable =>
    decodeSeries(
      { metadata: [{ a: "x" }, { a: "y" }], series: [{ time: at, ...cells }] },
      { granularity: "daily", nowMs },
    );
  const early = (cells: object): SeriesTable => seen(cells, at + 1);
  const late = (cells: object): SeriesTable => seen(cells, at + dayMs);

  test("gives way to the same bucket after its end, whatever the order", () => {
    for (const tables of [
      [early({ "0": 5, "1": 7 }), late({ "0": 9, "1": 8 })],
      [late({ "0": 9, "1": 8 }), early({ "0": 5, "1": 7 })],
    ]) {
      const merged = mergeTables(tables);
      expect(contents(merged)).toMatchObject({
        columns: [
          [{ a: "x" }, [9]],
          [{ a: "y" }, [8]],
        ],
      });
      expect(merged.partial).toEqual([false]);
    }
  });

  test("still says so where one of its values is all there is", () => {
    for (const tables of [
      [early({ "0": 5, "1": 7 }), late({ "0": 9 })],
      [late({ "0": 9 }), early({ "0": 5, "1": 7 })],
    ]) {
      const merged = mergeTables(tables);
      expect(contents(merged)).toMatchObject({
        columns: [
          [{ a: "x" }, [9]],
          [{ a: "y" }, [7]],
        ],
      });
      expect(merged.partial).toEqual([true]);
    }
  });

  test("is a conflict with another one that was running", () => {
    expect(() => mergeTables([early({ "0": 5 }), early({ "0": 6 })])).toThrow(SeriesConflictError);
    const later = mergeTables([early({ "0": 5 }), early({ "0": 6 })], {
      resolveConflict: ({ values }) => values[1],
    });
    expect([later.columns[0]?.values[0], later.partial]).toEqual([6, [true]]);
  });

  test("whose conflict is resolved to no number is refused", () => {
    const noNumber = { resolveConflict: () => Number.NaN };
    expect(() => mergeTables([late({ "0": 5 }), late({ "0": 6 })], noNumber)).toThrow(
      "resolveConflict = NaN is refused: it gave no number; give one of the values, or throw.",
    );
  });
});
