import { describe, expect, test } from "vitest";
import { isNonAdditiveError } from "../errors/non-additive-error.ts";
import { decodeSeries } from "../series/decode-series.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { rollup } from "./rollup.ts";

const time = Date.parse("2025-03-01Z");
const metadata = [
  { sdkName: "Java", sdkType: "server" },
  { sdkName: "Go", sdkType: "server" },
  { sdkName: "iOS", sdkType: "client" },
  { sdkName: "unknown" },
];
const series = [
  { time, "0": 60.5, "1": 30, "2": 1, "3": 7 },
  { time: time + 86_400_000, "1": 30 },
];
const decode = (operationId: string, aggregationType = "incremental"): SeriesTable =>
  decodeSeries({ metadata, series }, { operationId, parameters: { aggregationType } });
const counter = decode("getServiceConnectionsUsage");
const distinct = decode("getMAUTotalUsage");
const columnsOf = ({ columns }: SeriesTable): unknown =>
  columns.map(({ dimensions, values }) => [{ ...dimensions }, [...values]]);

test("a series without the dimension is a group of its own, and holes are holes only where all are", () => {
  const rolled = rollup(counter, { by: "sdkType" });
  expect(columnsOf(rolled)).toEqual([
    [{ sdkType: "client" }, [1, Number.NaN]],
    [{ sdkType: "server" }, [90.5, 30]],
    [{}, [7, Number.NaN]],
  ]);
  expect(rolled.notes).toEqual(["Some added series lack points: they add nothing there."]);
  expect(rolled.facts).toBe(counter.facts);
});

test("[] adds everything into one total", () => {
  expect(columnsOf(rollup(counter, { by: [] }))).toEqual([[{}, [98.5, 30]]]);
});

test("names may be given twice", () => {
  expect(columnsOf(rollup(counter, { by: ["sdkType", "sdkType"] }))).toEqual(
    columnsOf(rollup(counter, { by: "sdkType" })),
  );
});

test("minus zero and infinite sums are kept", () => {
  const table = {
    ...counter,
    columns: counter.columns.map(({ dimensions }, index) => ({
      dimensions,
      values: Float64Array.of(-0, index === 0 ? Number.POSITIVE_INFINITY : Number.NaN),
    })),
  };
  expect(columnsOf(rollup(table, { by: [] }))).toEqual([[{}, [-0, Number.POSITIVE_INFINITY]]]);
});

describe("distinct counts", () => {
  test("are refused with what can be had instead", () => {
    const call = (): unknown => rollup(distinct, { by: "sdkType" });
    expect(call).toThrow(
      'These numbers cannot be added over groups: 2 series fall into "server", and groups of getMAUTotalUsage may overlap: ' +
        "the truth is between the largest of them and their sum; ask for exactly this breakdown, " +
        "or take the upper bound with allowUpperBound: true.",
    );
    try {
      call();
    } catch (error) {
      expect(isNonAdditiveError(error) && error.over).toBe("groups");
    }
  });

  test.each(["getStreamUsageBySdkVersion", "getMauUsage", undefined])(
    "so are groups of %s",
    (operationId) => {
      expect(() => rollup(decodeSeries({ metadata, series }, { operationId }), { by: [] })).toThrow(
        `4 series fall into "value", and groups of ${operationId ?? "this series"} may overlap`,
      );
    },
  );

  test("give an upper bound where one is asked for", () => {
    const bound = rollup(distinct, { by: "sdkType", allowUpperBound: true });
    expect(columnsOf(bound)).toEqual(columnsOf(rollup(counter, { by: "sdkType" })));
    expect(bound.facts).toEqual({ ...distinct.facts, isUpperBound: true });
    expect(bound.notes).toEqual([
      "Values are sums of groups that may overlap: each is an upper bound.",
      "Some added series lack points: they add nothing there.",
    ]);
    expect(rollup(bound, { by: [], allowUpperBound: true }).notes).toEqual(bound.notes);
    expect(rollup(bound, { by: "sdkType" }).facts.isUpperBound).toBe(true);
  });

  test("in groups of one series are not added, so they are allowed", () => {
    const same = rollup(distinct, { by: "sdkName" });
    expect(same.facts.isUpperBound).toBe(false);
    expect(same.columns.map(({ dimensions }) => dimensions["sdkName"])).toEqual([
      "Go",
      "Java",
      "iOS",
      "unknown",
    ]);
  });
});

test("a dimension that no series has is refused with those that they have", () => {
  expect(() => rollup(counter, { by: ["sdkType", "planet"] })).toThrow(
    'by = "planet" is refused: no series has this dimension; use one of sdkName, sdkType.',
  );
  const lone = decodeSeries({ metadata: [{}], series: [] });
  expect(() => rollup(lone, { by: "planet" })).toThrow("ask for the breakdown first");
  expect(() => rollup(counter, { by: "toString" })).toThrow(/no series has this dimension/);
});

test("a table without series stays one", () => {
  const empty = decodeSeries({ metadata: [], series: [] }, { operationId: "getMAUTotalUsage" });
  expect(rollup(empty, { by: "planet" })).toEqual(empty);
  expect(rollup(empty, { by: [] }).columns).toEqual([]);
});

test("values that differ only in their type are different, structured ones are not by the order of members", () => {
  const of = (keys: unknown[]): SeriesTable =>
    decodeSeries(
      {
        metadata: keys.map((key, index) => ({ key, index })),
        series: [{ time, "0": 1, "1": 2, "2": 4, "3": 8 }],
      },
      { operationId: "getEvaluationsUsage" },
    );
  expect(columnsOf(rollup(of([1, "1", true, "true"]), { by: "key" }))).toHaveLength(4);
  expect(columnsOf(rollup(of([{ a: 1, b: 2 }, { b: 2, a: 1 }, [1], "[1]"]), { by: "key" }))).toEqual([
    [{ key: "[1]" }, [8]],
    [{ key: [1] }, [4]],
    [{ key: { a: 1, b: 2 } }, [3]],
  ]);
});
