import { UsageInputError } from "@ldusage/types/errors";
import { NonAdditiveError } from "../errors/non-additive-error.ts";
import type { SeriesColumn, SeriesFacts } from "../series/series-table.ts";

/**
 * How several points become one value.
 *
 * - `month-end`: what a month-to-date series reached in the month. This is the largest point, not the last:
 *   the last day has been seen as zero while the month was still running.
 * - `sum`: only where points add up over time.
 * - `last`, `max`, `min`: one of the points.
 */
export type Aggregate = "month-end" | "sum" | "last" | "max" | "min";

/** Refuses an aggregate that would give a wrong number. */
export function checkAggregate(
  facts: SeriesFacts,
  { index, aggregate }: { index: string; aggregate: Aggregate },
): void {
  if (aggregate === "sum" && !facts.additiveOverTime) {
    const what = facts.aggregation === undefined ? facts.measure : `${facts.measure}, ${facts.aggregation}`;
    throw new NonAdditiveError("time", `the points (${what}) overlap`, 'use "month-end", "last" or "max"');
  }
  // Of a response whose operation is not known, the caller must know what its points are.
  const isMonthToDate = facts.aggregation === "month-to-date" || facts.operationId === undefined;
  const fits = index === "month" && isMonthToDate;
  if (aggregate === "month-end" && !fits) {
    throw new UsageInputError({
      parameter: "aggregate",
      value: aggregate,
      rule: `it needs month-to-date points and months as index, not ${facts.aggregation ?? facts.measure} points by ${index}`,
      wayOut: "ask for month-to-date points, or use another aggregate",
    });
  }
}

export interface Cell {
  readonly value: number | null;
  /** Where a reader should look twice. */
  readonly notes: readonly string[];
}

/** The points of some series at some rows as one value. Several series are added; that they may be is checked before. */
export function aggregateCell(
  members: readonly SeriesColumn[],
  rows: readonly number[],
  aggregate: Aggregate,
): Cell {
  // What each series reached in the month is added: one that ends early has still reached it.
  if (aggregate === "month-end") return addCells(members.map((member) => monthEnd(valuesAt(member, rows))));
  const columns = members.map((member) => valuesAt(member, rows));
  const totals = rows.map((_row, position) =>
    addPresent(columns.map((values) => values[position] ?? Number.NaN)),
  );
  const present = totals.filter((value) => !Number.isNaN(value));
  const hasHoles = aggregate !== "sum" && members.length > 1 && columns.flat().some(Number.isNaN);
  const notes = hasHoles ? ["some of the added series have no point at some of the times"] : [];
  return { value: reduce(present, aggregate), notes: present.length === 0 ? [] : notes };
}

function valuesAt({ values }: SeriesColumn, rows: readonly number[]): number[] {
  return rows.map((row) => values[row] ?? Number.NaN);
}

function monthEnd(values: readonly number[]): Cell {
  const present = values.filter((value) => !Number.isNaN(value));
  const last = present.at(-1);
  const largest = reduce(present, "max");
  if (largest === null || last === largest) return { value: largest, notes: [] };
  return {
    value: largest,
    notes: [`the last point is ${last}, below the ${largest} that the month had reached`],
  };
}

function addCells(cells: readonly Cell[]): Cell {
  const value = addPresent(cells.map((cell) => cell.value ?? Number.NaN));
  return { value: Number.isNaN(value) ? null : value, notes: cells.flatMap(({ notes }) => notes) };
}

/** The sum of what is there; a hole where nothing is. */
function addPresent(values: readonly number[]): number {
  const present = values.filter((value) => !Number.isNaN(value));
  return present.length === 0 ? Number.NaN : present.reduce((left, right) => left + right);
}

function reduce(present: readonly number[], aggregate: Exclude<Aggregate, "month-end">): number | null {
  if (present.length === 0) return null;
  switch (aggregate) {
    case "max":
      return present.reduce((left, right) => Math.max(left, right));
    case "min":
      return present.reduce((left, right) => Math.min(left, right));
    case "last":
      return present.at(-1) ?? null;
    case "sum":
      return present.reduce((left, right) => left + right);
  }
}
