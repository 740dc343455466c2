import { NonAdditiveError } from "../errors/non-additive-error.ts";
import { describeFacts } from "./describe-facts.ts";
import type { SeriesFacts, SeriesTable } from "./series-table.ts";

/** How several points become one value. */
export type Reduction = "sum" | "mean" | "first" | "last" | "max" | "min";

/** Rows that follow each other. */
export interface RowSpan {
  readonly firstRow: number;
  /** The row after the last one. */
  readonly endRow: number;
}

/** The points of some rows as one value; a hole where there is none. */
export function reducePoints(
  points: Float64Array,
  { firstRow, endRow }: RowSpan,
  reduction: Reduction,
): number {
  let value = Number.NaN;
  let count = 0;
  for (let row = firstRow; row < endRow; row += 1) {
    const point = points[row] ?? Number.NaN;
    if (Number.isNaN(point)) continue;
    count += 1;
    if (count === 1 || reduction === "last") value = point;
    else if (reduction === "sum" || reduction === "mean") value += point;
    else if (reduction === "max" ? point > value : reduction === "min" && point < value) value = point;
  }
  return reduction === "mean" ? value / count : value;
}

/** Whether a series lacks a point in some of the rows. */
export function hasHole(points: Float64Array, { firstRow, endRow }: RowSpan): boolean {
  for (let row = firstRow; row < endRow; row += 1) if (Number.isNaN(points[row])) return true;
  return false;
}

/** Refuses to add points over time that do not add up. */
export function requireSums(facts: SeriesFacts, wayOut: string): void {
  if (facts.additiveOverTime) return;
  throw new NonAdditiveError(
    "time",
    `the points (${describeFacts(facts)}) may count the same more than once`,
    wayOut,
  );
}

/** Sizes of points of different widths say nothing about each other, but for sums and counts from a common start. */
export function notesOnWidths({ granularities }: SeriesTable, reduction: string): string[] {
  const widths = [...new Set(granularities)].map((width) => width ?? "of unknown width");
  return widths.length < 2
    ? []
    : [`Points are ${widths.join(" and ")}: "${reduction}" compares or mixes them.`];
}
