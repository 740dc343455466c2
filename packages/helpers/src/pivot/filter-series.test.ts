import { expect, test } from "vitest";
import { decodeSeries } from "../series/decode-series.ts";
import { filterSeries, type SeriesMatch } from "./filter-series.ts";

const table = decodeSeries({
  metadata: [{ key: true }, { key: "true" }, { key: [1, 2] }, { key: 1, kind: "x" }, {}],
  series: [{ time: 0, "0": 1, "1": 2, "2": 4, "3": 8, "4": 16 }],
});
const kept = (match: SeriesMatch): (number | undefined)[] =>
  filterSeries(table, match).columns.map(({ values }) => values[0]);

test.each<[string, SeriesMatch, number[]]>([
  ["one value", { key: true }, [1]],
  ["a value of another type", { key: "true" }, [2]],
  ["a list of values", { key: ["true", 1] }, [2, 8]],
  ["a value that is a list", { key: [[1, 2]] }, [4]],
  ["series without the dimension", { key: undefined }, [16]],
  ["either", { key: [undefined, true] }, [1, 16]],
  ["several dimensions", { key: [1, true], kind: "x" }, [8]],
  ["a function", ({ kind }) => kind === undefined, [1, 2, 4, 16]],
  ["nothing said", {}, [1, 2, 4, 8, 16]],
])("keeps what matches %s", (_name, match, expected) => {
  expect(kept(match)).toEqual(expected);
});

test("that nothing matches is noted, and times stay", () => {
  const none = filterSeries(table, { key: [] });
  expect(none).toEqual({ ...table, columns: [], notes: ["No series matches the filter."] });
  expect(filterSeries(none, { key: "x" })).toEqual(none);
});

test("unknown dimensions and what is no filter are refused", () => {
  expect(() => filterSeries(table, { planet: "x" })).toThrow(
    'match = "planet" is refused: no series has this dimension; use one of key, kind.',
  );
  expect(() => filterSeries(table, { constructor: "x" })).toThrow(/no series has this dimension/);
  // As code without types may call it.
  expect(() => filterSeries(table, null as unknown as SeriesMatch)).toThrow(
    "match = null is refused: it says nothing of dimensions; give an object or a function.",
  );
});
