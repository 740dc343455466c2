import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NonAdditiveError } from "../errors/non-additive-error.ts";
import { canonicalDimensions, canonicalValue, dimensionLabel, readDimensions } from "../series/dimensions.ts";
import { seriesFacts } from "../series/series-facts.ts";
import type { Dimensions, DimensionValue, SeriesTable } from "../series/series-table.ts";
import { filterSeries } from "./filter-series.ts";
import { joinNames } from "./join-names.ts";
import { pivot } from "./pivot.ts";
import { rollup } from "./rollup.ts";
import { share } from "./share.ts";
import { toRows } from "./to-rows.ts";
import { toTidy } from "./to-tidy.ts";
import { toWide } from "./to-wide.ts";
import { topN } from "./top-series.ts";

const dayMs = 86_400_000;
const names = ["a", "b", "__proto__", "constructor", "toString", "", "a / b"];
const value = fc.constantFrom<DimensionValue>(
  ...["x", "y", "x / y", "(none)", "true", '"true"', "1", "null", "value", "__proto__", "\u001b[0m", "ä"],
  ...[true, false, 1, null, [1], ["x"], [[1]], { a: 1 }, JSON.parse('{"__proto__":1}')],
);
const dimensions: fc.Arbitrary<Dimensions> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...names), value), { selector: ([name]) => name, maxLength: 4 })
  .map((entries) => readDimensions(Object.fromEntries(entries)));

interface Shape {
  readonly operationId?: string;
  readonly cell?: fc.Arbitrary<number>;
  readonly aggregationType?: string;
}

const point = fc.oneof(fc.constant(Number.NaN), fc.integer({ min: 0, max: 1000 }));

/** Tables of counters: hostile names and values, holes, no times, no series. */
function tables({
  operationId = "getDataExportEventsUsage",
  cell = point,
  aggregationType = "incremental",
}: Shape = {}): fc.Arbitrary<SeriesTable> {
  return fc
    .record({
      rows: fc.integer({ min: 0, max: 6 }),
      series: fc.uniqueArray(dimensions, { selector: canonicalDimensions, maxLength: 7 }),
    })
    .chain(({ rows, series }) =>
      fc
        .array(fc.array(cell, { minLength: rows, maxLength: rows }), {
          minLength: series.length,
          maxLength: series.length,
        })
        .map((cells) => ({
          facts: seriesFacts(operationId, { aggregationType }),
          timeMs: Float64Array.from({ length: rows }, (_, row) => row * dayMs),
          granularities: new Array<"daily">(rows).fill("daily"),
          partial: Array.from({ length: rows }, (_, row) => row === rows - 1),
          columns: series.map((of, position) => ({
            dimensions: of,
            values: Float64Array.from(cells[position] ?? []),
          })),
          notes: [],
        })),
    );
}

const namesOf = (table: SeriesTable): string[] => [
  ...new Set(table.columns.flatMap((column) => Object.keys(column.dimensions))),
];

/** A table, and some of the names of its dimensions. */
const tableAndNames = (shape?: Shape): fc.Arbitrary<readonly [SeriesTable, string[]]> =>
  tables(shape).chain((table) => fc.tuple(fc.constant(table), fc.subarray(namesOf(table))));

const restrict = (of: Dimensions, by: readonly string[]): string =>
  by
    .map(
      (name) => `${JSON.stringify(name)}:${canonicalValue(Object.hasOwn(of, name) ? of[name] : undefined)}`,
    )
    .join();

const contents = ({ timeMs, columns, facts }: SeriesTable): unknown => ({
  times: [...timeMs],
  columns: columns.map((column) => [canonicalDimensions(column.dimensions), [...column.values]]),
  facts,
});

const add = (values: readonly number[]): number => {
  const present = values.filter((one) => !Number.isNaN(one));
  return present.length === 0 ? Number.NaN : present.reduce((left, right) => left + right, 0);
};

const totals = (table: SeriesTable): number[] =>
  Array.from(table.timeMs, (_time, row) => add(table.columns.map(({ values }) => values[row] ?? Number.NaN)));

const runs = { numRuns: 2000 };

test("pivot by time and all dimensions holds every row of toRows in one cell, and nothing else", () => {
  fc.assert(
    fc.property(tables({ operationId: "getMAUTotalUsage" }), (table) => {
      const all = namesOf(table);
      const { rowLabels, columnLabels, cells } = pivot(table, {
        index: "time",
        columns: all,
        aggregate: "last",
      });
      expect(cells.map((row) => row.length)).toEqual(rowLabels.map(() => table.columns.length));
      const readable = (of: Dimensions): string =>
        all.length === 0
          ? "value"
          : all.map((name) => dimensionLabel(Object.hasOwn(of, name) ? of[name] : undefined)).join(" / ");
      const canonical = (of: Dimensions): string =>
        all.length === 1 ? canonicalValue(of[all[0] ?? ""]) : canonicalDimensions(of);
      const isClear = new Set(table.columns.map((column) => readable(column.dimensions))).size;
      const labelOf = isClear === table.columns.length ? readable : canonical;
      const expected = toRows(table).map((row) => [row.time, labelOf(row.dimensions), row.value].join());
      expect(new Set(table.columns.map((column) => labelOf(column.dimensions)))).toEqual(
        new Set(columnLabels),
      );
      const back = rowLabels.flatMap((time, row) =>
        columnLabels.flatMap((label, index) => {
          const cell = cells[row]?.[index] ?? null;
          return cell === null ? [] : [[time, label, cell].join()];
        }),
      );
      expect(back.sort()).toEqual(expected.sort());
    }),
    runs,
  );
});

test("toWide holds every row of toRows in its cell", () => {
  fc.assert(
    fc.property(tables({ operationId: "getMAUTotalUsage" }), (table) => {
      const { rowLabels, columnLabels, cells } = toWide(table);
      expect(new Set(columnLabels).size).toBe(table.columns.length);
      const rows = rowLabels.flatMap((time, row) =>
        table.columns.flatMap((column, index) => {
          const cell = cells[row]?.[index] ?? null;
          return cell === null ? [] : [{ time, dimensions: column.dimensions, value: cell }];
        }),
      );
      expect(rows).toEqual(
        toRows(table).map((row) => ({ time: row.time, dimensions: row.dimensions, value: row.value })),
      );
    }),
    runs,
  );
});

test("toTidy equals toRows element by element", () => {
  fc.assert(
    fc.property(tables(), (table) => {
      const tidy = toTidy(table);
      const rows = toRows(table);
      expect(tidy.length).toBe(rows.length);
      expect([...tidy.timeMs]).toEqual(rows.map(({ timeMs }) => timeMs));
      expect([...tidy.values]).toEqual(rows.map((row) => row.value));
      expect(Array.from(tidy.series, (index) => table.columns[index]?.dimensions)).toEqual(
        rows.map((row) => row.dimensions),
      );
      expect(tidy.dimensions.map(({ name }) => name)).toEqual(namesOf(table).sort());
      for (const { name, codes, values } of tidy.dimensions) {
        expect(Array.from(codes, (code) => canonicalValue(values[code]))).toEqual(
          rows.map((row) =>
            canonicalValue(Object.hasOwn(row.dimensions, name) ? row.dimensions[name] : undefined),
          ),
        );
        expect(new Set(values.map(canonicalValue)).size).toBe(values.length);
      }
    }),
    runs,
  );
});

describe("rollup", () => {
  test("of counters equals sums by hand, and changes no table", () => {
    fc.assert(
      fc.property(tableAndNames(), ([table, by]) => {
        const before = contents(table);
        const rolled = rollup(table, { by });
        const keys = new Set(table.columns.map((column) => restrict(column.dimensions, by)));
        expect(new Set(rolled.columns.map((column) => restrict(column.dimensions, by)))).toEqual(keys);
        expect(rolled.columns).toHaveLength(keys.size);
        for (const column of rolled.columns) {
          const key = restrict(column.dimensions, by);
          const members = table.columns.filter((one) => restrict(one.dimensions, by) === key);
          const sums = Array.from(table.timeMs, (_time, row) =>
            add(members.map(({ values }) => values[row] ?? 0)),
          );
          expect([...column.values]).toEqual(sums);
          expect(Object.keys(column.dimensions).every((name) => by.includes(name))).toBe(true);
        }
        const order = rolled.columns.map((column) => canonicalDimensions(column.dimensions));
        expect(order).toEqual([...order].sort());
        expect(contents(table)).toEqual(before);
      }),
      runs,
    );
  });

  test("of month-to-date counters has a hole where one of its series stops, until the next month", () => {
    fc.assert(
      fc.property(tables({ aggregationType: "month_to_date" }), fc.nat(6), (table, first) => {
        // A month begins at this row.
        const timeMs = table.timeMs.map((_, row) => Date.UTC(2026, 1, 1) + (row - first) * dayMs);
        const stops = (values: Float64Array, row: number): boolean =>
          Number.isNaN(values[row]) &&
          values.slice(row < first ? 0 : first, row).some((value) => !Number.isNaN(value));
        const expected = totals(table).map((sum, row) =>
          table.columns.length > 1 && table.columns.some(({ values }) => stops(values, row))
            ? Number.NaN
            : sum,
        );
        const [total] = rollup({ ...table, timeMs }, { by: [] }).columns;
        expect([...(total?.values ?? [])]).toEqual(table.columns.length === 0 ? [] : expected);
      }),
      runs,
    );
  });

  test.each(["incremental", "month_to_date"])("of %s points twice equals once", (aggregationType) => {
    fc.assert(
      fc.property(
        tableAndNames({ aggregationType }).chain(([table, by]) =>
          fc.tuple(fc.constant(table), fc.constant(by), fc.subarray(by)),
        ),
        ([table, by, fewer]) => {
          const once = rollup(table, { by: fewer });
          expect(contents(rollup(rollup(table, { by }), { by: fewer }))).toEqual(contents(once));
          expect(contents(rollup(once, { by: fewer }))).toEqual(contents(once));
        },
      ),
      runs,
    );
  });

  test("of distinct counts is refused exactly where something would be added, and else a bound", () => {
    fc.assert(
      fc.property(tableAndNames({ operationId: "getMAUTotalUsage" }), ([table, by]) => {
        const keys = new Set(table.columns.map((column) => restrict(column.dimensions, by)));
        const bound = rollup(table, { by, allowUpperBound: true });
        expect(bound.facts.isUpperBound).toBe(keys.size < table.columns.length);
        expect(totals(bound)).toEqual(totals(table));
        if (keys.size < table.columns.length) expect(() => rollup(table, { by })).toThrow(NonAdditiveError);
        else expect(contents(rollup(table, { by }))).toEqual(contents(bound));
      }),
      runs,
    );
  });

  test("equals the same columns of pivot", () => {
    fc.assert(
      fc.property(tableAndNames(), ([table, by]) => {
        const rolled = rollup(table, { by });
        const { cells } = pivot(table, { index: "time", columns: by, aggregate: "sum" });
        const sorted = (columns: readonly (readonly number[])[]): string[] => columns.map(String).sort();
        expect(
          sorted(rolled.columns.map((_, index) => cells.map((row) => row[index] ?? Number.NaN))),
        ).toEqual(sorted(rolled.columns.map(({ values }) => [...values])));
      }),
      runs,
    );
  });
});

test("topN keeps the largest as they are, and with the rest added the total", () => {
  const rankBy = fc.constantFrom("largest", "last", "sum");
  fc.assert(
    fc.property(tables(), fc.nat(8), rankBy, (table, count, by) => {
      fc.pre(namesOf(table).length > 0);
      const top = topN(table, { count, rankBy: by });
      expect(totals(top)).toEqual(totals(table));
      expect(top.columns).toHaveLength(Math.min(table.columns.length, count + 1));
      const omitted = topN(table, { count, rankBy: by, rest: "omit" });
      expect(omitted.columns.every((column) => table.columns.includes(column))).toBe(true);
      expect(omitted.columns).toEqual(top.columns.slice(0, count));
      // No series outside is larger than one inside.
      const scores = (columns: SeriesTable["columns"]): number[] =>
        columns.map(({ values }) => Math.max(...[...values].filter((one) => !Number.isNaN(one))));
      const left = table.columns.filter((column) => !omitted.columns.includes(column));
      if (by === "largest")
        expect(Math.min(...scores(omitted.columns))).toBeGreaterThanOrEqual(Math.max(...scores(left)));
    }),
    runs,
  );
});

test("topN does not depend on the order of the series", () => {
  fc.assert(
    fc.property(
      tables().chain((table) =>
        fc.tuple(
          fc.constant(table),
          fc.shuffledSubarray([...table.columns], { minLength: table.columns.length }),
          fc.nat(8),
        ),
      ),
      ([table, columns, count]) => {
        const options = { count, rest: "omit" } as const;
        expect(contents(topN({ ...table, columns }, options))).toEqual(contents(topN(table, options)));
      },
    ),
    runs,
  );
});

test("shares of groups that add up sum to 1 wherever there is anything", () => {
  fc.assert(
    fc.property(tables(), (table) => {
      const whole = totals(table);
      for (const [row, sum] of totals(share(table)).entries()) {
        if (whole[row] === 0 || Number.isNaN(whole[row])) expect(sum).toBeNaN();
        else expect(sum).toBeCloseTo(1, 12);
      }
    }),
    runs,
  );
});

test("shares of a given total are the values divided by it", () => {
  fc.assert(
    fc.property(
      tables({ operationId: "getMAUTotalUsage" }),
      fc.array(point, { minLength: 6, maxLength: 6 }),
      (table, cells) => {
        const values = Float64Array.from(table.timeMs, (_time, row) => cells[row] ?? 0);
        const total = { ...table, columns: [{ dimensions: readDimensions({}), values }] };
        for (const [position, column] of share(table, { total }).columns.entries()) {
          const expected = table.columns[position]?.values.map((one, row) => {
            return values[row] === 0 ? Number.NaN : one / (values[row] ?? Number.NaN);
          });
          expect(column.values).toEqual(expected);
        }
      },
    ),
    runs,
  );
});

test("a filter and its opposite part the series", () => {
  fc.assert(
    fc.property(
      tableAndNames(),
      fc.array(fc.option(value, { nil: undefined }), { maxLength: 3 }),
      ([table, by], wanted) => {
        const match = Object.fromEntries(by.map((name) => [name, wanted]));
        const inside = filterSeries(table, match);
        const keys = new Set(wanted.map(canonicalValue));
        const outside = filterSeries(table, (of) =>
          by.some((name) => !keys.has(canonicalValue(Object.hasOwn(of, name) ? of[name] : undefined))),
        );
        expect([...inside.columns, ...outside.columns]).toHaveLength(table.columns.length);
        expect(new Set([...inside.columns, ...outside.columns])).toEqual(new Set(table.columns));
        expect(table.columns.filter((column) => inside.columns.includes(column))).toEqual(inside.columns);
      },
    ),
    runs,
  );
});

test("joined names leave everything else as it is", () => {
  fc.assert(
    fc.property(tables(), fc.constantFrom(...names), (table, dimension) => {
      fc.pre(namesOf(table).includes(dimension));
      const named = joinNames(table, {
        [dimension]: { as: "name", names: (id) => (id === "x" ? undefined : `<${id}>`) },
      });
      expect(named.columns.map(({ values }) => values)).toEqual(table.columns.map(({ values }) => values));
      expect(named.columns.map((column) => restrict(column.dimensions, names))).toEqual(
        table.columns.map((column) => restrict(column.dimensions, names)),
      );
      for (const column of named.columns) {
        const id = Object.hasOwn(column.dimensions, dimension) ? column.dimensions[dimension] : undefined;
        expect(Object.hasOwn(column.dimensions, "name")).toBe(id !== undefined && id !== "x");
      }
    }),
    runs,
  );
});
