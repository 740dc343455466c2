import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkLimit, type LimitOptions } from "./check-limit.ts";
import type { MonthEndForecast } from "./forecast-month-end.ts";

/** A forecast of a month with the given values on its first days, and projected ones from another day on. */
function forecastOf(actual: readonly number[], projected: readonly number[], from: number): MonthEndForecast {
  const day = (index: number): number => Date.UTC(2026, 10, 1 + index);
  const value = projected.at(-1) ?? 0;
  return {
    month: "2026-11",
    value,
    low: value,
    high: value * 1.1,
    method: "month-curve",
    unit: "contexts",
    reachedMonthToDate: Math.max(0, ...actual),
    throughMs: day(from),
    monthsUsed: 2,
    weeksUsed: undefined,
    backTest: undefined,
    actual: { timeMs: actual.map((_, index) => day(index)), values: actual },
    projected: { timeMs: projected.map((_, index) => day(from + index)), values: projected },
    isUpperBound: false,
    notes: ["Look twice."],
  };
}

// 10 a day. The third day is still running.
const month = forecastOf([10, 20, 25], [30, 40, 50, 60], 2);

describe("levels", () => {
  test.each<[string, LimitOptions, object]>([
    [
      "ok",
      { limit: 70 },
      {
        month: "2026-11",
        isUpperBound: false,
        level: "ok",
        usedRatio: 25 / 70,
        forecastRatio: 60 / 70,
        overage: 0,
        isBreachPossible: false,
        firstBreachDay: undefined,
        alerts: [{ ratio: 0.7, day: "2026-11-05", isProjected: true }],
        notes: ["Look twice."],
      },
    ],
    [
      "exactly reached is not exceeded",
      { limit: 60 },
      { level: "ok", forecastRatio: 1, overage: 0, isBreachPossible: true, firstBreachDay: undefined },
    ],
    [
      "warned of what is reached",
      { limit: 100, alertAt: [0.9, 0.2, 0.2, 0.1] },
      {
        level: "warning",
        alerts: [
          { ratio: 0.1, day: "2026-11-01", isProjected: false },
          { ratio: 0.2, day: "2026-11-02", isProjected: false },
        ],
      },
    ],
    [
      "expected",
      { limit: 50 },
      { level: "breach-expected", overage: 10, isBreachPossible: true, firstBreachDay: "2026-11-06" },
    ],
    [
      "breached today",
      { limit: 22 },
      {
        level: "breached",
        overage: 38,
        firstBreachDay: "2026-11-03",
        alerts: [
          { ratio: 0.7, day: "2026-11-02", isProjected: false },
          { ratio: 0.9, day: "2026-11-02", isProjected: false },
        ],
      },
    ],
    [
      "breached before",
      { limit: 19, alertAt: [] },
      { level: "breached", firstBreachDay: "2026-11-02", alerts: [] },
    ],
  ])("%s", (_name, options, expected) => {
    expect(checkLimit(month, options)).toMatchObject({ limit: options.limit, ...expected });
  });

  test("a day without a point that is projected to exceed comes before a later actual one", () => {
    // Nothing is known of the second day.
    const gap: MonthEndForecast = {
      ...forecastOf([10], [20, 35, 45], 1),
      reachedMonthToDate: 35,
      actual: { timeMs: [Date.UTC(2026, 10, 1), Date.UTC(2026, 10, 3)], values: [10, 35] },
    };
    expect(checkLimit(gap, { limit: 15, alertAt: [1] })).toMatchObject({
      level: "breached",
      firstBreachDay: "2026-11-02",
      alerts: [{ ratio: 1, day: "2026-11-02", isProjected: false }],
    });
  });
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("%d is refused as limit and as share", (value) => {
  expect(() => checkLimit(month, { limit: value })).toThrow(
    `limit = ${value} is refused: it is not a number above 0; give one.`,
  );
  expect(() => checkLimit(month, { limit: 1, alertAt: [0.5, value] })).toThrow(
    `alertAt = ${value} is refused: it is not a number above 0; give one.`,
  );
});

test("law: a higher limit is not exceeded earlier, nor by more", () => {
  const step = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 15 }),
      fc.array(step, { minLength: 1, maxLength: 15 }),
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 1, max: 2000 }),
      fc.integer({ min: 1, max: 500 }),
      (first, rest, running, limit, more) => {
        let total = 0;
        const add = (value: number): number => {
          total += value;
          return total;
        };
        const actual = first.map(add);
        const projected = rest.map(add);
        const forecast = forecastOf(actual, projected, Math.max(0, actual.length - running));
        const low = checkLimit(forecast, { limit });
        const high = checkLimit(forecast, { limit: limit + more });
        expect((high.firstBreachDay ?? "9999") >= (low.firstBreachDay ?? "9999")).toBe(true);
        expect(high.overage).toBe(Math.max(0, low.overage - more, total - limit - more));
        expect(low.firstBreachDay !== undefined).toBe(total > limit);
      },
    ),
    { numRuns: 2000 },
  );
});
