import { countIn, newTally, tallyNotes } from "../resample/tally.ts";
import type { SeriesColumn, SeriesTable } from "../series/series-table.ts";
import { monthRows } from "./month-rows.ts";

/** Series added up at each time. */
export interface AddedSeries {
  readonly values: Float64Array;
  /** Whether some of them have a hole where their sum is a number. */
  readonly hasGaps: boolean;
}

/** Adds series of one table, and knows what is to be said of the sums. */
export interface SeriesAdder {
  /**
   * Adds series time by time. A sum is a hole where all of them are; of month-to-date points also where one is that
   * had a point before in the month, as it cannot have fallen to nothing.
   */
  readonly add: (members: readonly SeriesColumn[]) => AddedSeries;
  readonly notes: () => string[];
}

export function seriesAdder({ facts, timeMs }: SeriesTable): SeriesAdder {
  const firstRows = facts.aggregation === "month-to-date" ? monthRows(timeMs) : undefined;
  const lost = newTally("Sums that are holes, as a series with a point before in the month lacks one");
  const add = (members: readonly SeriesColumn[]): AddedSeries => {
    const [first] = members;
    if (first === undefined || members.length === 1) {
      return { values: first?.values ?? new Float64Array(), hasGaps: false };
    }
    const { sums, counts } = addAll(members, first.values.length);
    const isGap = (count: number): boolean => count > 0 && count < members.length;
    const stops = firstRows && counts.some(isGap) ? stopsOf(members, firstRows) : undefined;
    let hasGaps = false;
    for (const [row, count] of counts.entries()) {
      const isLost = count > 0 && stops?.[row] === 1;
      if (isLost) countIn(lost, timeMs[row] ?? 0);
      if (isLost || count === 0) sums[row] = Number.NaN;
      else hasGaps ||= isGap(count);
    }
    return { values: sums, hasGaps };
  };
  return { add, notes: () => tallyNotes(lost) };
}

function addAll(
  members: readonly SeriesColumn[],
  length: number,
): { readonly sums: Float64Array; readonly counts: Uint32Array } {
  // Adding -0 changes nothing.
  const sums = new Float64Array(length).fill(-0);
  const counts = new Uint32Array(length);
  const holes = new Float64Array(length).fill(Number.NaN);
  const at = (position: number): Float64Array => members[position]?.values ?? holes;
  for (let next = 0; next < members.length; next += 4) {
    addFour(sums, counts, [at(next), at(next + 1), at(next + 2), at(next + 3)]);
  }
  return { sums, counts };
}

/** 1 for each row where a series has a hole after a point of the same month. */
function stopsOf(members: readonly SeriesColumn[], firstRows: Uint32Array): Uint8Array {
  const stops = new Uint8Array(firstRows.length);
  for (const { values } of members) markStops(stops, values, firstRows);
  return stops;
}

function markStops(stops: Uint8Array, values: Float64Array, firstRows: Uint32Array): void {
  let seen = 0;
  for (let row = 0; row < stops.length; row += 1) {
    const present = isPoint(values[row] ?? Number.NaN);
    seen = firstRows[row] === row ? present : seen | present;
    stops[row] = (stops[row] ?? 0) | (seen ^ present);
  }
}

/**
 * Adds four series to sums, in turn, and counts their points. Where holes are scattered, a processor guesses every
 * second branch wrong, so there is none: what is added is the value or -0, by its place in a pair. Four at once, as
 * sums and counts are then read and written a quarter as often.
 */
function addFour(
  sums: Float64Array,
  counts: Uint32Array,
  [first, second, third, fourth]: readonly [Float64Array, Float64Array, Float64Array, Float64Array],
): void {
  const pairs = new Float64Array(8).fill(-0);
  for (let row = 0; row < sums.length; row += 1) {
    const a = first[row] ?? Number.NaN;
    const b = second[row] ?? Number.NaN;
    const c = third[row] ?? Number.NaN;
    const d = fourth[row] ?? Number.NaN;
    const hasA = isPoint(a);
    const hasB = isPoint(b);
    const hasC = isPoint(c);
    const hasD = isPoint(d);
    pairs[1] = a;
    pairs[3] = b;
    pairs[5] = c;
    pairs[7] = d;
    const sum = (sums[row] ?? 0) + (pairs[hasA] ?? 0) + (pairs[2 + hasB] ?? 0);
    sums[row] = sum + (pairs[4 + hasC] ?? 0) + (pairs[6 + hasD] ?? 0);
    counts[row] = (counts[row] ?? 0) + hasA + hasB + hasC + hasD;
  }
}

/** 1 for a number, 0 for a hole: without a branch, as comparing with itself would not be. */
export function isPoint(value: number): number {
  return Number(value >= Number.NEGATIVE_INFINITY);
}
