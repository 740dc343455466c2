import { checkNumber } from "../options/check-option.ts";
import { sortBy } from "../series/sort-by.ts";
import type { DailyValues, MonthEndForecast } from "./forecast-month-end.ts";
import { dayLabel } from "./usage-month.ts";

/**
 * What to check against. Limits are contract data: the API does not hold them.
 *
 * @example
 * ```ts
 * import type { LimitOptions } from "@ldusage/helpers";
 *
 * const options: LimitOptions = { limit: 100_000, alertAt: [0.5, 0.8, 1] };
 * ```
 */
export interface LimitOptions {
  /** What a month may reach, in the unit of the forecast: a number above 0. */
  readonly limit: number;
  /** Shares of the limit to be told about. @default [0.7, 0.9] */
  readonly alertAt?: readonly number[] | undefined;
}

/**
 * A share of the limit that the month reaches.
 *
 * @example
 * ```ts
 * import type { LimitAlert } from "@ldusage/helpers";
 *
 * const alert: LimitAlert = { ratio: 0.7, day: "2026-11-20", isProjected: true };
 * ```
 */
export interface LimitAlert {
  /** The share, as it was asked for. */
  readonly ratio: number;
  /** The first UTC day that reaches it, as `YYYY-MM-DD`. */
  readonly day: string;
  /** Whether that is forecast, and has not happened yet. */
  readonly isProjected: boolean;
}

/**
 * How a month stands against a limit.
 *
 * @example
 * ```ts
 * import type { LimitCheck } from "@ldusage/helpers";
 *
 * const needsAction = ({ level }: LimitCheck): boolean => level === "breach-expected" || level === "breached";
 * ```
 */
export interface LimitCheck {
  /** The UTC calendar month, as `YYYY-MM`. */
  readonly month: string;
  readonly limit: number;
  /**
   * - `breached`: the month has exceeded the limit.
   * - `breach-expected`: it is forecast to.
   * - `warning`: it is not, but the lowest of the shares to be told about is reached.
   * - `ok`: none of these.
   */
  readonly level: "ok" | "warning" | "breach-expected" | "breached";
  /** What is reached ÷ limit. */
  readonly usedRatio: number;
  /** Forecast ÷ limit. */
  readonly forecastRatio: number;
  /** How far the forecast exceeds the limit, in its unit; 0 where it does not. */
  readonly overage: number;
  /** Whether the high end of the forecast's range exceeds the limit. */
  readonly isBreachPossible: boolean;
  /** The first UTC day on which the month exceeds the limit, actual or projected; `undefined` where none does. */
  readonly firstBreachDay: string | undefined;
  /** The shares that are reached, actual or projected, in ascending order. */
  readonly alerts: readonly LimitAlert[];
  /** Whether the values are sums of groups that may overlap: the truth is at most as large. */
  readonly isUpperBound: boolean;
  /** The notes of the forecast: what a reader should know about the numbers, in plain words. */
  readonly notes: readonly string[];
}

/**
 * Compares a forecast and the days so far with a limit. The limit is exceeded by more than it, and a share is reached
 * by as much.
 *
 * @throws UsageInputError when the limit or a share is not a number above 0.
 *
 * @example
 * ```ts
 * import { checkLimit, decodeSeries, forecastMonthEnd } from "@ldusage/helpers";
 *
 * // A counter that adds 10 a day.
 * const series = Array.from({ length: 45 }, (_, day) => ({ time: Date.UTC(2026, 9, 1 + day), "0": 10 }));
 * const nowMs = Date.UTC(2026, 10, 15);
 * const table = decodeSeries(
 *   { metadata: [{}], series },
 *   { operationId: "getDataExportEventsUsage", parameters: { aggregationType: "incremental" }, nowMs },
 * );
 * const check = checkLimit(forecastMonthEnd(table, { nowMs }), { limit: 255 });
 * [check.level, check.overage, check.firstBreachDay]; //=> ["breach-expected", 45, "2026-11-26"]
 * check.alerts.map(({ day }) => day); //=> ["2026-11-18", "2026-11-23"]
 * ```
 */
export function checkLimit(forecast: MonthEndForecast, options: LimitOptions): LimitCheck {
  const { limit, alertAt = [0.7, 0.9] } = options;
  checkNumber("limit", limit, limit > 0, "number above 0");
  for (const ratio of alertAt) checkNumber("alertAt", ratio, ratio > 0, "number above 0");
  const { month, value, high, reachedMonthToDate, isUpperBound, notes } = forecast;
  const usedRatio = reachedMonthToDate / limit;
  const ratios = sortBy([...new Set(alertAt)], (ratio) => ratio);
  const alerts = ratios.flatMap((ratio): LimitAlert[] => {
    const found = firstDay(forecast, (reached) => reached / limit >= ratio);
    return found === undefined ? [] : [{ ratio, ...found }];
  });
  return {
    ...{ month, limit, isUpperBound, notes },
    level: levelOf(reachedMonthToDate > limit, value > limit, usedRatio >= Math.min(...alertAt)),
    usedRatio,
    forecastRatio: value / limit,
    overage: Math.max(0, value - limit),
    isBreachPossible: high > limit,
    firstBreachDay: firstDay(forecast, (reached) => reached > limit)?.day,
    alerts,
  };
}

function levelOf(isBreached: boolean, isExpected: boolean, isAlerted: boolean): LimitCheck["level"] {
  if (isBreached) return "breached";
  if (isExpected) return "breach-expected";
  return isAlerted ? "warning" : "ok";
}

/** The first day whose value passes. */
function firstDay(
  { actual, projected }: MonthEndForecast,
  passes: (reached: number) => boolean,
): Omit<LimitAlert, "ratio"> | undefined {
  const timeOf = ({ timeMs, values }: DailyValues): number =>
    timeMs[values.findIndex(passes)] ?? Number.POSITIVE_INFINITY;
  const actualMs = timeOf(actual);
  // A day without a point is projected, although a later one may have passed.
  const firstMs = Math.min(actualMs, timeOf(projected));
  if (firstMs === Number.POSITIVE_INFINITY) return undefined;
  return { day: dayLabel(firstMs), isProjected: actualMs === Number.POSITIVE_INFINITY };
}
