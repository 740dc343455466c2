import { refuseOption } from "@ldusage/types/runtime";
import { longestTimerMs } from "../clock.ts";

/**
 * Refuses what is no positive number of milliseconds. `Infinity` stands for no limit.
 *
 * @throws UsageInputError naming the option.
 */
export function checkDuration(option: string, durationMs: unknown): void {
  if (typeof durationMs === "number" && durationMs > 0) {
    if (durationMs <= longestTimerMs || durationMs === Number.POSITIVE_INFINITY) return;
  }
  throw refuseOption(
    option,
    durationMs,
    `it is not a number of milliseconds above 0 and up to ${longestTimerMs}`,
    "give one, or Infinity for no limit",
  );
}

/**
 * Refuses what is no whole number of at least some size.
 *
 * @throws UsageInputError naming the option.
 */
export function checkCount(option: string, count: unknown, least: number): void {
  if (
    typeof count === "number" &&
    count >= least &&
    (Number.isInteger(count) || count === Number.POSITIVE_INFINITY)
  )
    return;
  throw refuseOption(
    option,
    count,
    `it is not a whole number of at least ${least}`,
    "give one, or Infinity for no limit",
  );
}
