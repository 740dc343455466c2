import { UsageDecodeError } from "@ldusage/types/errors";
import { describe, expect, test } from "vitest";
import { decodeSeriesBytes } from "../bytes/decode-series-bytes.ts";
import { decodeSeries } from "./decode-series.ts";

const day = 86_400_000;
const start = 1_740_787_200_000;

describe("shapes", () => {
  test("series are paired with metadata, and a missing key is a hole", () => {
    const table = decodeSeries({
      _links: {},
      metadata: [{ sdkName: "JSClient" }, { sdkName: "Unknown" }],
      series: [
        { time: start, "0": 120, "1": 8 },
        { time: start + day, "0": 141 },
      ],
    });
    expect([...table.timeMs]).toEqual([start, start + day]);
    expect(table.columns.map(({ dimensions, values }) => [{ ...dimensions }, [...values]])).toEqual([
      [{ sdkName: "JSClient" }, [120, 141]],
      [{ sdkName: "Unknown" }, [8, Number.NaN]],
    ]);
    expect(table.granularities).toEqual(["daily", "daily"]);
  });

  test("a lone series may have any key, and no metadata", () => {
    const table = decodeSeries({ series: [{ time: 1, value: 2.5 }, { time: 2 }] });
    expect([...(table.columns[0]?.values ?? [])]).toEqual([2.5, Number.NaN]);
    expect(Object.keys(table.columns[0]?.dimensions ?? { lost: true })).toEqual([]);
  });

  test("null is a hole", () => {
    const table = decodeSeries({ metadata: [{}], series: [{ time: 1, "0": null }] });
    expect([...(table.columns[0]?.values ?? [])]).toEqual([Number.NaN]);
  });

  test("an empty response is an empty table", () => {
    expect(decodeSeries({ metadata: [], series: [] })).toMatchObject({ columns: [], granularities: [] });
  });

  test("points come in any order", () => {
    const table = decodeSeries({
      metadata: [{}],
      series: [
        { time: 2, "0": 20 },
        { time: 1, "0": 10 },
      ],
    });
    expect([[...table.timeMs], [...(table.columns[0]?.values ?? [])]]).toEqual([
      [1, 2],
      [10, 20],
    ]);
  });

  test("values of dimensions may be any JSON", () => {
    const table = decodeSeries({ metadata: [{ key: true }, { key: { a: [1] } }], series: [] });
    expect(table.columns.map(({ dimensions }) => dimensions["key"])).toEqual([true, { a: [1] }]);
  });

  test("hostile names are data", () => {
    const metadata: unknown = JSON.parse('[{"__proto__": "x", "constructor": "y", "toString": "z"}]');
    const table = decodeSeries({ metadata, series: [{ time: 1, "0": 1 }] });
    const dimensions = table.columns[0]?.dimensions ?? {};
    expect(Object.entries(dimensions)).toEqual([
      ["__proto__", "x"],
      ["constructor", "y"],
      ["toString", "z"],
    ]);
    expect(Object.getPrototypeOf(dimensions)).toBeNull();
  });

  test("what the numbers are comes from the operation", () => {
    const response = { metadata: [], series: [] };
    expect(decodeSeries(response, { operationId: "getMAUTotalUsage" }).facts).toEqual({
      operationId: "getMAUTotalUsage",
      measure: "distinct",
      unit: "contexts",
      isUpperBound: false,
      aggregation: "month-to-date",
      additiveOverTime: false,
      additiveAcrossGroups: "no",
      timeZone: "UTC",
    });
    const parameters = { aggregationType: "incremental" };
    expect(
      decodeSeries(response, { operationId: "getServiceConnectionsUsage", parameters }).facts,
    ).toMatchObject({
      measure: "counter",
      aggregation: "incremental",
      additiveOverTime: true,
      additiveAcrossGroups: "yes",
    });
    expect(decodeSeries(response).facts).toMatchObject({ measure: "unknown", additiveOverTime: false });
  });

  test("a known bucket width helps where the spacing shows none", () => {
    const one = { metadata: [{}], series: [{ time: start, "0": 1 }] };
    expect(decodeSeries(one).granularities).toEqual([undefined]);
    expect(decodeSeries(one, { granularity: "monthly" }).granularities).toEqual(["monthly"]);
  });
});

describe("responses that give no right number", () => {
  const two = [{ a: 1 }, { a: 2 }];
  test.each<[string, unknown, string]>([
    ["null", null, "the response is not an object"],
    ["no series", { metadata: [] }, '"series" is not a list'],
    ["odd metadata", { series: [], metadata: 1 }, '"metadata" is not a list'],
    ["an odd entry of metadata", { series: [], metadata: [1] }, '"metadata"[0] is not an object'],
    ["an odd point", { series: [null], metadata: two }, '"series"[0] is not an object'],
    ["no time", { series: [{ "0": 1 }], metadata: two }, '"series"[0] has no point in time as "time"'],
    [
      "text as value",
      { series: [{ time: 1, "1": "5" }], metadata: two },
      '"series"[0] has no number under the key "1"',
    ],
    [
      "a key past metadata",
      { series: [{ time: 1, "2": 5 }], metadata: two },
      '"series"[0] has the key "2", but "metadata" describes 2 series',
    ],
    [
      "a key without metadata",
      { series: [{ time: 1, "0": 1, "1": 5 }] },
      'has the key "1", but "metadata" describes 1 series',
    ],
    [
      "a lone key that is another index",
      { series: [{ time: 1, "1": 5 }], metadata: [{}] },
      'has the key "1"',
    ],
    ["a name beside keys", { series: [{ time: 1, "0": 1, value: 5 }], metadata: two }, 'has the key "value"'],
    [
      "a time beyond what a Date can hold",
      { series: [{ time: 1e300 }], metadata: two },
      'no point in time as "time"',
    ],
    [
      "a number that is not finite",
      { series: [{ time: 1, "0": Number.POSITIVE_INFINITY }], metadata: two },
      "has no number under the key",
    ],
    [
      "a long and hostile key",
      { series: [{ time: 1, ["\u001b".repeat(5000)]: 1 }], metadata: two },
      'has the key "\\u001b\\u001b',
    ],
    ["a fraction as key", { series: [{ time: 1, "0.5": 5 }], metadata: two }, 'has the key "0.5"'],
  ])("%s", (_name, response, message) => {
    const call = (): unknown => decodeSeries(response);
    expect(call).toThrow(UsageDecodeError);
    expect(call).toThrow(message);
  });

  test("a known bucket width is believed more than the spacing of sparse points", () => {
    const series = [
      { time: 0, "0": 1 },
      { time: 30 * day, "0": 1 },
    ];
    expect(decodeSeries({ metadata: [{}], series }, { granularity: "daily" }).granularities).toEqual([
      "daily",
      "daily",
    ]);
    const turned = [
      { time: 0, "0": 1 },
      { time: day, "0": 1 },
      { time: day / 24, "0": 1 },
    ];
    expect(decodeSeries({ metadata: [{}], series: turned }).granularities[0]).toBe("hourly");
  });

  test("one time with two values", () => {
    const series = [
      { time: 1, "0": 1 },
      { time: 1, "0": 2 },
    ];
    expect(() => decodeSeries({ metadata: [{ a: "x" }], series })).toThrow(
      'The series {"a":"x"} has the values 1 and 2 at 1970-01-01T00:00:00.001Z.',
    );
  });
});

describe("what is out of the usual", () => {
  test("rows in any order keep the places of their series", () => {
    const table = decodeSeries({
      metadata: [{ key: "z" }, { key: "a" }, {}, {}],
      series: [
        { time: 1000, "0": 1, "1": 2, "3": 4 },
        { time: 0, "0": 5, "2": 6 },
      ],
    });
    expect(table.columns.map(({ dimensions, values }) => [dimensions["key"], [...values]])).toEqual([
      ["z", [5, 1]],
      ["a", [Number.NaN, 2]],
      [undefined, [6, Number.NaN]],
      [undefined, [Number.NaN, 4]],
    ]);
  });

  test("a conflict inside one response can be resolved", () => {
    const response = {
      metadata: [{}],
      series: [
        { time: 0, "0": 1 },
        { time: 0, "0": 2 },
      ],
    };
    expect(() => decodeSeries(response)).toThrow(
      "The series {} has the values 1 and 2 at 1970-01-01T00:00:00.000Z.",
    );
    const resolved = decodeSeries(response, { resolveConflict: ({ values }) => Math.max(...values) });
    expect([...(resolved.columns[0]?.values ?? [])]).toEqual([2]);
  });

  test("one series under two names is not one series", () => {
    const response = {
      metadata: [{}],
      series: [
        { time: 0, received: 5 },
        { time: 1000, published: 7 },
      ],
    };
    expect(() => decodeSeries(response)).toThrow(
      'usage response cannot be decoded: "series"[1] has the key "published", while the points before have "received".',
    );
    const mixed = {
      metadata: [{}],
      series: [
        { time: 0, "0": 5 },
        { time: 1000, total: 7 },
      ],
    };
    expect(() => decodeSeries(mixed)).toThrow(/has the key "total", while the points before have "0"/);
  });

  test("values that are nested beyond use are refused, and those that are not are kept", () => {
    const nested = (depth: number): unknown => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`);
    const response = (depth: number): { metadata: object[] } =>
      Object.assign({ metadata: [{ key: nested(depth) }] }, { series: [{ time: 0, "0": 1 }] });
    expect(decodeSeries(response(100)).columns[0]?.dimensions).toEqual(response(100).metadata[0]);
    for (const depth of [101, 20_000]) {
      expect(() => decodeSeries(response(depth), { operationId: "getMauUsage" })).toThrow(
        'getMauUsage cannot be decoded: "metadata" is nested more than 100 deep.',
      );
    }
  });

  test("a small body that promises more cells than memory bears is refused", () => {
    const metadata = Array.from({ length: 10_000 }, () => ({}));
    const series = Array.from({ length: 10_000 }, (_, time) => ({ time }));
    expect(() => decodeSeries({ metadata, series })).toThrow(
      "usage response cannot be decoded: it has 10000 series at 10000 times, which is more than memory bears.",
    );
    const bytes = new TextEncoder().encode(JSON.stringify({ metadata, series }));
    expect(() => decodeSeriesBytes(bytes)).toThrow(
      "it has 10000 series at 10000 times, which is more than memory bears",
    );
  });
});
