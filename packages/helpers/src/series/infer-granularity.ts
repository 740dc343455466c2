import type { Granularity } from "@ldusage/types/catalog";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The bucket width that the spacing of ascending times shows; `undefined` when it shows none. */
export function inferGranularity(timeMs: Float64Array): Granularity | undefined {
  let smallest = Number.POSITIVE_INFINITY;
  for (let row = 1; row < timeMs.length; row += 1) {
    const gapMs = (timeMs[row] ?? 0) - (timeMs[row - 1] ?? 0);
    if (gapMs > 0 && gapMs < smallest) smallest = gapMs;
  }
  if (smallest % 60_000 !== 0) return undefined;
  if (smallest < hourMs) return "minutely";
  // A day that a change of the clocks shortens has 23 hours.
  if (smallest < 23 * hourMs) return smallest % hourMs === 0 ? "hourly" : undefined;
  if (smallest <= 25 * hourMs) return "daily";
  if (smallest < 28 * dayMs) return smallest % dayMs === 0 ? "daily" : undefined;
  return smallest <= 31 * dayMs ? "monthly" : undefined;
}
