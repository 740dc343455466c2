import { quoteValue } from "@ldusage/types/errors";

/** How often something was met, and the earliest bucket where it was. */
export interface Tally {
  count: number;
  firstMs: number;
}

export function newTally(): Tally {
  return { count: 0, firstMs: Number.POSITIVE_INFINITY };
}

export function countIn(tally: Tally, timeMs: number): void {
  tally.count += 1;
  if (timeMs < tally.firstMs) tally.firstMs = timeMs;
}

/** The note of a tally; none where there is nothing to say. */
export function tallyNote(what: string, { count, firstMs }: Tally): string[] {
  return count === 0 ? [] : [`${what}: ${count}, the first at ${isoTime(firstMs)}.`];
}

/** A time as text, whatever it is. */
export function isoTime(timeMs: number): string {
  return quoteValue(new Date(timeMs));
}
