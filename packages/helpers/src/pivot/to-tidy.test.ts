import { expect, test } from "vitest";
import { decodeSeries } from "../series/decode-series.ts";
import { readDimensions } from "../series/dimensions.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { toRows } from "./to-rows.ts";
import { toTidy } from "./to-tidy.ts";

test("one entry for each value, by time and then by series, with dimensions by dictionary", () => {
  const table = decodeSeries({
    metadata: [{ sdk: "x", app: 1 }, { sdk: "y" }, { sdk: "x", app: "1" }],
    series: [{ time: 0, "0": 1, "2": 3 }, { time: 60_000 }, { time: 120_000, "0": 4, "1": 5, "2": 6 }],
  });
  expect(toTidy(table)).toEqual({
    length: 5,
    timeMs: Float64Array.of(0, 0, 120_000, 120_000, 120_000),
    values: Float64Array.of(1, 3, 4, 5, 6),
    series: Uint8Array.of(0, 2, 0, 1, 2),
    dimensions: [
      { name: "app", codes: Uint8Array.of(0, 2, 0, 1, 2), values: [1, undefined, "1"] },
      { name: "sdk", codes: Uint8Array.of(0, 0, 0, 1, 0), values: ["x", "y"] },
    ],
  });
});

test.each([
  [1300, 7, 0],
  [1300, 7, 0.5],
  [3, 2000, 0.3],
])("%i times of %i series, %d of them holes, are those of toRows", (rows, width, holes) => {
  // Deterministic, and without a pattern that fits the blocks that are read at once.
  let state = 1;
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const table: SeriesTable = {
    ...decodeSeries({ metadata: [], series: [] }),
    timeMs: Float64Array.from({ length: rows }, (_, row) => row * 60_000),
    columns: Array.from({ length: width }, (_, index) => ({
      dimensions: readDimensions({ group: index % 3, index }),
      values: Float64Array.from({ length: rows }, () => (next() < holes ? Number.NaN : next())),
    })),
  };
  const tidy = toTidy(table);
  const expected = toRows(table);
  expect(tidy.length).toBe(expected.length);
  expect(tidy.timeMs).toEqual(Float64Array.from(expected, ({ timeMs }) => timeMs));
  expect(tidy.values).toEqual(Float64Array.from(expected, ({ value }) => value));
  expect(Array.from(tidy.series)).toEqual(expected.map(({ dimensions }) => dimensions["index"]));
  const [group] = tidy.dimensions;
  expect(Array.from(group?.codes ?? [], (code) => group?.values[code])).toEqual(
    expected.map(({ dimensions }) => dimensions["group"]),
  );
});

test("values without a sum are no holes", () => {
  const table: SeriesTable = {
    ...decodeSeries({ metadata: [{}, {}], series: [{ time: 0 }, { time: 60_000 }] }),
    columns: [Float64Array.of(1 / 0, -1 / 0), Float64Array.of(1, 2)].map((values, index) => ({
      dimensions: readDimensions({ index }),
      values,
    })),
  };
  expect(toTidy(table).values).toEqual(Float64Array.of(1 / 0, 1, -1 / 0, 2));
});

test("a table without values gives columns without entries", () => {
  expect(toTidy(decodeSeries({ metadata: [{ sdk: "x" }], series: [{ time: 0 }] }))).toEqual({
    length: 0,
    timeMs: new Float64Array(),
    values: new Float64Array(),
    series: new Uint8Array(),
    dimensions: [{ name: "sdk", codes: new Uint8Array(), values: ["x"] }],
  });
  expect(toTidy(decodeSeries({ metadata: [], series: [] }))).toMatchObject({ length: 0, dimensions: [] });
});

test.each([
  [256, Uint8Array],
  [257, Uint16Array],
  [65_536, Uint16Array],
  [65_537, Uint32Array],
])("codes of %i values are as narrow as can be", (count, kind) => {
  const metadata = Array.from({ length: count }, (_, index) => ({ index, whole: "x" }));
  const last = { [String(count - 1)]: 1 };
  for (const series of [[{ time: 0, ...last }], [{ time: 0, ...metadata.map(() => 1) }]]) {
    const tidy = toTidy(decodeSeries({ metadata, series }));
    const [index, whole] = tidy.dimensions;
    expect(tidy.series).toBeInstanceOf(kind);
    expect(index?.codes).toBeInstanceOf(kind);
    expect(whole?.codes).toBeInstanceOf(Uint8Array);
    expect([tidy.series.at(-1), index?.codes.at(-1), whole?.codes.at(-1)]).toEqual([count - 1, count - 1, 0]);
  }
});
