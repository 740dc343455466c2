import { RowDigest } from "../digest/row-digest.ts";
import type { Digests } from "../program/implementation.ts";

/** What was added up of an SDK in a month. */
export interface MonthCell {
  /** Such as `2025-03`. */
  readonly month: string;
  readonly sdkName: string;
  readonly value: number;
}

/** The digest of cells in any order, to the 12 digits that sums of floats agree in whatever order they are added in. */
export function digestCells(cells: Iterable<MonthCell>): Digests {
  const digest = new RowDigest(12);
  for (const { month, sdkName, value } of cells) digest.add(Date.parse(month), value, [sdkName]);
  return { cells: digest.toString() };
}

/** The month that a time is in. */
export function monthOf(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 7);
}
