import { isUsageDecodeError } from "@ldusage/types/errors";
import { largestEpochMs } from "@ldusage/types/time";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeSeriesBytes } from "../bytes/decode-series-bytes.ts";
import { isSeriesConflictError } from "../errors/series-conflict-error.ts";
import { decodeSeries } from "./decode-series.ts";
import { canonicalDimensions } from "./dimensions.ts";
import type { Dimensions, SeriesTable } from "./series-table.ts";

// Together 100,000 responses.
const numRuns = 25_000;

/** What a response says, by series and time. */
type Truth = readonly { readonly entry: object; readonly values: ReadonlyMap<number, number> }[];

const name = fc.oneof(
  fc.constantFrom(
    "sdkName",
    "projectId",
    "key",
    "time",
    "0",
    "__proto__",
    "constructor",
    "toString",
    "",
    "é",
  ),
  fc.string({ maxLength: 4 }),
);
const dimension = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom("Unknown", "__proto__", ""),
  fc.jsonValue({ maxDepth: 1 }),
);
const entry = fc.array(fc.tuple(name, dimension), { maxLength: 3 }).map((members) => fromEntries(members));
const number = fc.oneof(
  fc.integer({ min: 0, max: 90_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, -1, Number.MAX_SAFE_INTEGER, 2 ** 63, 5e-324, 1.7976931348623157e308),
);
const time = fc.oneof(
  fc.integer({ min: 0, max: 30 }).map((day) => 1_740_787_200_000 + day * 86_400_000),
  fc.constantFrom(0, -1, largestEpochMs, -largestEpochMs, 1_740_787_200_000.5, 1_740_787_200),
);
const truth: fc.Arbitrary<Truth> = fc
  .uniqueArray(entry, { maxLength: 4, selector: (object) => canonicalDimensions(object as Dimensions) })
  .chain((entries) =>
    fc.tuple(
      ...entries.map((object) =>
        fc
          .array(fc.tuple(time, number), { maxLength: 5 })
          .map((points) => ({ entry: object, values: new Map(points) })),
      ),
    ),
  );

/** As JSON.parse makes objects: `__proto__` is a member like any other. */
function fromEntries(members: Iterable<readonly [string, unknown]>): object {
  const object = {};
  for (const [key, value] of members) {
    Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  }
  return object;
}

interface Variant {
  readonly order: readonly number[];
  readonly holes: "absent" | "null";
  readonly isTimeLast: boolean;
  readonly repeats: number;
  readonly extra: readonly (readonly [string, unknown])[];
  readonly lone: string;
}
const variant: fc.Arbitrary<Variant> = fc.record({
  order: fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
  holes: fc.constantFrom("absent", "null"),
  isTimeLast: fc.boolean(),
  repeats: fc.nat({ max: 2 }),
  extra: fc.array(
    fc.tuple(fc.constantFrom("_links", "totalEvaluations", "__proto__", "next"), fc.jsonValue()),
    { maxLength: 2 },
  ),
  lone: fc.constantFrom("0", "value", "total", "__proto__"),
});

/** One of the ways to say the truth: rows in any order, some of them twice, series under any index. */
function responseFor(facts: Truth, { order, holes, isTimeLast, repeats, extra, lone }: Variant): object {
  const shuffled = facts
    .map((series, index) => ({ series, place: order[index] ?? 0 }))
    .sort((left, right) => left.place - right.place)
    .map(({ series }) => series);
  const times = [...new Set(facts.flatMap(({ values }) => [...values.keys()]))];
  const repeated = [...times, ...times.slice(0, repeats)];
  const series = repeated
    .map((timeMs, index) => ({ timeMs, place: order[29 - (index % 30)] ?? 0 }))
    .sort((left, right) => left.place - right.place)
    .map(({ timeMs }) => {
      const cells = shuffled.flatMap(({ values }, index): [string, unknown][] => {
        const value = values.get(timeMs);
        const key = shuffled.length === 1 ? lone : String(index);
        if (value !== undefined) return [[key, value]];
        return holes === "null" ? [[key, null]] : [];
      });
      const members: [string, unknown][] = [["time", timeMs], ...cells];
      return fromEntries(isTimeLast ? members.reverse() : members);
    });
  const metadata = shuffled.map((known) => known.entry);
  return fromEntries([...extra, ["metadata", metadata], ["series", series]]);
}

function contents({ timeMs, columns }: SeriesTable): string[] {
  return columns
    .flatMap(({ dimensions, values }) =>
      [...values].flatMap((value, row) =>
        Number.isNaN(value) ? [] : [point(canonicalDimensions(dimensions), timeMs[row] ?? Number.NaN, value)],
      ),
    )
    .sort();
}

const point = (series: string, timeMs: number, value: number): string =>
  `${series} ${timeMs} ${Object.is(value, -0) ? "-0" : value}`;

function expected(facts: Truth): string[] {
  return facts
    .flatMap(({ entry: object, values }) =>
      [...values].map(([timeMs, value]) => point(canonicalDimensions(object as Dimensions), timeMs, value)),
    )
    .sort();
}

const prototype = Object.getOwnPropertyNames(Object.prototype).join();
function isUnpolluted(): boolean {
  return Object.getOwnPropertyNames(Object.prototype).join() === prototype;
}

test("any way to say the truth is read as the truth", () => {
  fc.assert(
    fc.property(truth, variant, (facts, chosen) => {
      const response = responseFor(facts, chosen);
      const table = decodeSeries(response);
      expect(contents(table)).toEqual(expected(facts));
      expect(table.timeMs.every((timeMs, row) => row === 0 || timeMs > (table.timeMs[row - 1] ?? 0))).toBe(
        true,
      );
      return isUnpolluted();
    }),
    { numRuns },
  );
});

test("and so it is from bytes, in text that is large enough to be read without parsing", () => {
  const padding = " ".repeat(16_384);
  fc.assert(
    fc.property(truth, variant, (facts, chosen) => {
      const bytes = new TextEncoder().encode(padding + JSON.stringify(responseFor(facts, chosen)));
      // What is no number in JSON, -0, comes as 0.
      expect(contents(decodeSeriesBytes(bytes))).toEqual(
        expected(facts)
          .map((line) => line.replace(/ -0$/, " 0"))
          .sort(),
      );
      return isUnpolluted();
    }),
    { numRuns },
  );
});

const broken = fc.oneof(
  fc.constantFrom<readonly [string, unknown]>(
    ["time", "1740787200000"],
    ["time", null],
    ["time", largestEpochMs + 1],
    ["time", Number.NaN],
    ["time", undefined],
  ),
  fc.tuple(fc.constantFrom("9", "00", "-1", "1.5", "value", "4294967296"), number),
  fc.tuple(
    fc.constant("0"),
    fc.constantFrom<unknown>("5", true, [], {}, Number.NaN, Number.POSITIVE_INFINITY),
  ),
);

test("a wrong cell anywhere is an error, never a number", () => {
  const two = truth.filter((facts) => facts.length > 1 && facts.some(({ values }) => values.size > 0));
  fc.assert(
    fc.property(two, variant, broken, fc.nat(), (facts, chosen, [key, value], at) => {
      const response = responseFor(facts, chosen) as { series: Record<string, unknown>[] }; // as built above
      const row = response.series[at % response.series.length] ?? {};
      row[key] = value;
      let outcome: unknown;
      try {
        outcome = decodeSeries(response);
      } catch (error) {
        outcome = error;
      }
      expect(isUsageDecodeError(outcome)).toBe(true);
      return isUnpolluted();
    }),
    { numRuns },
  );
});

const anyRow = fc.oneof(
  fc.dictionary(
    fc.oneof(fc.constantFrom("time", "0", "1", "__proto__"), fc.string()),
    fc.oneof(number, fc.jsonValue({ maxDepth: 1 })),
    { maxKeys: 4 },
  ),
  fc.jsonValue({ maxDepth: 1 }),
);
const anyResponse = fc.oneof(
  fc.record(
    {
      metadata: fc.array(fc.oneof(entry, fc.jsonValue({ maxDepth: 1 })), { maxLength: 3 }),
      series: fc.array(anyRow, { maxLength: 4 }),
    },
    { requiredKeys: [] },
  ),
  fc.record({ metadata: fc.jsonValue(), series: fc.jsonValue() }, { requiredKeys: [] }),
  fc.anything(),
);

test("anything else is a table that says no more than the response, or a typed error", () => {
  fc.assert(
    fc.property(anyResponse, (response) => {
      let table: SeriesTable;
      try {
        table = decodeSeries(response);
      } catch (error) {
        expect(isUsageDecodeError(error) || isSeriesConflictError(error)).toBe(true);
        return isUnpolluted();
      }
      const { series = [] } = response as { series?: Record<string, unknown>[] }; // it was read
      const said = (series ?? []).flatMap((row) =>
        Object.entries(row)
          .filter(([key]) => key !== "time")
          .map(([, value]) => value),
      );
      for (const { values } of table.columns) {
        for (const value of values) expect(Number.isNaN(value) || said.includes(value)).toBe(true);
      }
      return isUnpolluted();
    }),
    { numRuns },
  );
});
