import { expect, test } from "vitest";
import { decodeSeries } from "../series/decode-series.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { joinNames, type NameSource } from "./join-names.ts";

const ids = (...values: unknown[]): SeriesTable =>
  decodeSeries({
    metadata: [...values.map((projectId) => ({ projectId, sdkName: "iOS" })), { sdkName: "Go" }],
    series: [{ time: 0, "0": 1 }],
  });
const dimensionsOf = ({ columns }: SeriesTable): unknown =>
  columns.map(({ dimensions }) => ({ ...dimensions }));

test.each<[string, NameSource]>([
  [
    "a map",
    new Map([
      ["5f", "Shop"],
      ["6a", "Shop"],
    ]),
  ],
  ["an object", { "5f": "Shop", "6a": "Shop" }],
  ["a function", (id) => (id === "77" ? undefined : "Shop")],
])("names come from %s, beside the ids", (_name, names) => {
  const named = joinNames(ids("5f", "6a", "77"), { projectId: { as: "project", names } });
  expect(dimensionsOf(named)).toEqual([
    { projectId: "5f", project: "Shop", sdkName: "iOS" },
    { projectId: "6a", project: "Shop", sdkName: "iOS" },
    { projectId: "77", sdkName: "iOS" },
    { sdkName: "Go" },
  ]);
  expect(named.notes).toEqual(['Values of "projectId" without a name: 1 ("77").']);
});

test.each<[string, unknown]>([
  ["a function", () => null],
  ["an object", { "5f": null }],
  ["a map", new Map([["5f", null]])],
])("null from %s is no name", (_name, names) => {
  // As code without types may give it.
  const named = joinNames(ids("5f"), { projectId: { as: "project", names: names as NameSource } });
  expect(dimensionsOf(named)).toEqual([{ projectId: "5f", sdkName: "iOS" }, { sdkName: "Go" }]);
  expect(named.notes).toEqual(['Values of "projectId" without a name: 1 ("5f").']);
});

test("at most five ids without a name are listed, on one line", () => {
  const named = joinNames(ids("a\n", "b", "c", "d", "e", "f", "f"), {
    projectId: { as: "project", names: {} },
  });
  expect(named.notes).toEqual(['Values of "projectId" without a name: 6 ("a\\n", "b", "c", "d", "e", …).']);
});

test("names are own members alone, and any name of a dimension is data", () => {
  const table = ids("constructor", "__proto__");
  const named = joinNames(table, {
    projectId: { as: "__proto__", names: JSON.parse('{"__proto__":"Shop"}') },
  });
  expect(
    named.columns.map(
      ({ dimensions }) => Object.entries(dimensions).find(([name]) => name === "__proto__")?.[1],
    ),
  ).toEqual([undefined, "Shop", undefined]);
  expect(named.columns.every(({ dimensions }) => Object.getPrototypeOf(dimensions) === null)).toBe(true);
  expect(named.notes).toEqual(['Values of "projectId" without a name: 1 ("constructor").']);
});

test("an id that is not text is looked up as its JSON, each id once", () => {
  const asked: string[] = [];
  joinNames(ids(true, { a: 1 }, true, 7), {
    projectId: {
      as: "project",
      names: (id) => {
        asked.push(id);
        return id;
      },
    },
  });
  expect(asked).toEqual(["true", '{"a":1}', "7"]);
});

test("several dimensions are joined in turn, and the table that was given stays as it was", () => {
  const table = ids("5f");
  const named = joinNames(table, {
    projectId: { as: "project", names: { "5f": "Shop" } },
    sdkName: { as: "platform", names: { iOS: "Apple", Go: "any" } },
  });
  expect(dimensionsOf(named)).toEqual([
    { projectId: "5f", project: "Shop", sdkName: "iOS", platform: "Apple" },
    { sdkName: "Go", platform: "any" },
  ]);
  expect(dimensionsOf(table)).toEqual([{ projectId: "5f", sdkName: "iOS" }, { sdkName: "Go" }]);
  expect(named.columns[0]?.values).toBe(table.columns[0]?.values);
  expect(named.notes).toEqual([]);
});

test("a name that is taken and a dimension that is not there are refused", () => {
  expect(() => joinNames(ids("5f"), { projectId: { as: "sdkName", names: {} } })).toThrow(
    'as = "sdkName" is refused: there is a dimension of this name already; give another name.',
  );
  expect(() =>
    joinNames(ids("5f"), {
      projectId: { as: "label", names: { "5f": "Shop" } },
      sdkName: { as: "label", names: {} },
    }),
  ).toThrow(/as = "label" is refused/);
  expect(() => joinNames(ids("5f"), { planet: { as: "name", names: {} } })).toThrow(
    'joins = "planet" is refused: no series has this dimension; use one of projectId, sdkName.',
  );
});

test("a table without series stays one", () => {
  const empty = decodeSeries({ metadata: [], series: [] });
  expect(joinNames(empty, { projectId: { as: "project", names: {} } })).toEqual(empty);
});
