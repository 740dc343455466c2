import { refuseOption } from "@ldusage/types/errors";
import { largestEpochMs } from "@ldusage/types/time";
import type { TimeRange } from "./time-range.ts";

/** Refuses a range that ends before it starts, or that is not in time. */
export function checkRange({ fromMs, toMs }: TimeRange): void {
  for (const [name, value] of Object.entries({ fromMs, toMs })) checkTime(name, value);
  if (fromMs > toMs) {
    const rule = `it is later than ${new Date(toMs).toISOString()}, where the range ends`;
    throw refuseOption("fromMs", new Date(fromMs), rule, "swap them");
  }
}

/** Refuses what is not a point in time in epoch milliseconds. */
export function checkTime(name: string, value: unknown): void {
  if (typeof value === "number" && Math.abs(value) <= largestEpochMs) return;
  throw refuseOption(name, value, "it is not a point in time", "give epoch milliseconds");
}
