import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NonAdditiveError } from "../errors/non-additive-error.ts";
import { decodeSeries } from "../series/decode-series.ts";
import { mergeTables } from "../series/merge-tables.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { type Chargeback, chargeback } from "./chargeback.ts";

const at = (iso: string): number => Date.parse(iso);
const clientside = { operationId: "getMAUClientsideUsage" };
const exported = {
  operationId: "getDataExportEventsUsage",
  parameters: { aggregationType: "incremental" },
  granularity: "daily",
};

/** A table of months, or days, with the values of each series there; `null` where one has no point. */
function tableOf(
  metadata: readonly object[],
  points: Readonly<Record<string, readonly (number | null)[]>>,
  context: object = clientside,
): SeriesTable {
  const series = Object.entries(points).map(([day, values]) => ({
    time: at(day),
    ...Object.fromEntries(values.map((value, index) => [index, value])),
  }));
  return decodeSeries({ metadata, series }, context);
}

const apps = (...ids: readonly unknown[]): object[] => ids.map((sdkAppId) => ({ sdkAppId }));
const dimension = "sdkAppId";
const summary = ({ rows }: Chargeback): unknown => rows.map(({ label, value }) => [label, value]);

describe("distinct counts", () => {
  // Check value 4: A {1, 2, 3}, B {3, 4}.
  const groups = tableOf(apps("A", "B"), {
    "2026-10-30": [2, 1],
    "2026-10-31": [3, 2],
    "2026-11-01": [1, 1],
  });
  const total = tableOf([{}], { "2026-10-31": [4], "2026-11-01": [2] });

  test("are shared out by their share of the sum, with the overlap", () => {
    expect(chargeback(groups, total, { dimension, month: "2026-10", pricePerUnit: 0.5 })).toEqual({
      month: "2026-10",
      dimension,
      unit: "contexts",
      rows: [
        {
          label: "A",
          dimensionValue: "A",
          isUnattributed: false,
          value: 3,
          share: 0.6,
          allocated: 0.6 * 4,
          cost: 0.6 * 4 * 0.5,
        },
        {
          label: "B",
          dimensionValue: "B",
          isUnattributed: false,
          value: 2,
          share: 0.4,
          allocated: 0.4 * 4,
          cost: 0.4 * 4 * 0.5,
        },
      ],
      total: 4,
      sumOfGroups: 5,
      overlap: 1,
      cost: 2,
      isUpperBound: false,
      isPartial: undefined,
      notes: [],
    });
  });

  test("the last month of the total is the default, and there is no cost without a price", () => {
    expect(chargeback(groups, total, { dimension })).toMatchObject({
      month: "2026-11",
      total: 2,
      cost: undefined,
      rows: [{ cost: undefined }, { cost: undefined }],
    });
    expect(chargeback(groups, total, { dimension, pricePerUnit: 0 })).toMatchObject({
      cost: 0,
      rows: [{ cost: 0 }, { cost: 0 }],
    });
  });

  test("the largest point counts, and a low last one is noted", () => {
    const low = tableOf(apps("A", "B"), { "2026-10-30": [3, 2], "2026-10-31": [0, 2] });
    const { rows, notes } = chargeback(low, tableOf([{}], { "2026-10-31": [4] }), { dimension });
    expect(rows.map(({ value }) => value)).toEqual([3, 2]);
    expect(notes).toEqual(["The last point of 1 series is below the largest of 2026-10, which counts."]);
  });

  test("a sum below the total means that groups are missing", () => {
    const result = chargeback(groups, tableOf([{}], { "2026-10-31": [10] }), { dimension });
    expect(result.overlap).toBe(-5);
    expect(result.notes).toEqual(["The groups reach 5 of 10: some are missing, and the others bear it."]);
  });

  test("a group without a point is left out, and one with a zero is not", () => {
    const holes = tableOf(apps("A", "B", "C"), { "2026-09-30": [1, 1, 1], "2026-10-31": [4, null, 0] });
    const result = chargeback(holes, tableOf([{}], { "2026-10-31": [4] }), { dimension });
    expect(summary(result)).toEqual([
      ["A", 4],
      ["C", 0],
    ]);
    expect(result.notes).toEqual(["1 series have no point in the month and are left out."]);
  });

  test("a month that was still running is noted, and so are the notes of both tables", () => {
    const context = { ...clientside, granularity: "daily", nowMs: at("2026-11-01T12:00Z") };
    const running = tableOf([{}], { "2026-11-01": [2] }, context);
    const noted: SeriesTable = {
      ...groups,
      notes: ["Look twice."],
      facts: { ...groups.facts, isUpperBound: true },
    };
    expect(chargeback(noted, running, { dimension })).toMatchObject({
      isUpperBound: true,
      isPartial: true,
      notes: [
        "Look twice.",
        ...["total", "groups"].map(
          (name) => `2026-11 is not whole in the ${name}: it was still running, or lacks points for its end.`,
        ),
      ],
    });
  });

  test("groups of the same value are refused", () => {
    const twice = tableOf(
      [
        { sdkAppId: "A\u001b", sdkName: "x" },
        { sdkAppId: "A\u001b", sdkName: "y" },
      ],
      { "2026-10-31": [1, 2] },
    );
    const call = (): unknown => chargeback(twice, total, { dimension, month: "2026-10" });
    expect(call).toThrow(NonAdditiveError);
    expect(call).toThrow(
      'These numbers cannot be added over groups: several series have sdkAppId "A\\u001b", and they may overlap; ask for a breakdown by this dimension alone.',
    );
  });
});

describe("what has no value", () => {
  const metadata = [...apps("Unknown", "shop", "UNKNOWN ", "", null, "n/a"), {}];
  const points = { "2026-10-31": [1, 10, 2, 3, 4, 5, 6] };
  const total = tableOf([{}], { "2026-10-31": [20] });

  test("is one row, in any letter case", () => {
    const { rows, notes } = chargeback(tableOf(metadata, points), total, { dimension });
    expect(
      rows.map(({ label, dimensionValue, isUnattributed, value }) => [
        label,
        dimensionValue,
        isUnattributed,
        value,
      ]),
    ).toEqual([
      ["(unattributed)", undefined, true, 16],
      ["shop", "shop", false, 10],
      ["n/a", "n/a", false, 5],
    ]);
    expect(notes).toEqual([
      "5 series without sdkAppId are added to be charged as one, which may count some keys twice.",
    ]);
  });

  test("can be named by the caller", () => {
    expect(
      summary(chargeback(tableOf(metadata, points), total, { dimension, unattributed: ["N/A"] })),
    ).toEqual([
      ["(unattributed)", 15],
      ["shop", 10],
      ["", 3],
      ["UNKNOWN ", 2],
      ["Unknown", 1],
    ]);
  });

  test("counters may be added, and nothing is said of keys", () => {
    const kinds = [{ eventKind: "unknown" }, {}, { eventKind: "custom" }, { eventKind: "custom" }];
    const counted = tableOf(
      kinds,
      { "2026-10-30": [1, 2, 3, 4], "2026-10-31": [10, 20, 30, null] },
      exported,
    );
    const result = chargeback(counted, tableOf([{}], { "2026-10-30": [10], "2026-10-31": [60] }, exported), {
      dimension: "eventKind",
    });
    expect(summary(result)).toEqual([
      ["custom", 37],
      ["(unattributed)", 33],
    ]);
    expect(result).toMatchObject({ total: 70, overlap: 0 });
    expect(result.notes.slice(2)).toEqual([
      "1 series lack points for some of 2026-10.",
      "2 series without eventKind are added to be charged as one.",
    ]);
  });
});

describe("a month that is not all there", () => {
  const dayMs = 86_400_000;
  const nowMs = at("2026-06-01");
  const counted = { ...exported, granularity: "daily", nowMs } as const;
  const toDate = { ...clientside, granularity: "daily", nowMs } as const;
  const days = (from: string, to: string): string[] =>
    Array.from({ length: (at(to) - at(from)) / dayMs + 1 }, (_, day) =>
      new Date(at(from) + day * dayMs).toISOString(),
    );
  /** One series with a value for each day. */
  function dailyOf(
    found: readonly string[],
    pointOf: (position: number) => number | null,
    context: object,
  ): SeriesTable {
    const points = Object.fromEntries(found.map((day, position) => [day, [pointOf(position)]]));
    return tableOf(apps("A"), points, context);
  }
  const chargeJanuary = (groups: SeriesTable, total = groups): Chargeback =>
    chargeback(groups, total, { dimension, month: "2026-01" });
  const ends = ["groups", "total"].map(
    (name) => `2026-01 is not whole in the ${name}: it was still running, or lacks points for its end.`,
  );
  const parts = ends.map((note) => note.replace("its end", "some of its time"));

  test.each<[string, string, string, number]>([
    ["begins", "2026-01-01", "2026-01-10", 100],
    ["ends", "2026-01-20", "2026-01-31", 120],
  ])("is partial where only its %s is there", (name, from, to, total) => {
    const sums = chargeJanuary(dailyOf(days(from, to), () => 10, counted));
    expect(sums).toMatchObject({ total, isPartial: true, notes: parts.toReversed() });
    const reached = chargeJanuary(dailyOf(days(from, to), (position) => (position + 1) * 10, toDate));
    const isWhole = name === "ends";
    expect(reached).toMatchObject({ total, isPartial: !isWhole, notes: isWhole ? [] : ends.toReversed() });
  });

  test("is partial where a day inside it is absent or a hole, of sums", () => {
    const all = days("2026-01-01", "2026-01-31");
    const whole = dailyOf(all, () => 10, counted);
    expect(chargeJanuary(whole)).toMatchObject({ total: 310, isPartial: false, notes: [] });
    const lacking = all.filter((_day, position) => position !== 9);
    expect(
      chargeJanuary(
        whole,
        dailyOf(lacking, () => 10, counted),
      ),
    ).toMatchObject({
      total: 300,
      isPartial: true,
      notes: [parts[1], "The groups reach 310 of 300: the tables may be of different filters or times."],
    });
    const hole = dailyOf(all, (position) => (position === 9 ? null : 10), counted);
    expect(chargeJanuary(whole, hole)).toMatchObject({ isPartial: true, total: 300 });
    expect(chargeJanuary(dailyOf(lacking, (position) => position, toDate))).toMatchObject({
      total: 29,
      isPartial: false,
    });
  });

  test("is partial while it runs, and unknown where it was not said when it was asked for", () => {
    const all = days("2026-01-01", "2026-01-31");
    const asked = (time: number | undefined): Chargeback =>
      chargeJanuary(dailyOf(all, () => 10, { ...counted, nowMs: time }));
    expect(asked(at("2026-01-31T12:00Z"))).toMatchObject({ isPartial: true, notes: parts.toReversed() });
    expect(asked(undefined)).toMatchObject({ isPartial: undefined, notes: [] });
    const [untold, whole] = [undefined, nowMs].map((time) =>
      dailyOf(all, () => 10, { ...counted, nowMs: time }),
    ) as [SeriesTable, SeriesTable]; // `map` gives as many items as it got
    expect(chargeJanuary(untold, whole).isPartial).toBe(undefined);
    expect(chargeJanuary(whole, untold).isPartial).toBe(undefined);
    expect(chargeJanuary(whole).isPartial).toBe(false);
  });

  test("one point of unknown width covers its day, and on the first of a month it may be of all of it", () => {
    const alone = (day: string): Chargeback => chargeJanuary(tableOf(apps("A"), { [day]: [5] }));
    expect(alone("2026-01-10")).toMatchObject({ isPartial: true, notes: ends.toReversed() });
    expect(alone("2026-01-31")).toMatchObject({ isPartial: undefined, notes: [] });
    expect(alone("2026-01-01")).toMatchObject({ isPartial: undefined, notes: [] });
  });

  test("series that end before the others, or have holes, are counted", () => {
    const points = { "2026-01-30": [3, 2], "2026-01-31": [4, null] };
    const total = (context: object): SeriesTable =>
      tableOf([{}], { "2026-01-30": [5], "2026-01-31": [6] }, context);
    expect(chargeJanuary(tableOf(apps("A", "B"), points, toDate), total(toDate)).notes).toEqual([
      "1 series lack points for the end of 2026-01.",
    ]);
    expect(chargeJanuary(tableOf(apps("A", "B"), points, counted), total(counted)).notes).toContain(
      "1 series lack points for some of 2026-01.",
    );
  });

  test("weeks that reach over an end of it are refused", () => {
    // 10 a day in weeks of Monday to Sunday: 2026-04-27 reaches into May, which ends on a Sunday.
    const weekly = { ...counted, granularity: "weekly" } as const;
    const weeks = ["2025-12-29", "2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"];
    expect(() => chargeJanuary(dailyOf(weeks, () => 70, weekly))).toThrow(
      "table = 2025-12-29T00:00:00.000Z is refused: its weekly bucket reaches over the end of the monthly one; give finer points, or points of the time zone UTC.",
    );
    expect(() => chargeJanuary(dailyOf(weeks.slice(1), () => 70, weekly))).toThrow(
      "table = 2026-01-26T00:00:00.000Z is refused: its weekly bucket reaches over the end",
    );
    const may = dailyOf(["2026-04-27", "2026-05-04", "2026-05-11"], () => 70, weekly);
    expect(() => chargeback(may, may, { dimension, month: "2026-05" })).toThrow(
      "table = 2026-04-27T00:00:00.000Z is refused",
    );
  });

  test("sums of buckets that overlap, or of unknown width, are refused", () => {
    const evaluations = { operationId: "getEvaluationsUsage", nowMs };
    const mixed = mergeTables([
      dailyOf(["2026-01-05"], () => 240, { ...evaluations, granularity: "daily" }),
      dailyOf(["2026-01-05T22:00Z", "2026-01-05T23:00Z"], () => 10, {
        ...evaluations,
        granularity: "hourly",
      }),
    ]);
    expect(() => chargeJanuary(mixed)).toThrow(
      "table = 2026-01-05T22:00:00.000Z is refused: the bucket at 2026-01-05T00:00:00.000Z holds it too, so it would count twice; remove one of the two.",
    );
    // What overlaps in other months does not matter.
    const february = dailyOf(["2026-02-03"], () => 7, { ...evaluations, granularity: "daily" });
    const longer = mergeTables([mixed, february]);
    expect(chargeback(longer, longer, { dimension, month: "2026-02" }).total).toBe(7);
    const lone = tableOf(apps("A"), { "2026-01-05": [240] }, evaluations);
    expect(() => chargeJanuary(lone)).toThrow(
      'table = 2026-01-05T00:00:00.000Z is refused: it is the start of a bucket of unknown width; give "granularity" where the table is decoded.',
    );
  });
});

test("counters whose groups are more than the total are noted", () => {
  const groups = tableOf([{ eventKind: "a" }], { "2026-10-30": [11] }, exported);
  expect(
    chargeback(groups, tableOf([{}], { "2026-10-30": [10] }, exported), {
      dimension: "eventKind",
    }).notes.slice(2),
  ).toEqual(["The groups reach 11 of 10: the tables may be of different filters or times."]);
});

test("values of any type and name are data", () => {
  const metadata = apps(true, "true", ["a"], "__proto__", "constructor", "unattributed");
  const groups = tableOf(metadata, { "2026-10-31": [6, 5, 4, 3, 2, 1] });
  expect(summary(chargeback(groups, tableOf([{}], { "2026-10-31": [21] }), { dimension }))).toEqual([
    ["true", 6],
    ["true", 5],
    ['["a"]', 4],
    ["__proto__", 3],
    ["constructor", 2],
    ["unattributed", 1],
  ]);
  const odd: unknown = JSON.parse('{"metadata":[{"__proto__":"a"}],"series":[{"time":0,"0":1}]}');
  const total = tableOf([{}], { "1970-01-01": [1] });
  expect(summary(chargeback(decodeSeries(odd, clientside), total, { dimension: "__proto__" }))).toEqual([
    ["a", 1],
  ]);
  expect(() => chargeback(groups, total, { dimension: "toString" })).toThrow(
    'dimension = "toString" is refused: no series has this dimension; use one of sdkAppId.',
  );
});

test("a month of nothing is shared out as nothing", () => {
  const groups = tableOf(apps("A", "B"), { "2026-10-31": [0, 0] });
  expect(chargeback(groups, tableOf([{}], { "2026-10-31": [0] }), { dimension })).toMatchObject({
    rows: [
      { label: "A", share: 0, allocated: 0 },
      { label: "B", share: 0, allocated: 0 },
    ],
    overlap: 0,
    notes: [],
  });
});

describe("refused", () => {
  const groups = tableOf(apps("A"), { "2026-10-31": [1] });
  const total = tableOf([{}], { "2026-10-31": [1] });

  test.each<[string, () => unknown, string]>([
    [
      "another operation",
      () => chargeback(groups, tableOf([{}], {}, { operationId: "getMAUTotalUsage" }), { dimension }),
      'total = "getMAUTotalUsage, distinct, contexts, month-to-date, UTC" is refused: it does not answer the question of the groups, getMAUClientsideUsage, distinct, contexts, month-to-date, UTC; give as total the answer without a breakdown.',
    ],
    [
      "another aggregation",
      () =>
        chargeback(
          groups,
          tableOf([{}], {}, { ...clientside, parameters: { aggregationType: "incremental" } }),
          {
            dimension,
          },
        ),
      'total = "getMAUClientsideUsage, distinct, contexts, incremental, UTC" is refused: it does not answer the question of the groups, getMAUClientsideUsage, distinct, contexts, month-to-date, UTC; give as total the answer without a breakdown.',
    ],
    [
      "increments of distinct counts",
      () => {
        const context = { ...clientside, parameters: { aggregationType: "incremental" } };
        const points = { "2026-10-31": [1] };
        return chargeback(tableOf(apps("A"), points, context), tableOf([{}], points, context), { dimension });
      },
      'table = "getMAUClientsideUsage, distinct, contexts, incremental, UTC" is refused',
    ],
    [
      "a total of several series",
      () => chargeback(groups, tableOf(apps("A", "B"), {}), { dimension }),
      'total = "2 series" is refused: it is not one series; filter to one group, or ask without a breakdown.',
    ],
    [
      "a month that is none",
      () => chargeback(groups, total, { dimension, month: "2026-13" }),
      'month = "2026-13" is refused: it is not a calendar month; give text such as "2026-10".',
    ],
    [
      "a month without a point",
      () => chargeback(groups, total, { dimension, month: "2026-09" }),
      'month = "2026-09" is refused: the total has no point in it; give a month of the total.',
    ],
    [
      "an empty total",
      () => chargeback(groups, tableOf([{}], {}), { dimension }),
      'total = "a series without points" is refused: it has no month to share out; ask for points.',
    ],
    [
      "groups of another month",
      () => chargeback(tableOf(apps("A"), { "2026-09-30": [1] }), total, { dimension }),
      'month = "2026-10" is refused: no group has used anything in it to share the total by; give groups of the same month as the total.',
    ],
    [
      "groups without a breakdown",
      () => chargeback(total, total, { dimension }),
      'dimension = "sdkAppId" is refused: no series has this dimension; ask for the breakdown first.',
    ],
    [
      "a price that is none",
      () => chargeback(groups, total, { dimension, pricePerUnit: -1 }),
      "pricePerUnit = -1 is refused: it is not a number from 0; give one.",
    ],
  ])("%s", (_name, call, message) => {
    expect(call).toThrow(message);
  });
});

test("law: what is allocated adds up to the total, and costs to the whole cost", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.constantFrom("a", "b", "c", "unknown", "Unknown", ""), fc.integer({ min: 0, max: 1e9 })),
        {
          minLength: 1,
          maxLength: 12,
        },
      ),
      fc.integer({ min: 1, max: 1e9 }),
      fc.integer({ min: 0, max: 1e6 }),
      (found, reached, tenThousandths) => {
        const pricePerUnit = tenThousandths / 10_000;
        fc.pre(found.some(([, value]) => value > 0));
        const context = { operationId: "getServiceConnectionsUsage" };
        const groups = tableOf(
          found.map(([sdkVersion]) => ({ sdkVersion })),
          { "2026-10-31": found.map(([, value]) => value) },
          context,
        );
        const total = tableOf([{}], { "2026-10-31": [reached] }, context);
        const result = chargeback(groups, total, { dimension: "sdkVersion", pricePerUnit });
        const sumOf = (values: readonly number[]): number => values.reduce((left, right) => left + right, 0);
        expect(Math.abs(sumOf(result.rows.map(({ allocated }) => allocated)) - reached)).toBeLessThan(
          reached * 1e-12,
        );
        const cost = result.cost ?? Number.NaN;
        const costs = sumOf(result.rows.map((row) => row.cost ?? Number.NaN));
        expect(Math.abs(costs - cost)).toBeLessThanOrEqual(cost * 1e-12);
        expect(sumOf(result.rows.map(({ share }) => share))).toBeCloseTo(1, 12);
        expect(result.overlap).toBe(result.sumOfGroups - reached);
        const values = result.rows.map(({ value }) => value);
        expect(values).toEqual(values.toSorted((left, right) => right - left));
        expect(result.rows.filter(({ isUnattributed }) => isUnattributed).length).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 2000 },
  );
});
