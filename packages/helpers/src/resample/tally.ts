import { quoteValue } from "@ldusage/types/errors";

/** How often something was met, and the earliest bucket where it was. */
export interface Tally {
  readonly what: string;
  count: number;
  firstMs: number;
}

export function newTally(what: string): Tally {
  return { what, count: 0, firstMs: Number.POSITIVE_INFINITY };
}

export function countIn(tally: Tally, timeMs: number): void {
  tally.count += 1;
  if (timeMs < tally.firstMs) tally.firstMs = timeMs;
}

/** The notes of tallies; none where there is nothing to say. */
export function tallyNotes(...tallies: readonly Tally[]): string[] {
  return tallies
    .filter(({ count }) => count > 0)
    .map(({ what, count, firstMs }) => `${what}: ${count}, the first at ${isoTime(firstMs)}.`);
}

/** A time as text, whatever it is. */
export function isoTime(timeMs: number): string {
  return quoteValue(new Date(timeMs));
}
