import type { Granularity } from "../descriptor.ts";
import { UsageInputError } from "../errors/index.ts";
import type { TimeSubject } from "./epoch-ms-of.ts";
import { nextUtcMonthStartMs, utcMonthStartMs } from "./utc-calendar.ts";

// Written out: bundlers keep what is computed, for they cannot tell that nothing happens on the way.
const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;
// The epoch was a Thursday; weeks are taken to start on Monday.
const mondayMs = 345_600_000;

/** Where the buckets of a time series begin and end, in epoch milliseconds. */
export interface BucketClock {
  /** Start of the bucket that holds a time. */
  startMs(epochMs: number, granularity: Granularity): number;
  /** Start of the bucket after the one that holds a time. */
  endMs(epochMs: number, granularity: Granularity): number;
  /** The local date of a time, as `YYYY-MM-DD`. */
  dateOf(epochMs: number): string;
}

/**
 * The clock of a time zone. Days begin at local midnight, or at the first instant of the day where a change of
 * the clocks skips midnight. Every other bucket is a UTC one.
 *
 * @throws UsageInputError when the runtime does not know the time zone.
 */
export function bucketClock(
  timeZone = "UTC",
  subject: TimeSubject = { parameter: "time zone" },
): BucketClock {
  const days = timeZone === "UTC" ? utcDays : localDays(timeZone, subject);
  return {
    dateOf: (epochMs) =>
      new Date(days.numberOf(epochMs) * dayMs).toISOString().slice(0, -"T00:00:00.000Z".length),
    startMs: (epochMs, granularity) => {
      switch (granularity) {
        case "minutely":
          return floorTo(epochMs, minuteMs);
        case "hourly":
          return floorTo(epochMs, hourMs);
        case "daily":
          return days.startMs(epochMs);
        case "weekly":
          return floorTo(epochMs - mondayMs, 7 * dayMs) + mondayMs;
        case "monthly":
          return utcMonthStartMs(epochMs);
      }
    },
    endMs: (epochMs, granularity) => {
      switch (granularity) {
        case "minutely":
          return floorTo(epochMs, minuteMs) + minuteMs;
        case "hourly":
          return floorTo(epochMs, hourMs) + hourMs;
        case "daily":
          return days.endMs(epochMs);
        case "weekly":
          return floorTo(epochMs - mondayMs, 7 * dayMs) + mondayMs + 7 * dayMs;
        case "monthly":
          return nextUtcMonthStartMs(epochMs);
      }
    },
  };
}

interface Days {
  /** Days from 1970-01-01 to the local date of a time. */
  numberOf(epochMs: number): number;
  startMs(epochMs: number): number;
  endMs(epochMs: number): number;
}

const utcDays: Days = {
  numberOf: (epochMs) => Math.floor(epochMs / dayMs),
  startMs: (epochMs) => floorTo(epochMs, dayMs),
  endMs: (epochMs) => floorTo(epochMs, dayMs) + dayMs,
};

function localDays(timeZone: string, subject: TimeSubject): Days {
  const dayOf = localDayReader(timeZone, subject);
  // Local days are 23 to 25 hours long, a few historic ones up to 48; noon of a UTC day is inside the search window.
  const firstInstant = (day: number): number => {
    let before = day * dayMs - 2 * dayMs;
    let after = day * dayMs + 2 * dayMs;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (dayOf(middle) < day) before = middle;
      else after = middle;
    }
    return after;
  };
  const starts = new Map<number, number>();
  const startOfDay = (day: number): number => {
    const known = starts.get(day) ?? firstInstant(day);
    starts.set(day, known);
    return known;
  };
  return {
    numberOf: dayOf,
    startMs: (epochMs) => startOfDay(dayOf(epochMs)),
    endMs: (epochMs) => startOfDay(dayOf(epochMs) + 1),
  };
}

/** Gives the number of days from 1970-01-01 to the local date of a time. */
function localDayReader(timeZone: string, subject: TimeSubject): (epochMs: number) => number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "iso8601",
      numberingSystem: "latn",
      year: "numeric",
      month: "numeric",
      day: "numeric",
    });
  } catch {
    throw new UsageInputError({
      ...subject,
      value: timeZone,
      rule: "it is not a time zone that this runtime knows",
      wayOut: "use an IANA name such as Europe/Berlin",
    });
  }
  return (epochMs) => {
    const parts = new Map(format.formatToParts(epochMs).map(({ type, value }) => [type, Number(value)]));
    // Date.UTC reads the years 0 to 99 as 1900 to 1999.
    const [year = 0, month = 1, day = 1] = (["year", "month", "day"] as const).map((name) => parts.get(name));
    return new Date(0).setUTCFullYear(year, month - 1, day) / dayMs;
  };
}

function floorTo(value: number, step: number): number {
  return Math.floor(value / step) * step;
}
