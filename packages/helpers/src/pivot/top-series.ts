import { quoteValue, refuseOption } from "@ldusage/types/errors";
import { utcMonthStartMs } from "@ldusage/types/time";
import { checkChoice, checkNumber } from "../options/check-option.ts";
import { canonicalDimensions, readDimensions } from "../series/dimensions.ts";
import { reducePoints, requireSums } from "../series/reduce-points.ts";
import type { Dimensions, SeriesColumn, SeriesTable } from "../series/series-table.ts";
import { dimensionNames } from "./dimension-codes.ts";
import { rollupGroups } from "./rollup.ts";

/**
 * How many series are kept, by what, and what becomes of the rest.
 *
 * @example
 * ```ts
 * import type { TopOptions } from "@ldusage/helpers";
 *
 * const largestFive: TopOptions = { count: 5, rest: "omit" };
 * const busiestTen: TopOptions = { count: 10, rankBy: "sum", otherLabel: "all others" };
 * ```
 */
export interface TopOptions {
  /** How many series are kept. */
  readonly count: number;
  /**
   * What a series is ranked by: its largest point, its point at the last time of the table that has any, or the
   * sum of its points where they add up over time. @default "largest"
   */
  readonly rankBy?: "largest" | "last" | "sum" | undefined;
  /**
   * What becomes of the other series: added up as one, left out, or added up also where they may overlap, which
   * gives an upper bound. @default "sum"
   */
  readonly rest?: "sum" | "omit" | "upper-bound" | undefined;
  /** The value that the series of the rest has in every dimension. @default "(other)" */
  readonly otherLabel?: string | undefined;
}

/**
 * The largest series of a table, largest first, and the rest added up as one series after them. Series of equal
 * rank are in canonical order of their dimensions. The notes say how many series were added up or left out, and how
 * many are ranked by a last point below what their month had reached, as the last day has been seen as zero.
 *
 * @throws NonAdditiveError when the rest may overlap, or points are to be ranked by a sum that is none.
 * @throws UsageInputError when an option has another value, or the label of the rest is that of a series.
 *
 * @example
 * ```ts
 * import { decodeSeries, topN } from "@ldusage/helpers";
 *
 * const response = {
 *   metadata: [{ key: "blue" }, { key: "red" }, { key: "green" }],
 *   series: [{ time: 1740787200000, "0": 5, "1": 40, "2": 2 }],
 * };
 * const table = decodeSeries(response, { operationId: "getEvaluationsUsage" });
 * const top = topN(table, { count: 1 });
 * top.columns.map(({ dimensions, values }) => [dimensions["key"], values[0]]); //=> [["red", 40], ["(other)", 7]]
 * top.notes; //=> ['Added up as "(other)": 2 series.']
 * ```
 */
export function topN(table: SeriesTable, options: TopOptions): SeriesTable {
  const { count, rankBy = "largest", rest = "sum", otherLabel = "(other)" } = options;
  checkNumber("count", count, Number.isInteger(count) && count >= 0, "whole number from 0");
  checkChoice("rest", rest, ["sum", "omit", "upper-bound"]);
  const { ranked, notes } = rank(table, rankBy);
  const kept = ranked.slice(0, count);
  const left = ranked.slice(count);
  if (left.length === 0) return { ...table, columns: kept, notes };
  if (rest === "omit") {
    return { ...table, columns: kept, notes: [...notes, `Left out: ${left.length} series.`] };
  }
  const groups = [
    ...kept.map((column) => ({ dimensions: column.dimensions, members: [column] })),
    { dimensions: otherDimensions(table, otherLabel), members: left },
  ];
  const wayOut = 'use rest: "omit", or take the upper bound with rest: "upper-bound"';
  const added = rollupGroups({ ...table, notes }, groups, rest === "upper-bound", wayOut);
  const note = `Added up as ${quoteValue(otherLabel)}: ${left.length} series.`;
  return { ...added, notes: [...added.notes, note] };
}

function rank(
  { facts, timeMs, columns, notes }: SeriesTable,
  by: "largest" | "last" | "sum",
): { readonly ranked: SeriesColumn[]; readonly notes: readonly string[] } {
  checkChoice("rankBy", by, ["largest", "last", "sum"]);
  if (by === "sum") requireSums(facts, 'rank by "largest" or "last"');
  let span = { firstRow: 0, endRow: timeMs.length };
  let lowCount = 0;
  if (by === "last") {
    // The last time that any series has a point at.
    const ends = columns.map(({ values }) => values.findLastIndex((value) => !Number.isNaN(value)));
    const firstRow = ends.reduce((left, right) => Math.max(left, right), 0);
    span = { firstRow, endRow: firstRow + 1 };
    if (facts.aggregation === "month-to-date") {
      const monthMs = utcMonthStartMs(timeMs[firstRow] ?? 0);
      const month = { firstRow: timeMs.findIndex((time) => time >= monthMs), endRow: firstRow };
      const isLow = ({ values }: SeriesColumn): boolean =>
        (values[firstRow] ?? 0) < reducePoints(values, month, "max");
      lowCount = columns.filter(isLow).length;
    }
  }
  const scored = columns.map((column) => {
    const score = reducePoints(column.values, span, by === "largest" ? "max" : by);
    // A series without points is below any other.
    return { column, score: Number.isNaN(score) ? Number.NEGATIVE_INFINITY : score, key: "" };
  });
  // Canonical texts are costly, and wanted for ties alone.
  const keyOf = (one: { key: string; column: SeriesColumn }): string =>
    (one.key ||= canonicalDimensions(one.column.dimensions));
  const ranked = scored
    .sort((left, right) => {
      if (left.score !== right.score) return left.score < right.score ? 1 : -1;
      return keyOf(left) < keyOf(right) ? -1 : Number(keyOf(left) > keyOf(right));
    })
    .map(({ column }) => column);
  const low = `Ranked by points below what their month had reached: ${lowCount} of ${columns.length} series.`;
  return { ranked, notes: lowCount > 0 ? [...notes, low] : notes };
}

function otherDimensions({ columns }: SeriesTable, label: string): Dimensions {
  const names = dimensionNames(columns);
  // A series that has the label anywhere would be taken for a part of the rest.
  if (names.length === 0 || columns.some(({ dimensions }) => Object.values(dimensions).includes(label))) {
    const wayOut = 'give another label, or use rest: "omit"';
    throw refuseOption("otherLabel", label, "it does not tell the rest from a series of the table", wayOut);
  }
  return readDimensions(Object.fromEntries(names.map((name) => [name, label])));
}
