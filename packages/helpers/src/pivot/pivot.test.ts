import { describe, expect, test } from "vitest";
import { NonAdditiveError } from "../errors/non-additive-error.ts";
import { decodeSeries } from "../series/decode-series.ts";
import { mergeTables } from "../series/merge-tables.ts";
import { type PivotOptions, pivot } from "./pivot.ts";
import { toRows } from "./to-rows.ts";

const at = (iso: string): number => Date.parse(iso);
const monthToDate = decodeSeries(
  {
    metadata: [{ sdkName: "iOS" }, { sdkName: "Android" }],
    series: [
      { time: at("2025-01-30Z"), "0": 5, "1": 8 },
      { time: at("2025-01-31Z"), "0": 6, "1": 9 },
      { time: at("2025-02-01Z"), "0": 1 },
      { time: at("2025-02-02Z"), "0": 3 },
      { time: at("2025-02-03Z"), "0": 0 },
    ],
  },
  { operationId: "getMAUClientsideUsage", parameters: { groupBy: "sdkName" } },
);
const minutes = decodeSeries(
  {
    metadata: [
      { sdkName: "Java", sdkType: "server" },
      { sdkName: "Go", sdkType: "server" },
    ],
    series: [
      { time: at("2025-01-31Z"), "0": 60.5, "1": 30 },
      { time: at("2025-02-01Z"), "0": 60, "1": 30 },
      { time: at("2025-02-02Z"), "1": 15 },
    ],
  },
  { operationId: "getServiceConnectionsUsage", parameters: { aggregationType: "incremental" } },
);

describe("month-end values", () => {
  const table = pivot(monthToDate, { index: "month", columns: "sdkName", aggregate: "month-end" });

  test("are the largest point of the month, and a hole stays a hole", () => {
    expect(table).toMatchObject({
      rowLabels: ["2025-01", "2025-02"],
      columnLabels: ["Android", "iOS"],
      cells: [
        [9, 6],
        [null, 3],
      ],
    });
  });

  test("a last point below it is noted", () => {
    expect(table.notes).toEqual([
      "Buckets that still run, or that the table begins or ends in: 1, the first at 2025-02-01T00:00:00.000Z.",
      "2025-02, iOS: the last point is 0, below the 3 that the month had reached",
    ]);
  });
});

describe("adding", () => {
  test("counters add up over time and groups", () => {
    expect(pivot(minutes, { index: "month", columns: "sdkType", aggregate: "sum" })).toMatchObject({
      rowLabels: ["2025-01", "2025-02"],
      columnLabels: ["server"],
      cells: [[90.5], [105]],
    });
    expect(pivot(minutes, { index: "day", aggregate: "sum" })).toMatchObject({
      rowLabels: ["2025-01-31", "2025-02-01", "2025-02-02"],
      columnLabels: ["value"],
      cells: [[90.5], [90], [15]],
    });
  });

  test("distinct counts do not add up over time", () => {
    const call = (): unknown => pivot(monthToDate, { index: "month", columns: "sdkName", aggregate: "sum" });
    expect(call).toThrow(NonAdditiveError);
    expect(call).toThrow(
      'cannot be added over time: the points (getMAUClientsideUsage, distinct, contexts, month-to-date, UTC) may count the same more than once; use "month-end"',
    );
  });

  test("distinct counts do not add up across groups", () => {
    const call = (): unknown => pivot(monthToDate, { index: "month", aggregate: "max" });
    expect(call).toThrow(NonAdditiveError);
    expect(call).toThrow(/cannot be added over groups: 2 series fall into "value"/);
  });
});

test("other aggregates pick a point", () => {
  const cells = (aggregate: "first" | "last" | "max" | "min"): unknown =>
    pivot(monthToDate, { index: "month", columns: "sdkName", aggregate }).cells;
  expect(cells("first")).toEqual([
    [8, 5],
    [null, 1],
  ]);
  expect(cells("last")).toEqual([
    [9, 6],
    [null, 0],
  ]);
  expect(cells("max")).toEqual([
    [9, 6],
    [null, 3],
  ]);
  expect(cells("min")).toEqual([
    [8, 5],
    [null, 0],
  ]);
});

test("by time, every point is a row", () => {
  expect(pivot(monthToDate, { index: "time", columns: "sdkName", aggregate: "last" }).rowLabels[0]).toBe(
    "2025-01-30T00:00:00.000Z",
  );
});

test("a dimension that no series has is refused with those that they have", () => {
  expect(() => pivot(monthToDate, { index: "month", columns: "planet", aggregate: "max" })).toThrow(
    'columns = "planet" is refused: no series has this dimension; use one of sdkName.',
  );
});

test.each([
  ["by day", () => pivot(monthToDate, { index: "day", columns: "sdkName", aggregate: "month-end" })],
  [
    "of a counter without aggregation",
    () =>
      pivot(decodeSeries({ metadata: [{}], series: [] }, { operationId: "getEvaluationsUsage" }), {
        index: "month",
        aggregate: "month-end",
      }),
  ],
  ["of increments", () => pivot(minutes, { index: "month", columns: "sdkName", aggregate: "month-end" })],
])("month-end %s is refused", (_name, call) => {
  expect(call).toThrow(/needs month-to-date points and months as index/);
});

test("values that differ only in their type are not added", () => {
  const evaluations = decodeSeries(
    {
      metadata: [{ key: true }, { key: "true" }, {}, { key: "(none)" }],
      series: [{ time: 0, "0": 1, "1": 2, "2": 4, "3": 8 }],
    },
    { operationId: "getEvaluationsUsage", granularity: "daily" },
  );
  expect(pivot(evaluations, { index: "month", columns: "key", aggregate: "sum" })).toMatchObject({
    columnLabels: ['"(none)"', '"true"', "(none)", "true"],
    cells: [[8, 2, 4, 1]],
  });
});

test("three values with clashing labels stay three", () => {
  const evaluations = decodeSeries(
    {
      metadata: [{ key: true }, { key: "true" }, { key: '"true"' }],
      series: [{ time: 0, "0": 1, "1": 2, "2": 4 }],
    },
    { operationId: "getEvaluationsUsage", granularity: "daily" },
  );
  const { columnLabels, cells } = pivot(evaluations, { index: "month", columns: "key", aggregate: "sum" });
  expect(columnLabels).toHaveLength(3);
  expect(cells.flat().sort()).toEqual([1, 2, 4]);
});

test("days and months are those of the time zone", () => {
  // Days of Berlin begin at 23:00 UTC in winter.
  const days = ["2026-01-30T23:00Z", "2026-01-31T23:00Z", "2026-02-01T23:00Z"];
  const table = decodeSeries(
    { metadata: [{}], series: days.map((day, index) => ({ time: at(day), "0": index + 1 })) },
    { operationId: "getEvaluationsUsage", parameters: { tz: "Europe/Berlin" } },
  );
  expect(pivot(table, { index: "day", aggregate: "sum" }).rowLabels).toEqual([
    "2026-01-31",
    "2026-02-01",
    "2026-02-02",
  ]);
  expect(pivot(table, { index: "month", aggregate: "sum" })).toMatchObject({
    rowLabels: ["2026-01", "2026-02"],
    cells: [[1], [5]],
  });
});

test("a point that is of more than one day is not put into one", () => {
  const monthly = decodeSeries(
    { metadata: [{}], series: [{ time: at("2026-01-01Z"), "0": 1 }] },
    { operationId: "getMAUTotalUsage", granularity: "monthly" },
  );
  expect(() => pivot(monthly, { index: "day", aggregate: "last" })).toThrow(
    "the monthly point at 2026-01-01T00:00:00.000Z reaches beyond one day of UTC",
  );
  expect(pivot(monthly, { index: "month", aggregate: "month-end" }).cells).toEqual([[1]]);
  const hourly = decodeSeries(
    { metadata: [{}], series: [{ time: at("2026-01-01T18:00Z"), "0": 1 }] },
    { operationId: "getEvaluationsUsage", parameters: { tz: "Asia/Kolkata" }, granularity: "hourly" },
  );
  expect(() => pivot(hourly, { index: "day", aggregate: "sum" })).toThrow(
    /reaches beyond one day of Asia\/Kolkata/,
  );
});

test("points of different widths are added, and noted where they are compared", () => {
  const piece = (time: number, granularity: "daily" | "hourly"): ReturnType<typeof decodeSeries> =>
    decodeSeries(
      { metadata: [{}], series: [{ time, "0": 5 }] },
      { operationId: "getEvaluationsUsage", granularity },
    );
  const mixed = mergeTables([piece(at("2026-01-01Z"), "daily"), piece(at("2026-01-02Z"), "hourly")]);
  expect(pivot(mixed, { index: "month", aggregate: "sum" })).toMatchObject({
    cells: [[10]],
    notes: [
      "Buckets that still run, or that the table begins or ends in: 1, the first at 2026-01-01T00:00:00.000Z.",
    ],
  });
  expect(pivot(mixed, { index: "month", aggregate: "max" }).notes).toEqual([
    'Points are daily and hourly: "max" compares or mixes them.',
    "Buckets that still run, or that the table begins or ends in: 1, the first at 2026-01-01T00:00:00.000Z.",
  ]);
  expect(toRows(mixed).map(({ granularity }) => granularity)).toEqual(["daily", "hourly"]);
});

test("a group that ends early still counts with what it had reached", () => {
  const table = decodeSeries(
    {
      metadata: [{ sdkName: "a" }, { sdkName: "b" }],
      series: [
        { time: at("2026-01-01Z"), "0": 100, "1": 1 },
        { time: at("2026-01-02Z"), "1": 50 },
      ],
    },
    { operationId: "getServiceConnectionsUsage" },
  );
  expect(pivot(table, { index: "month", aggregate: "month-end" })).toMatchObject({
    cells: [[150]],
    notes: [
      "Buckets that still run, or that the table begins or ends in: 1, the first at 2026-01-01T00:00:00.000Z.",
    ],
  });
  const last = pivot(table, { index: "month", aggregate: "last" });
  expect(last).toMatchObject({
    cells: [[101]],
    notes: [
      "Buckets that still run, or that the table begins or ends in: 1, the first at 2026-01-01T00:00:00.000Z.",
      "Sums that are holes, as a series with a point before in the month lacks one: 1, the first at 2026-01-02T00:00:00.000Z.",
    ],
  });
});

test("an empty table gives an empty one", () => {
  const empty = decodeSeries({ metadata: [], series: [] });
  expect(pivot(empty, { index: "month", columns: "sdkName", aggregate: "max" })).toMatchObject({ cells: [] });
});

test("rows hold one value each, and holes give none", () => {
  expect(toRows(minutes).map(({ time, dimensions, value }) => [time, dimensions["sdkName"], value])).toEqual([
    ["2025-01-31T00:00:00.000Z", "Java", 60.5],
    ["2025-01-31T00:00:00.000Z", "Go", 30],
    ["2025-02-01T00:00:00.000Z", "Java", 60],
    ["2025-02-01T00:00:00.000Z", "Go", 30],
    ["2025-02-02T00:00:00.000Z", "Go", 15],
  ]);
});

describe("columns of several dimensions", () => {
  const connections = decodeSeries(
    {
      metadata: [
        { sdk: "Go", version: "1", source: "server" },
        { sdk: "Go", version: "2", source: "server" },
        { sdk: "Go / 1", source: "server" },
        { sdk: "Go", version: "1", source: "edge" },
      ],
      series: [
        { time: at("2026-01-01Z"), "0": 1, "1": 2, "2": 4, "3": 8 },
        { time: at("2026-01-02Z"), "0": 16 },
      ],
    },
    { operationId: "getDataExportEventsUsage", parameters: { aggregationType: "incremental" } },
  );

  test("have a label of all values, and an absent one is a value", () => {
    const table = pivot(connections, { index: "month", columns: ["sdk", "version"], aggregate: "sum" });
    expect(table).toMatchObject({
      columns: ["sdk", "version"],
      columnLabels: ["Go / 1", "Go / 1 / (none)", "Go / 2"],
      cells: [[25, 4, 2]],
    });
  });

  test("are those of the series as a whole where the list is empty, and once where a name is there twice", () => {
    expect(pivot(connections, { index: "month", columns: [], aggregate: "sum" })).toMatchObject({
      columnLabels: ["value"],
      cells: [[31]],
    });
    expect(
      pivot(connections, { index: "month", columns: ["source", "source"], aggregate: "sum" }),
    ).toMatchObject({ columnLabels: ["edge", "server"], cells: [[8, 23]] });
  });

  test("must all be there", () => {
    expect(() =>
      pivot(connections, { index: "month", columns: ["sdk", "planet"], aggregate: "sum" }),
    ).toThrow(
      'columns = "planet" is refused: no series has this dimension; use one of sdk, source, version.',
    );
  });
});

test("groups that may overlap are added where a bound is enough, and that is noted", () => {
  const bound = pivot(monthToDate, { index: "month", aggregate: "month-end", allowUpperBound: true });
  expect(bound).toMatchObject({ columnLabels: ["value"], cells: [[15], [3]] });
  expect(bound.notes).toEqual([
    "Values are sums of groups that may overlap: each is an upper bound.",
    "Buckets that still run, or that the table begins or ends in: 1, the first at 2025-02-01T00:00:00.000Z.",
    "2025-02, value: the last point is 0, below the 3 that the month had reached",
  ]);
  const none = pivot(monthToDate, {
    index: "month",
    columns: "sdkName",
    aggregate: "max",
    allowUpperBound: true,
  });
  expect(none.notes).toEqual([
    "Buckets that still run, or that the table begins or ends in: 1, the first at 2025-02-01T00:00:00.000Z.",
  ]);
  expect(() =>
    pivot(monthToDate, { index: "month", columns: "sdkName", aggregate: "sum", allowUpperBound: true }),
  ).toThrow(/cannot be added over time/);
});

describe("a mean", () => {
  test("is one of the points that are there", () => {
    expect(pivot(minutes, { index: "month", columns: "sdkName", aggregate: "mean" }).cells).toEqual([
      [30, 60.5],
      [22.5, 60],
    ]);
  });

  test("of month-to-date points is refused", () => {
    expect(() => pivot(monthToDate, { index: "month", columns: "sdkName", aggregate: "mean" })).toThrow(
      'aggregate = "mean" is refused: month-to-date points grow over their month, so their mean says nothing; ' +
        'use "month-end", "last" or "max".',
    );
  });
});

test.each<[string, object, string]>([
  [
    "index",
    { index: "week", aggregate: "max" },
    'index = "week" is refused: there is no such choice; use one of time, day, month.',
  ],
  ["aggregate", { index: "day", aggregate: "median" }, 'aggregate = "median" is refused'],
])("another %s is refused", (_name, options, message) => {
  // As code without types may call it.
  expect(() => pivot(minutes, options as PivotOptions)).toThrow(message);
});

test("hours of the day on which the clocks go back are of one local day", () => {
  // 26 October 2025 has 25 hours in Berlin: from 22:00 UTC of the 25th to 23:00 UTC.
  const start = at("2025-10-25T21:00Z");
  const hours = Array.from({ length: 28 }, (_, hour) => ({ time: start + hour * 3_600_000, "0": 1 }));
  const table = decodeSeries(
    { metadata: [{}], series: hours },
    { operationId: "getEvaluationsUsage", parameters: { tz: "Europe/Berlin" }, granularity: "hourly" },
  );
  expect(pivot(table, { index: "day", aggregate: "sum" })).toMatchObject({
    rowLabels: ["2025-10-25", "2025-10-26", "2025-10-27"],
    cells: [[1], [25], [2]],
  });
});

test("times before the epoch are of their own days", () => {
  const table = decodeSeries(
    { metadata: [{}], series: [-86_400_000, -60_000, 0].map((time) => ({ time, "0": 1 })) },
    { operationId: "getEvaluationsUsage" },
  );
  expect(pivot(table, { index: "day", aggregate: "sum" })).toMatchObject({
    rowLabels: ["1969-12-31", "1970-01-01"],
    cells: [[2], [1]],
  });
});
