import { largestEpochMs } from "@ldusage/types/time";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeSeries } from "../series/decode-series.ts";
import { mergeTables } from "../series/merge-tables.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { forecastMonthEnd, type MonthEndForecast } from "./forecast-month-end.ts";

const dayMs = 86_400_000;
const at = (iso: string): number => Date.parse(iso);
const monthOf = (timeMs: number): string => new Date(timeMs).toISOString().slice(0, 7);
const dayOf = (timeMs: number): number => new Date(timeMs).getUTCDate();

interface Shape {
  readonly from: string;
  /** The last day. */
  readonly to: string;
  readonly nowMs: number;
  readonly operationId?: string;
  readonly parameters?: object;
}

/** A table with the value of each day; nothing where that is `undefined`. */
function daily(shape: Shape, pointOf: (timeMs: number) => number | undefined): SeriesTable {
  const series: { time: number; "0": number }[] = [];
  for (let time = at(shape.from); time <= at(shape.to); time += dayMs) {
    const value = pointOf(time);
    if (value !== undefined) series.push({ time, "0": value });
  }
  const { operationId = "getMAUClientsideUsage", parameters = {}, nowMs } = shape;
  return decodeSeries({ metadata: [{}], series }, { operationId, parameters, granularity: "daily", nowMs });
}

describe("by the curves of past months", () => {
  const nowMs = at("2026-11-15T12:00Z");
  const shape: Shape = { from: "2026-08-01", to: "2026-11-15", nowMs };
  // Months of 31, 30, 31 and 30 days, each in a straight line to its own end.
  const ends: Readonly<Record<string, number>> = { "2026-08": 310, "2026-09": 300, "2026-10": 620 };
  const straight = (timeMs: number): number => {
    const month = monthOf(timeMs);
    const length = new Date(Date.UTC(2026, Number(month.slice(5)), 0)).getUTCDate();
    return ((ends[month] ?? 900) * dayOf(timeMs)) / length;
  };

  test("even use is met exactly, though the months differ in length", () => {
    const forecast = forecastMonthEnd(daily(shape, straight), { nowMs });
    expect(forecast).toMatchObject({
      month: "2026-11",
      method: "month-curve",
      unit: "contexts",
      reachedMonthToDate: 450,
      throughMs: at("2026-11-15"),
      monthsUsed: 3,
      weeksUsed: undefined,
      isUpperBound: false,
      notes: [],
    });
    for (const value of [forecast.value, forecast.low, forecast.high]) expect(value).toBeCloseTo(900, 9);
    expect(forecast.backTest?.monthsTested).toBe(3);
    expect(forecast.backTest?.errorRatio).toBeCloseTo(0, 12);
    expect(forecast.actual.timeMs.length).toBe(15);
    expect(forecast.actual.values.slice(0, 2)).toEqual([30, 60]);
    expect(forecast.projected.timeMs.map((timeMs) => new Date(timeMs).toISOString().slice(0, 10))).toEqual(
      Array.from({ length: 16 }, (_, index) => `2026-11-${15 + index}`),
    );
    for (const [index, value] of forecast.projected.values.entries()) {
      expect(value).toBeCloseTo(30 * (15 + index), 9);
    }
  });

  test("value by the median share, range by the largest and the smallest", () => {
    // August had reached 0.5 of its end after 15.5 of 31 days, September 0.8 after 15 of 30, and October 0.4.
    const months: Readonly<Record<string, readonly [number, number]>> = {
      "2026-08": [50, 100],
      "2026-09": [80, 100],
      "2026-10": [80, 200],
      "2026-11": [40, 40],
    };
    const now = at("2026-11-16T00:00Z");
    const table = daily({ ...shape, nowMs: now }, (timeMs) => {
      const [early, end] = months[monthOf(timeMs)] ?? [0, 0];
      return dayOf(timeMs) <= 16 ? early : end;
    });
    expect(forecastMonthEnd(table, { nowMs: now })).toMatchObject({
      value: 40 / 0.5,
      low: 40 / 0.8,
      high: 40 / 0.4,
      // 0.5 against the median of 0.8 and 0.4, 0.8 against that of 0.5 and 0.4, 0.4 against that of 0.5 and 0.8.
      backTest: { errorRatio: expect.closeTo(Math.abs(0.4 / 0.65 - 1), 12), monthsTested: 3 },
      // After 16 days of November, August had gone 16/30 of the way from its half to its end.
      projected: { values: [expect.closeTo(80 * (0.5 + (0.5 * 16) / 30), 9), ...new Array(14).fill(80)] },
    });
  });

  test("a day still running and a zero at its end do not disturb", () => {
    const whole = forecastMonthEnd(daily({ ...shape, to: "2026-11-14" }, straight), { nowMs });
    const low = forecastMonthEnd(
      daily(shape, (timeMs) => (timeMs === at("2026-11-15") ? 0 : straight(timeMs))),
      { nowMs },
    );
    expect(low).toEqual({ ...whole, notes: low.notes });
    expect(whole.notes).toEqual([]);
    expect(low.notes).toEqual([
      "Points below what their month had reached do not count: 1, the first at 2026-11-15T00:00:00.000Z.",
    ]);
    // The zero may be of a day that has ended, where the current day has no point.
    const yesterday = forecastMonthEnd(
      daily({ ...shape, to: "2026-11-14" }, (timeMs) => (timeMs === at("2026-11-14") ? 0 : straight(timeMs))),
      { nowMs },
    );
    expect(yesterday.throughMs).toBe(at("2026-11-14"));
    expect(yesterday.value).toBeCloseTo(900, 9);
  });

  test("a month whose last point is zero has reached its largest", () => {
    const table = daily(shape, (timeMs) => (timeMs === at("2026-10-31") ? 0 : straight(timeMs)));
    const forecast = forecastMonthEnd(table, { nowMs });
    expect(forecast.monthsUsed).toBe(3);
    // October reached 600 on its 30th day: after 14 of 30 days, 14.47 of 31, it had 289.33 of these.
    expect(forecast.low).toBeCloseTo(420 / ((20 * 14 * 31) / 30 / 600), 9);
  });

  test("a point that was partial when it was asked for is not a whole day later", () => {
    const asked = daily({ ...shape, to: "2026-11-10", nowMs: at("2026-11-10T06:00Z") }, (timeMs) =>
      timeMs === at("2026-11-10") ? 271 : straight(timeMs),
    );
    const forecast = forecastMonthEnd(asked, { nowMs });
    expect(forecast).toMatchObject({ throughMs: at("2026-11-10"), reachedMonthToDate: 271 });
    expect(forecast.value).toBeCloseTo(900, 9);
  });

  test("a table that ends days before now is noted", () => {
    const end = at("2026-11-30T12:00Z");
    const notesThrough = (to: string): readonly string[] =>
      forecastMonthEnd(daily({ ...shape, to, nowMs: end }, straight), { nowMs: end }).notes;
    expect(notesThrough("2026-11-28")).toEqual([]);
    expect(notesThrough("2026-11-27")).toEqual([
      "The 2 days before the one of asking have no point to go by: they are forecast too.",
    ]);
    expect(notesThrough("2026-11-09")).toEqual([
      "The 20 days before the one of asking have no point to go by: they are forecast too.",
    ]);
  });

  test("points after now are not known yet", () => {
    const early = at("2026-11-05T12:00Z");
    const table = daily(shape, straight);
    const untold = { ...table, partial: table.partial.map(() => undefined) };
    expect(forecastMonthEnd(untold, { nowMs: early })).toMatchObject({
      reachedMonthToDate: 150,
      throughMs: at("2026-11-05"),
    });
  });

  test("a month that is not whole, or says nothing, is left out and named", () => {
    const table = daily({ ...shape, from: "2026-06-20" }, (timeMs) => {
      if (monthOf(timeMs) === "2026-07") return dayOf(timeMs) === 31 ? 5 : 0;
      return timeMs === at("2026-09-30") ? undefined : straight(timeMs);
    });
    const forecast = forecastMonthEnd(table, { nowMs });
    expect(forecast.monthsUsed).toBe(2);
    expect(forecast.notes).toEqual([
      "Not used, as their points do not tell their curve: 2026-06, 2026-07, 2026-09.",
    ]);
  });

  test("it is never below what is reached today", () => {
    const table = daily(shape, (timeMs) => (timeMs === at("2026-11-15") ? 2000 : straight(timeMs)));
    const forecast = forecastMonthEnd(table, { nowMs });
    expect(forecast).toMatchObject({ value: 2000, low: 2000, high: 2000, reachedMonthToDate: 2000 });
    expect(new Set(forecast.projected.values)).toEqual(new Set([2000]));
  });

  test("points of an operation that is not known are taken as month-to-date, and that is said", () => {
    const { timeMs, columns } = daily(shape, straight);
    const series = Array.from(timeMs, (time, row) => ({ time, "0": columns[0]?.values[row] ?? 0 }));
    const forecast = forecastMonthEnd(decodeSeries({ metadata: [{}], series }), { nowMs });
    expect(forecast.value).toBeCloseTo(900, 9);
    expect(forecast.unit).toBe(null);
    expect(forecast.notes).toEqual(["The operation is not known: its points are taken to be month-to-date."]);
  });

  test("notes and the mark of an upper bound are kept, and the table is left as it is", () => {
    const table = daily(shape, straight);
    const marked: SeriesTable = {
      ...table,
      facts: { ...table.facts, isUpperBound: true },
      notes: ["Look twice."],
    };
    const copy = structuredClone(marked.columns[0]?.values);
    expect(forecastMonthEnd(marked, { nowMs })).toMatchObject({ isUpperBound: true, notes: ["Look twice."] });
    expect(marked.columns[0]?.values).toEqual(copy);
  });

  test.each<[string, Shape, string]>([
    [
      "one month of history",
      { ...shape, from: "2026-10-01" },
      'table = "1 whole months before 2026-11" is refused: the forecast needs the curves of 2; ask for points from earlier on.',
    ],
    [
      "no whole day",
      { ...shape, to: "2026-11-01", nowMs: at("2026-11-01T12:00Z") },
      'table = "no whole day of 2026-11" is refused: the month has only begun; ask again a day later.',
    ],
    [
      "no point of the month",
      { ...shape, to: "2026-10-31" },
      'table = "no point in 2026-11" is refused: the month to forecast is that of nowMs; ask for points up to now.',
    ],
    [
      "rolling points",
      { ...shape, parameters: { aggregationType: "rolling_30d" } },
      'table = "getMAUClientsideUsage, distinct, contexts, rolling, UTC" is refused: its points say nothing of a month as a whole; ask for month-to-date points.',
    ],
    [
      "increments of a distinct count",
      { ...shape, parameters: { aggregationType: "incremental" } },
      'table = "getMAUClientsideUsage, distinct, contexts, incremental, UTC" is refused: its points say nothing of a month as a whole; ask for month-to-date points.',
    ],
    [
      "a gauge",
      { ...shape, operationId: "getStreamUsage" },
      'table = "getStreamUsage, gauge, connections, no aggregation, UTC" is refused: its points say nothing of a month as a whole; ask for month-to-date points.',
    ],
    [
      "another time zone",
      { ...shape, operationId: "getEvaluationsUsage", parameters: { tz: "Europe/Berlin" } },
      'table = "Europe/Berlin" is refused: it has days of another time zone; ask for days of UTC.',
    ],
  ])("%s is refused", (_name, refused, message) => {
    const call = (): MonthEndForecast => forecastMonthEnd(daily(refused, straight), { nowMs: refused.nowMs });
    expect(call).toThrow(expect.objectContaining({ name: "UsageInputError", message }));
  });

  test("options and tables that make no sense are refused", () => {
    const table = daily(shape, straight);
    expect(() => forecastMonthEnd(table, { nowMs: Number.NaN })).toThrow(
      "nowMs = NaN is refused: it is not a point in time; give epoch milliseconds.",
    );
    expect(() => forecastMonthEnd(table, { nowMs, minimumMonths: 1 })).toThrow(
      "minimumMonths = 1 is refused: it is not a whole number from 2; give one.",
    );
    expect(() => forecastMonthEnd(table, { nowMs, minimumMonths: 4 })).toThrow(
      /"3 whole months before 2026-11"/,
    );
    expect(() => forecastMonthEnd({ ...table, columns: [] }, { nowMs })).toThrow(
      'table = "0 series" is refused: it is not one series; filter to one group, or ask without a breakdown.',
    );
    const monthly = { ...table, granularities: table.granularities.map(() => "monthly" as const) };
    expect(() => forecastMonthEnd(monthly, { nowMs })).toThrow(
      'table = "monthly" is refused: its points are wider than a day; ask for daily points.',
    );
  });

  test("times at the ends of time are not its concern", () => {
    const table = decodeSeries(
      {
        metadata: [{}],
        series: [
          { time: -largestEpochMs, "0": 1 },
          { time: nowMs, "0": 1 },
          { time: largestEpochMs, "0": 1 },
        ],
      },
      { operationId: "getMAUTotalUsage" },
    );
    expect(() => forecastMonthEnd(table, { nowMs })).toThrow(/no whole day of 2026-11/);
  });
});

describe("by the run rate of weekdays", () => {
  // 2 November 2026 was a Monday.
  const nowMs = at("2026-11-24T12:00Z");
  const counter: Shape = {
    from: "2026-10-20",
    to: "2026-11-24",
    nowMs,
    operationId: "getServiceConnectionsUsage",
    parameters: { aggregationType: "incremental" },
  };
  const isWeekend = (timeMs: number): boolean => [0, 6].includes(new Date(timeMs).getUTCDay());
  const added = (timeMs: number): number => {
    if (timeMs === at("2026-11-24")) return 3;
    return isWeekend(timeMs) ? 1 : 10;
  };
  const monthToDate = (timeMs: number): number => {
    let total = 0;
    for (let day = at(`${monthOf(timeMs)}-01`); day <= timeMs; day += dayMs) total += added(day);
    return total;
  };
  const tables: [string, SeriesTable][] = [
    ["increments", daily(counter, added)],
    ["month-to-date points", daily({ ...counter, parameters: {} }, monthToDate)],
  ];

  test.each(tables)("%s give what is reached and what each weekday adds", (_name, table) => {
    // 1 to 23 November: 16 weekdays and 7 days of weekends. 24 to 30: 5 weekdays and 2.
    const reached = 16 * 10 + 7;
    expect(forecastMonthEnd(table, { nowMs })).toMatchObject({
      month: "2026-11",
      value: reached + 52,
      low: reached + 52,
      high: reached + 52,
      method: "weekday-run-rate",
      unit: "minutes",
      reachedMonthToDate: reached + 3,
      throughMs: at("2026-11-24"),
      monthsUsed: undefined,
      weeksUsed: 4,
      backTest: undefined,
      projected: {
        timeMs: Array.from({ length: 7 }, (_, index) => at(`2026-11-${24 + index}`)),
        values: [10, 20, 30, 40, 41, 42, 52].map((value) => reached + value),
      },
      notes: [],
    });
  });

  test("the range is that of the four weeks", () => {
    // Weeks from Tuesday to Monday that add 7, 14, 21 and 28.
    const start = at("2026-10-27");
    const byWeek = (timeMs: number): number =>
      timeMs < start ? 100 : 1 + Math.floor((timeMs - start) / (7 * dayMs));
    const forecast = forecastMonthEnd(daily({ ...counter, to: "2026-11-23" }, byWeek), { nowMs });
    // 1 and 2 November add 1 each.
    const reached = 2 * 1 + 14 + 21 + 28;
    expect(forecast).toMatchObject({
      value: reached + 7 * 2.5,
      low: reached + 7,
      high: reached + 28,
      reachedMonthToDate: reached,
    });
  });

  test("today counts with what it has added, where that is more than its weekday does", () => {
    const table = daily(counter, (timeMs) => (timeMs === at("2026-11-24") ? 500 : added(timeMs)));
    const reached = 16 * 10 + 7 + 500;
    expect(forecastMonthEnd(table, { nowMs })).toMatchObject({
      value: reached + 42,
      reachedMonthToDate: reached,
      projected: { values: [0, 10, 20, 30, 31, 32, 42].map((value) => reached + value) },
    });
  });

  test("a zero at the end of month-to-date points does not disturb", () => {
    const table = daily({ ...counter, to: "2026-11-23", parameters: {} }, (timeMs) =>
      timeMs === at("2026-11-23") ? 0 : monthToDate(timeMs),
    );
    const longer = daily({ ...counter, from: "2026-10-19", to: "2026-11-23", parameters: {} }, (timeMs) =>
      timeMs === at("2026-11-23") ? 0 : monthToDate(timeMs),
    );
    for (const each of [table, longer]) {
      expect(forecastMonthEnd(each, { nowMs })).toMatchObject({
        value: 16 * 10 + 7 + 52,
        throughMs: at("2026-11-23"),
      });
    }
  });

  test("on the first of a month the weeks before tell all of it", () => {
    const first = at("2026-12-01T01:00Z");
    const table = daily({ ...counter, to: "2026-12-01", nowMs: first }, (timeMs) =>
      timeMs === at("2026-12-01") ? 0 : isWeekend(timeMs) ? 1 : 10,
    );
    // December 2026 has 23 weekdays and 8 days of weekends.
    expect(forecastMonthEnd(table, { nowMs: first })).toMatchObject({
      value: 238,
      reachedMonthToDate: 0,
      throughMs: at("2026-12-01"),
      projected: { timeMs: { length: 31 } },
    });
  });

  test("past months are forecast from the same part of them", () => {
    const table = daily({ ...counter, from: "2026-07-01" }, (timeMs) =>
      monthOf(timeMs) === "2026-10" && dayOf(timeMs) > 24 ? 2 * added(timeMs) : added(timeMs),
    );
    const { backTest } = forecastMonthEnd(table, { nowMs });
    // July has not four weeks before its 24th. August and September go on as before; October's last week does not.
    expect(backTest).toEqual({ errorRatio: 0, monthsTested: 3 });
    const onlyOctober = daily({ ...counter, from: "2026-09-20" }, (timeMs) =>
      monthOf(timeMs) === "2026-10" && dayOf(timeMs) > 24 ? 2 * added(timeMs) : added(timeMs),
    );
    // 24 days add 177, as forecast; the last seven add 104 where 52 were forecast.
    const { backTest: october } = forecastMonthEnd(onlyOctober, { nowMs });
    expect(october).toEqual({
      errorRatio: expect.closeTo(1 - (177 + 52) / (177 + 104), 12),
      monthsTested: 1,
    });
  });

  test("days that are not known are left out of the means, and that is said", () => {
    const holes = ["2026-11-04", "2026-11-11"].map(at);
    const table = daily(counter, (timeMs) => (holes.includes(timeMs) ? undefined : added(timeMs)));
    const forecast = forecastMonthEnd(table, { nowMs });
    expect(forecast.value).toBe(14 * 10 + 7 + 52);
    expect(forecast.notes).toEqual([
      "What was added on 2 of the last 28 days is not known: they are left out.",
      "2 days of 2026-11 have no point: they add nothing.",
    ]);
    // Of month-to-date points the day after a hole is not known either, but nothing is lost of what is reached.
    const reached = daily({ ...counter, parameters: {} }, (timeMs) =>
      holes.includes(timeMs) ? undefined : monthToDate(timeMs),
    );
    expect(forecastMonthEnd(reached, { nowMs })).toMatchObject({
      value: 16 * 10 + 7 + 52,
      notes: ["What was added on 4 of the last 28 days is not known: they are left out."],
    });
  });

  test("hours are added to their days", () => {
    const series = Array.from({ length: 36 * 24 }, (_, hour) => {
      const time = at("2026-10-20") + hour * 3_600_000;
      return { time, "0": time < nowMs ? added(time - (time % dayMs)) : 0 };
    });
    const hourly = decodeSeries(
      { metadata: [{}], series },
      { operationId: "getDataExportEventsUsage", parameters: { aggregationType: "incremental" }, nowMs },
    );
    expect(forecastMonthEnd(hourly, { nowMs })).toMatchObject({ value: (16 * 10 + 7 + 52) * 24 });
  });

  test("less than four weeks are refused, and so is a weekday without a point", () => {
    const short = daily({ ...counter, from: "2026-10-28" }, added);
    expect(() => forecastMonthEnd(short, { nowMs })).toThrow(
      'table = "27 days up to the last whole one of 2026-11" is refused: it needs what was added in the 28 days before, on each weekday; ask for points from earlier on.',
    );
    expect(() => forecastMonthEnd(daily({ ...counter, from: "2026-10-27" }, added), { nowMs })).not.toThrow();
    const noSunday = daily(counter, (timeMs) =>
      new Date(timeMs).getUTCDay() === 0 ? undefined : added(timeMs),
    );
    expect(() => forecastMonthEnd(noSunday, { nowMs })).toThrow(/on each weekday/);
  });
});

describe("sums of a running month", () => {
  const nowMs = at("2026-11-30T12:00Z");
  const counter: Shape = {
    from: "2026-11-01",
    to: "2026-11-30",
    nowMs,
    operationId: "getDataExportEventsUsage",
    parameters: { aggregationType: "incremental" },
  };

  test("need its first day: what came before the table is not zero", () => {
    const asked = (from: string): MonthEndForecast =>
      forecastMonthEnd(
        daily({ ...counter, from }, (timeMs) => (timeMs === at("2026-11-30") ? 50 : 100)),
        { nowMs },
      );
    expect(asked("2026-11-01")).toMatchObject({ value: 3000, reachedMonthToDate: 2950, notes: [] });
    expect(() => asked("2026-11-02")).toThrow(
      'table = "2026-11-02" is refused: it begins inside 2026-11, and what came before in it is not known; ask for points from earlier on.',
    );
    // Month-to-date points hold what came before.
    const toDate = daily({ ...counter, from: "2026-11-02", parameters: {} }, (timeMs) => dayOf(timeMs) * 100);
    expect(forecastMonthEnd(toDate, { nowMs })).toMatchObject({ value: 3000 });
  });

  test("need their first hour too", () => {
    const hours = (from: string): SeriesTable => {
      const series = [];
      for (let time = at(from); time < nowMs; time += 3_600_000) series.push({ time, "0": 1 });
      const { operationId = "", parameters } = counter;
      return decodeSeries(
        { metadata: [{}], series },
        { operationId, parameters, granularity: "hourly", nowMs },
      );
    };
    expect(forecastMonthEnd(hours("2026-11-01T00:00Z"), { nowMs }).value).toBe(720);
    expect(() => forecastMonthEnd(hours("2026-11-01T05:00Z"), { nowMs })).toThrow(/it begins inside 2026-11/);
  });

  test("count no bucket twice, and need their widths", () => {
    const day = daily({ ...counter, operationId: "getEvaluationsUsage", parameters: {} }, () => 240);
    const hours = decodeSeries(
      { metadata: [{}], series: [22, 23].map((hour) => ({ time: at(`2026-11-05T${hour}:00Z`), "0": 10 })) },
      { operationId: "getEvaluationsUsage", granularity: "hourly", nowMs },
    );
    expect(() => forecastMonthEnd(mergeTables([day, hours]), { nowMs })).toThrow(
      "table = 2026-11-05T22:00:00.000Z is refused: the bucket at 2026-11-05T00:00:00.000Z holds it too, so it would count twice; remove one of the two.",
    );
    const untold = { ...day, granularities: day.granularities.map(() => undefined) };
    expect(() => forecastMonthEnd(untold, { nowMs })).toThrow(/it is the start of a bucket of unknown width/);
  });
});

describe("laws", () => {
  const steps = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 31, maxLength: 31 });
  const elapsed = fc.integer({ min: 1, max: 30 });

  /** A table of months of 31 days with the given daily increments, and of December so far. */
  function months(
    past: readonly (readonly number[])[],
    current: readonly number[],
    days: number,
    asked: { kind: string; factor?: number },
  ): [SeriesTable, { nowMs: number }] {
    const names = ["2026-05", "2026-07", "2026-08", "2026-10"].slice(0, past.length);
    const { kind, factor = 1 } = asked;
    const series = [
      ...names.map((name, index) => [name, past[index] ?? [], 31] as const),
      ["2026-12", current, days] as const,
    ].flatMap(([name, increments, length]) => {
      let total = 0;
      return increments.slice(0, length).map((step, day) => {
        total += step * factor;
        return { time: at(`${name}-01`) + day * dayMs, "0": total };
      });
    });
    const nowMs = at("2026-12-01") + days * dayMs;
    return [
      decodeSeries({ metadata: [{}], series }, { operationId: kind, granularity: "daily", nowMs }),
      { nowMs },
    ];
  }

  test("never below what is reached, inside the range, and never falling", () => {
    fc.assert(
      fc.property(fc.array(steps, { minLength: 2, maxLength: 4 }), steps, elapsed, (past, current, days) => {
        fc.pre(past.every((month) => (month[0] ?? 0) > 0));
        const { value, low, high, reachedMonthToDate, projected } = forecastMonthEnd(
          ...months(past, current, days, { kind: "getMAUTotalUsage" }),
        );
        expect(low).toBeGreaterThanOrEqual(reachedMonthToDate);
        expect(value).toBeGreaterThanOrEqual(low);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(projected.values.length).toBe(31 - days);
        expect(projected.values.at(-1)).toBe(value);
        let before = reachedMonthToDate;
        for (const each of projected.values) {
          expect(each).toBeGreaterThanOrEqual(before * (1 - 1e-12));
          before = each;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("like months are forecast exactly", () => {
    fc.assert(
      fc.property(steps, elapsed, fc.integer({ min: 1, max: 9 }), (month, days, factor) => {
        fc.pre((month[0] ?? 0) > 0);
        const larger = month.map((step) => step * factor);
        const forecast = forecastMonthEnd(
          ...months([month, month, month], larger, days, { kind: "getExperimentationKeysUsage" }),
        );
        const end = larger.reduce((left, right) => left + right);
        expect(forecast.value / end).toBeCloseTo(1, 12);
        expect(forecast.backTest).toEqual({ errorRatio: 0, monthsTested: 3 });
      }),
      { numRuns: 1000 },
    );
  });

  test("scaling what is used scales the forecast", () => {
    fc.assert(
      fc.property(
        steps,
        steps,
        steps,
        elapsed,
        fc.integer({ min: 2, max: 1000 }),
        (first, second, current, days, factor) => {
          fc.pre((first[0] ?? 0) > 0 && (second[0] ?? 0) > 0);
          const kind = "getMAUTotalUsage";
          const one = forecastMonthEnd(...months([first, second], current, days, { kind }));
          const many = forecastMonthEnd(...months([first, second], current, days, { kind, factor }));
          for (const part of ["value", "low", "high", "reachedMonthToDate"] as const) {
            expect(Math.abs(many[part] - one[part] * factor)).toBeLessThanOrEqual(many[part] * 1e-12);
          }
          expect(many.backTest?.errorRatio).toBeCloseTo(one.backTest?.errorRatio ?? Number.NaN, 9);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("counters: the same holds, and month-to-date points say the same as increments", () => {
    const week = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 70, maxLength: 70 });
    fc.assert(
      fc.property(
        week,
        fc.integer({ min: 29, max: 69 }),
        fc.integer({ min: 1, max: 100 }),
        (all, days, factor) => {
          const from = at("2026-10-01");
          const nowMs = from + days * dayMs + 1;
          fc.pre(dayOf(nowMs) !== 1);
          const operationId = "getDataExportEventsUsage";
          const forecastOf = (scale: number, isIncremental: boolean): MonthEndForecast => {
            let total = 0;
            const series = all.slice(0, days + 1).map((step, day) => {
              const time = from + day * dayMs;
              total = (isIncremental || dayOf(time) === 1 ? 0 : total) + step * scale;
              return { time, "0": total };
            });
            const parameters = { aggregationType: isIncremental ? "incremental" : "month_to_date" };
            return forecastMonthEnd(
              decodeSeries(
                { metadata: [{}], series },
                { operationId, parameters, granularity: "daily", nowMs },
              ),
              { nowMs },
            );
          };
          const one = forecastOf(1, true);
          expect(one.value).toBeGreaterThanOrEqual(one.reachedMonthToDate);
          expect(one.low).toBeLessThanOrEqual(one.value);
          expect(one.high).toBeGreaterThanOrEqual(one.value);
          expect(forecastOf(1, false)).toEqual(one);
          const many = forecastOf(factor, true);
          for (const part of ["value", "low", "high"] as const) {
            expect(Math.abs(many[part] - one[part] * factor)).toBeLessThanOrEqual(many[part] * 1e-12);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
