import { refuseOption } from "@ldusage/types/errors";
import { largestEpochMs } from "@ldusage/types/time";
import type { TimeRange } from "./time-range.ts";

/** Refuses a range that ends before it starts, or that is not in time. */
export function checkRange({ fromMs, toMs }: TimeRange): void {
  checkTime("fromMs", fromMs);
  checkTime("toMs", toMs);
  if (fromMs > toMs)
    throw refuseOption("toMs", toMs, `it is before ${fromMs}, where the range starts`, "swap them");
}

/** Refuses what is not a point in time in epoch milliseconds. */
export function checkTime(name: string, value: unknown): void {
  if (typeof value === "number" && Math.abs(value) <= largestEpochMs) return;
  throw refuseOption(name, value, "it is not a point in time", "give epoch milliseconds");
}
