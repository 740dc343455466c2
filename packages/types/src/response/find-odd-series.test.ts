import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findOddSeries } from "./find-odd-series.ts";

const entries = (count: number): object[] =>
  Array.from({ length: count }, (_, index) => ({ sdkName: index }));
const oddOf = (count: number, ...series: unknown[]): string | undefined =>
  findOddSeries({ metadata: entries(count), series });

describe("points are in order", () => {
  test.each<[name: string, count: number, series: unknown[]]>([
    [
      "dense, time first and last",
      3,
      [
        { time: 1, 0: 1, 1: 2, 2: 3 },
        { 0: 1, 1: 2, 2: 3, time: 2 },
      ],
    ],
    ["with holes, of both kinds", 3, [{ time: 1, 2: 3 }, { time: 2, 0: null, 1: 2.5 }, { time: 3 }]],
    [
      "with few of many series",
      100,
      [
        { time: 1, 99: 3 },
        { time: 2, 0: 1, 42: 2 },
      ],
    ],
    ["of a lone series by its index", 1, [{ time: 1, 0: 1 }, { time: 2 }, { time: 3, 0: 2 }]],
    ["of a lone series by a name", 1, [{ time: 1 }, { time: 2, total: 2 }, { time: 3, total: 3 }]],
  ])("%s", (_name, count, series) => {
    expect(oddOf(count, ...series)).toBe(undefined);
  });
});

describe("the first odd thing is told", () => {
  const good = { time: 1, 0: 1, 1: 2 };
  test.each<[odd: string, count: number, series: unknown[]]>([
    ['"series"[1] is not an object', 2, [good, null]],
    ['"series"[1] is not an object', 2, [good, []]],
    ['"series"[1] has no point in time as "time"', 2, [good, { 0: 1, 1: 2 }]],
    ['"series"[1] has no point in time as "time"', 2, [good, { time: "1", 0: 1, 1: 2 }]],
    ['"series"[1] has no number under the key "1"', 2, [good, { time: 2, 0: 1, 1: "2" }, null]],
    ['"series"[1] has no number under the key "1"', 2, [good, { time: 2, 0: 1, 1: Number.NaN }]],
    ['"series"[1] has no number under the key "1"', 2, [good, { time: 2, 0: 1, 1: undefined }]],
    ['"series"[1] has the key "2", but "metadata" describes 2 series', 2, [good, { ...good, 2: 1 }]],
    [
      '"series"[1] has the key "01", but "metadata" describes 2 series',
      2,
      [good, { time: 1, "01": 1, 0: 1 }],
    ],
    [
      '"series"[0] has the key "__proto__", but "metadata" describes 2 series',
      2,
      [JSON.parse('{"time":1,"0":1,"__proto__":1}')],
    ],
    ['"series"[0] has the key "100", but "metadata" describes 100 series', 100, [{ time: 1, 99: 1, 100: 1 }]],
    [
      '"series"[1] has the key "total", while the points before have "0"',
      1,
      [
        { time: 1, 0: 1 },
        { time: 2, total: 1 },
      ],
    ],
    [
      '"series"[2] has the key "0", while the points before have "total"',
      1,
      [{ time: 1 }, { time: 2, total: 1 }, { time: 3, 0: 1 }],
    ],
  ])("%s", (odd, count, series) => {
    expect(oddOf(count, ...series)).toBe(odd);
  });
});

test("a point is in order just when all of its members are", () => {
  const keys = fc.oneof(fc.nat(12).map(String), fc.constantFrom("total", "-1", "00", "__proto__"));
  const values = fc.oneof(
    fc.integer(),
    fc.double(),
    fc.constant(null),
    fc.constantFrom("1", true, undefined),
  );
  const members = fc.uniqueArray(fc.tuple(keys, values), { selector: ([key]) => key, maxLength: 8 });
  fc.assert(
    fc.property(members, fc.integer({ min: 2, max: 12 }), fc.boolean(), (cells, count, hasTime) => {
      const point = Object.fromEntries(hasTime ? [["time", 1], ...cells] : cells);
      const isInOrder = ([key, value]: readonly [string, unknown]): boolean =>
        /^(?:0|[1-9]\d*)$/.test(key) && Number(key) < count && (value === null || Number.isFinite(value));
      expect(oddOf(count, point) === undefined).toBe(hasTime && cells.every(isInOrder));
    }),
  );
});
