import type { Granularity } from "@ldusage/types/catalog";
import { bucketClock } from "@ldusage/types/time";

const hourMs = 3_600_000;
const dayMs = 86_400_000;

/**
 * The bucket width that the spacing of ascending times shows, where all of them begin such buckets; `undefined` when
 * it shows none.
 */
export function inferGranularity(timeMs: Float64Array, timeZone: string): Granularity | undefined {
  let smallestMs = Number.POSITIVE_INFINITY;
  for (let row = 1; row < timeMs.length; row += 1) {
    smallestMs = Math.min(smallestMs, (timeMs[row] ?? 0) - (timeMs[row - 1] ?? 0));
  }
  if (smallestMs === Number.POSITIVE_INFINITY) return undefined;
  const clock = bucketClock(timeZone);
  const begin = (width: Granularity): boolean => timeMs.every((time) => clock.startMs(time, width) === time);
  if (smallestMs < hourMs) return begin("minutely") ? "minutely" : undefined;
  // A day that a change of the clocks shortens has 23 hours.
  if (smallestMs < 23 * hourMs) return begin("hourly") ? "hourly" : undefined;
  if (smallestMs < 28 * dayMs || !begin("monthly")) return begin("daily") ? "daily" : undefined;
  // Starts of months further apart than a month may be few months, or very few days.
  return smallestMs <= 31 * dayMs ? "monthly" : undefined;
}
