import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Granularity } from "../descriptor.ts";
import { bucketClock } from "./bucket-clock.ts";

const at = (iso: string): number => Date.parse(iso);
const bucketOf = (zone: string, granularity: Granularity, iso: string): [string, string] => {
  const clock = bucketClock(zone);
  return [clock.startMs(at(iso), granularity), clock.endMs(at(iso), granularity)].map((time) =>
    new Date(time).toISOString(),
  ) as [string, string]; // `map` gives as many items as it got
};

describe("buckets", () => {
  test.each<[string, Granularity, string, string, string]>([
    ["UTC", "minutely", "2026-01-31T10:00:59.999Z", "2026-01-31T10:00:00.000Z", "2026-01-31T10:01:00.000Z"],
    ["UTC", "hourly", "2026-01-31T10:59:00Z", "2026-01-31T10:00:00.000Z", "2026-01-31T11:00:00.000Z"],
    ["UTC", "daily", "2026-01-31T23:59:59Z", "2026-01-31T00:00:00.000Z", "2026-02-01T00:00:00.000Z"],
    ["UTC", "weekly", "2026-11-15T12:00:00Z", "2026-11-09T00:00:00.000Z", "2026-11-16T00:00:00.000Z"],
    ["UTC", "monthly", "2024-02-29T00:00:00Z", "2024-02-01T00:00:00.000Z", "2024-03-01T00:00:00.000Z"],
    // The day on which the clocks go forward has 23 hours, the one on which they go back has 25.
    [
      "Europe/Berlin",
      "daily",
      "2026-03-29T12:00:00Z",
      "2026-03-28T23:00:00.000Z",
      "2026-03-29T22:00:00.000Z",
    ],
    [
      "Europe/Berlin",
      "daily",
      "2026-10-25T12:00:00Z",
      "2026-10-24T22:00:00.000Z",
      "2026-10-25T23:00:00.000Z",
    ],
    ["Asia/Kolkata", "daily", "2026-01-01T00:00:00Z", "2025-12-31T18:30:00.000Z", "2026-01-01T18:30:00.000Z"],
    // Midnight of 4 November 2018 did not exist in São Paulo: the day began at one.
    [
      "America/Sao_Paulo",
      "daily",
      "2018-11-04T12:00:00Z",
      "2018-11-04T03:00:00.000Z",
      "2018-11-05T02:00:00.000Z",
    ],
    // Samoa skipped 30 December 2011.
    ["Pacific/Apia", "daily", "2011-12-30T09:00:00Z", "2011-12-29T10:00:00.000Z", "2011-12-30T10:00:00.000Z"],
  ])("%s, %s at %s", (zone, granularity, iso, start, end) => {
    expect(bucketOf(zone, granularity, iso)).toEqual([start, end]);
  });

  test("a bucket holds its time, and the next one begins where it ends", () => {
    const zones = ["UTC", "Europe/Berlin", "Asia/Kolkata", "America/New_York", "Australia/Lord_Howe"];
    const widths: Granularity[] = ["minutely", "hourly", "daily", "weekly", "monthly"];
    const clocks = new Map(zones.map((zone) => [zone, bucketClock(zone)]));
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...widths),
        fc.integer({ min: at("2020-01-01Z"), max: at("2028-01-01Z") }),
        (zone, granularity, timeMs) => {
          const clock = clocks.get(zone) ?? bucketClock();
          const [start, end] = [clock.startMs(timeMs, granularity), clock.endMs(timeMs, granularity)];
          expect(start).toBeLessThanOrEqual(timeMs);
          expect(end).toBeGreaterThan(timeMs);
          expect(clock.startMs(end, granularity)).toBe(end);
          expect(clock.endMs(start, granularity)).toBe(end);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("an unknown time zone is refused", () => {
    expect(() => bucketClock("Mars/Olympus")).toThrow(/time zone = "Mars\/Olympus" is refused/);
  });
});
