import { dimensionOf } from "../pivot/dimension-codes.ts";
import type { PivotTable } from "../pivot/pivot.ts";
import { dimensionLabel } from "../series/dimensions.ts";
import type { Dimensions, SeriesFacts } from "../series/series-table.ts";

/** What a cell holds; `null` and `undefined` make an empty one. */
export type Cell = string | number | boolean | null | undefined;

/** What the numbers of a table are, by the names of the columns for it and in their order. */
export function factLabels(facts: SeriesFacts): Readonly<Record<string, string | null>> {
  const { operationId, aggregation, measure, unit, isUpperBound } = facts;
  const known = measure === "unknown" ? null : measure;
  return {
    operation: operationId ?? null,
    aggregation: aggregation ?? null,
    measure: isUpperBound ? `${measure} (upper bound)` : known,
    unit,
  };
}

/** The columns of a pivot table, with the mark of upper bounds. */
export function columnNames({ facts, columnLabels }: PivotTable): readonly string[] {
  return facts.isUpperBound ? columnLabels.map((label) => `${label} (upper bound)`) : columnLabels;
}

/** A dimension as a cell: text and numbers as they are, any other value as JSON, an absent one empty. */
export function dimensionCell(dimensions: Dimensions, name: string): Cell {
  const value = dimensionOf(dimensions, name);
  return value === undefined || typeof value === "number" ? value : dimensionLabel(value);
}

/** The start of a bucket as ISO 8601 text in UTC. */
export function timeLabel(timeMs: Float64Array, row: number): string {
  return new Date(timeMs[row] ?? Number.NaN).toISOString();
}
