import { refuseOption } from "@ldusage/types/errors";
import { utcMonthStartMs } from "@ldusage/types/time";
import { checkNumber } from "../options/check-option.ts";
import { checkTime } from "../ranges/check-range.ts";
import { onlySeries } from "../series/point-kind.ts";
import type { SeriesFacts, SeriesTable } from "../series/series-table.ts";
import { monthCurve } from "./month-curve.ts";
import { dayMs, median, monthLabel, type UsageMonth, usageMonths } from "./usage-month.ts";
import { weekdayRunRate } from "./weekday-run-rate.ts";

/**
 * How to forecast.
 *
 * @example
 * ```ts
 * import type { ForecastOptions } from "@ldusage/helpers";
 *
 * const options: ForecastOptions = { nowMs: Date.now(), minimumMonths: 3 };
 * ```
 */
export interface ForecastOptions {
  /** The time of asking in epoch milliseconds: its UTC month is forecast, and its day is taken as still running. */
  readonly nowMs: number;
  /** Past months that a "month-curve" needs at least: a whole number from 2. @default 2 */
  readonly minimumMonths?: number | undefined;
}

/**
 * Month-to-date values by day.
 *
 * @example
 * ```ts
 * import type { DailyValues } from "@ldusage/helpers";
 *
 * const days: DailyValues = { timeMs: [Date.UTC(2026, 10, 1)], values: [120] };
 * ```
 */
export interface DailyValues {
  /** Start of each UTC day in epoch milliseconds, ascending. */
  readonly timeMs: readonly number[];
  /** What the month had reached at the end of each day. */
  readonly values: readonly number[];
}

/**
 * What a month is expected to reach, with all that is needed to judge it.
 *
 * @example
 * ```ts
 * import type { MonthEndForecast } from "@ldusage/helpers";
 *
 * const inWords = ({ month, value, low, high }: MonthEndForecast): string =>
 *   `${month} will reach about ${value} (${low} to ${high})`;
 * ```
 */
export interface MonthEndForecast {
  /** The UTC calendar month, as `YYYY-MM`. */
  readonly month: string;
  /** What the month is expected to reach, in the unit of the series; never below what it has reached. */
  readonly value: number;
  /** Where `value` would be by the lowest of the past months or weeks. */
  readonly low: number;
  /** Where `value` would be by the highest of the past months or weeks. */
  readonly high: number;
  readonly method: "month-curve" | "weekday-run-rate";
  /** What is counted, in the plural; `null` where it is not known. */
  readonly unit: string | null;
  /** The largest point of the month so far, today's included. */
  readonly reachedMonthToDate: number;
  /** End of the last whole day that the forecast goes by, in epoch milliseconds. */
  readonly throughMs: number;
  /** Past months that a "month-curve" went by. */
  readonly monthsUsed: number | undefined;
  /** Weeks that a "weekday-run-rate" went by. */
  readonly weeksUsed: number | undefined;
  /** How well the method did in past months; `undefined` where there are too few of them. */
  readonly backTest:
    | {
        /** Median of |forecast − actual| ÷ actual, forecast after the same part of each past month. */
        readonly errorRatio: number;
        readonly monthsTested: number;
      }
    | undefined;
  /** The days of the month that have a point, today's so far included. */
  readonly actual: DailyValues;
  /** Every day from `throughMs` to the end of the month. */
  readonly projected: DailyValues;
  /** Whether the values are sums of groups that may overlap: the truth is at most as large. */
  readonly isUpperBound: boolean;
  /** What a reader should know about the numbers, in plain words. */
  readonly notes: readonly string[];
}

/**
 * Forecasts what the running month will have reached at its end, from one series of daily points.
 *
 * - Counters, month-to-date or incremental, by "weekday-run-rate": what is reached, and for each day left the mean of
 *   the same weekday in the four weeks before. Range: the rest of the month going like the lowest and like the highest
 *   of these weeks. Back-test: each past month from the four weeks before the same part of it.
 * - All else, month-to-date only, by "month-curve": distinct counts flatten in the course of a month, so what is
 *   reached is divided by the share that past months had reached after the same part of them (the median; range: the
 *   largest and the smallest share). Back-test: each past month from the curves of the other ones.
 *
 * Both go by the last whole day. A day still running, a zero after more had been reached, and a last point below
 * what the month had reached are left out of what they go by. A note tells when that day is more than two days ago.
 *
 * @throws UsageInputError when the table has not exactly one series of daily points in UTC, the current month has no
 *   point, the history is too short (two whole months, or `minimumMonths`, and four weeks for counters), or increments
 *   begin inside the current month, overlap, or have no known width.
 *
 * @example
 * ```ts
 * import { decodeSeries, forecastMonthEnd } from "@ldusage/helpers";
 *
 * // 10 a day in September and October, and 20 a day in November so far.
 * const series = Array.from({ length: 76 }, (_, day) => {
 *   const time = new Date(Date.UTC(2026, 8, 1 + day));
 *   return { time: time.getTime(), "0": time.getUTCDate() * (time.getUTCMonth() === 10 ? 20 : 10) };
 * });
 * const nowMs = Date.UTC(2026, 10, 15, 12);
 * const table = decodeSeries({ metadata: [{}], series }, { operationId: "getMAUTotalUsage", granularity: "daily", nowMs });
 * const forecast = forecastMonthEnd(table, { nowMs });
 * [forecast.month, Math.round(forecast.value), forecast.monthsUsed]; //=> ["2026-11", 600, 2]
 * ```
 */
export function forecastMonthEnd(table: SeriesTable, options: ForecastOptions): MonthEndForecast {
  const { nowMs, minimumMonths = 2 } = options;
  checkTime("nowMs", nowMs);
  const startMs = utcMonthStartMs(nowMs);
  const fits = Number.isInteger(minimumMonths) && minimumMonths >= 2;
  checkNumber("minimumMonths", minimumMonths, fits, "whole number from 2");
  const label = monthLabel(startMs);
  const { facts } = table;
  const { months, notes } = usageMonths(table, onlySeries(table, "table"), nowMs);
  const month = months.get(startMs);
  if (month === undefined) {
    const rule = "the month to forecast is that of nowMs";
    throw refuseOption("table", `no point in ${label}`, rule, "ask for points up to now");
  }
  const past = [...months.values()].filter((other) => other.startMs < startMs);
  const { values, errors, ...outlook } =
    facts.measure === "counter" ? weekdayRunRate(month, past) : monthCurve(month, past, minimumMonths);
  const value = values.at(-1) ?? month.total;
  const throughMs = startMs + month.wholeDays * dayMs;
  return {
    ...outlook,
    month: label,
    value,
    // Sums of fractions may differ in their last digit.
    low: Math.min(outlook.low, value),
    high: Math.max(outlook.high, value),
    unit: facts.unit,
    reachedMonthToDate: month.total,
    throughMs,
    backTest: errors.length === 0 ? undefined : { errorRatio: median(errors), monthsTested: errors.length },
    actual: daysFrom(startMs, [...month.reached]),
    projected: daysFrom(throughMs, values),
    isUpperBound: facts.isUpperBound,
    notes: [...table.notes, ...notes, ...outlook.notes, ...notesOnHoles(facts, month, nowMs)],
  };
}

function notesOnHoles(
  { additiveOverTime }: SeriesFacts,
  { startMs, reached, wholeDays }: UsageMonth,
  nowMs: number,
): string[] {
  const notes: string[] = [];
  const holes = reached.subarray(0, wholeDays).filter(Number.isNaN).length;
  if (holes > 0 && additiveOverTime) {
    notes.push(`${holes} days of ${monthLabel(startMs)} have no point: they add nothing.`);
  }
  // Yesterday's point may be late.
  const late = Math.floor((nowMs - startMs) / dayMs) - wholeDays;
  if (late > 1) {
    notes.push(`The ${late} days before the one of asking have no point to go by: they are forecast too.`);
  }
  return notes;
}

/** The days that have a value. */
function daysFrom(startMs: number, values: readonly number[]): DailyValues {
  const days = [...values.keys()].filter((day) => !Number.isNaN(values[day]));
  return {
    timeMs: days.map((day) => startMs + day * dayMs),
    values: values.filter((value) => !Number.isNaN(value)),
  };
}
