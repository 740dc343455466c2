import { refuseOption } from "@ldusage/types/errors";
import { NonAdditiveError } from "../errors/non-additive-error.ts";
import { checkTotal, giveTotal } from "../series/point-kind.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { groupSeries } from "./group-series.ts";
import { rollupGroups } from "./rollup.ts";

/**
 * What series are shares of.
 *
 * @example
 * ```ts
 * import { decodeSeries, type ShareOptions } from "@ldusage/helpers";
 *
 * const account = { metadata: [{}], series: [{ time: 1740787200000, "0": 4 }] };
 * const options: ShareOptions = { total: decodeSeries(account, { operationId: "getMAUTotalUsage" }) };
 * ```
 */
export interface ShareOptions {
  /**
   * The answer to the same question without groups: one series, of which the others are parts. Without it the
   * total is the sum of the table's own series, where they add up.
   */
  readonly total?: SeriesTable | undefined;
}

/**
 * Each value of a table divided by the total at its time. Nothing of nothing is a hole.
 *
 * Shares may not be added over time, and the largest one of a month is not that of its end, so the facts of the
 * result state no measure and no aggregation; their unit is `share`. Across groups shares add up exactly where the
 * values do. Shares of a total that was given may add up to more than 1 where groups overlap, which the notes say.
 *
 * @throws NonAdditiveError when there is no `total` and the series may overlap.
 * @throws UsageInputError when `total` answers another question, is a bound itself, or has not exactly one series.
 *
 * @example
 * ```ts
 * import { decodeSeries, share } from "@ldusage/helpers";
 *
 * const response = { metadata: [{ sdkName: "iOS" }, { sdkName: "Go" }], series: [{ time: 0, "0": 3, "1": 2 }] };
 * const groups = decodeSeries(response, { operationId: "getMAUTotalUsage" });
 * const account = { metadata: [{}], series: [{ time: 0, "0": 4 }] };
 * const total = decodeSeries(account, { operationId: "getMAUTotalUsage" });
 * const shares = share(groups, { total });
 * shares.columns.map(({ values }) => values[0]); //=> [0.75, 0.5]
 * shares.notes; //=> ["Groups may overlap: their shares may add up to more than 1."]
 * ```
 */
export function share(table: SeriesTable, { total }: ShareOptions = {}): SeriesTable {
  const { facts, granularities, partial } = table;
  const whole = total ?? sumOf(table);
  if (total !== undefined) checkTotal(table, total);
  if (whole.facts.isUpperBound) {
    throw refuseOption("total", "an upper bound", "what is divided by it would be too small", giveTotal);
  }
  const rowOf = new Map(Array.from(whole.timeMs, (time, row) => [time, row]));
  const rows = Array.from(table.timeMs, (time) => rowOf.get(time) ?? -1);
  for (const [position, row] of rows.entries()) {
    const width = granularities[position];
    const other = whole.granularities[row];
    if (width !== undefined && other !== undefined && width !== other) {
      throw refuseOption("total", `${other} points`, `the table has ${width} points`, giveTotal);
    }
  }
  const totals = Float64Array.from(rows, (row) => whole.columns[0]?.values[row] ?? Number.NaN);
  const lost = new Set<number>();
  const columns = table.columns.map(({ dimensions, values }) => ({
    dimensions,
    values: divide(values, totals, lost),
  }));
  const notes = new Set([...table.notes, ...whole.notes]);
  if (total !== undefined && facts.additiveAcrossGroups !== "yes") {
    notes.add("Groups may overlap: their shares may add up to more than 1.");
  }
  if (lost.size > 0) notes.add(`Times with values but without a total to divide by: ${lost.size}.`);
  return {
    ...table,
    facts: { ...facts, unit: "share", measure: "unknown", aggregation: "unknown", additiveOverTime: false },
    // A share is as complete as the less complete of its two numbers.
    partial: partial.map((running, position) => whole.partial[rows[position] ?? -1] || running),
    columns,
    notes: [...notes],
  };
}

function sumOf(table: SeriesTable): SeriesTable {
  if (table.facts.isUpperBound)
    throw new NonAdditiveError("groups", "they are upper bounds already", giveTotal);
  return rollupGroups(table, groupSeries(table.columns, []), false, giveTotal);
}

/** Adds the rows of values without a total to divide by to `lost`. */
function divide(values: Float64Array, totals: Float64Array, lost: Set<number>): Float64Array {
  const shares = new Float64Array(totals.length).fill(Number.NaN);
  for (let row = 0; row < shares.length; row += 1) {
    const value = values[row] ?? Number.NaN;
    const total = totals[row] ?? Number.NaN;
    if (Math.abs(total) > 0) shares[row] = value / total;
    // Nothing of nothing loses nothing.
    else if (!Number.isNaN(value) && !(value === 0 && total === 0)) lost.add(row);
  }
  return shares;
}
