import { UsageInputError } from "@ldusage/types/errors";
import { NonAdditiveError } from "../errors/non-additive-error.ts";
import type { SeriesFacts } from "../series/series-table.ts";

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
  const fits =
    index === "month" && (facts.aggregation === "month-to-date" || facts.aggregation === undefined);
  if (aggregate === "month-end" && !fits) {
    throw new UsageInputError({
      parameter: "aggregate",
      value: aggregate,
      rule: `it needs month-to-date points and months as index, not ${facts.aggregation} points by ${index}`,
      wayOut: "ask for month-to-date points, or use another aggregate",
    });
  }
}

/** The points of a row as one value, with a note where a reader should look twice. */
export function aggregateRows(
  values: readonly number[],
  aggregate: Aggregate,
): { value: number | null; note?: string } {
  const present = values.filter((value) => !Number.isNaN(value));
  const last = present.at(-1);
  if (last === undefined) return { value: null };
  const largest = present.reduce((left, right) => Math.max(left, right));
  switch (aggregate) {
    case "month-end":
      if (largest === last) return { value: largest };
      return {
        value: largest,
        note: `the last point is ${last}, below the ${largest} that the month had reached`,
      };
    case "max":
      return { value: largest };
    case "min":
      return { value: present.reduce((left, right) => Math.min(left, right)) };
    case "last":
      return { value: last };
    case "sum":
      return { value: present.reduce((left, right) => left + right) };
  }
}
