import { refuseOption } from "@ldusage/types/errors";
import { NonAdditiveError } from "../errors/non-additive-error.ts";
import type { SeriesFacts, SeriesTable } from "../series/series-table.ts";
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
  const { facts, timeMs } = table;
  const whole = total === undefined ? sumOf(table) : checkTotal(table, total);
  const rowOf = new Map(Array.from(whole.timeMs, (time, row) => [time, row]));
  const rows = Array.from(timeMs, (time) => rowOf.get(time) ?? -1);
  checkWidths(table, whole, rows);
  const totals = Float64Array.from(rows, (row) => whole.columns[0]?.values[row] ?? Number.NaN);
  const noDivisor = [...totals.keys()].filter((row) => !(Math.abs(totals[row] ?? 0) > 0));
  const lost = new Set<number>();
  const columns = table.columns.map(({ dimensions, values }) => ({
    dimensions,
    values: divide(values, totals, noDivisor, lost),
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
    partial: table.partial.map((running, row) => (whole.partial[rows[row] ?? -1] === true ? true : running)),
    columns,
    notes: [...notes],
  };
}

const wayOut = "give the answer to the same question without groups as total";

function sumOf(table: SeriesTable): SeriesTable {
  if (table.facts.isUpperBound) throw new NonAdditiveError("groups", "they are upper bounds already", wayOut);
  return rollupGroups(table, groupSeries(table.columns, []), { allowUpperBound: false, wayOut });
}

function checkTotal(table: SeriesTable, total: SeriesTable): SeriesTable {
  if (total.columns.length !== 1) {
    throw refuseOption("total", `${total.columns.length} series`, "it is not one series", wayOut);
  }
  if (total.facts.isUpperBound) {
    throw refuseOption("total", "an upper bound", "what is divided by it would be too small", wayOut);
  }
  const [question, other] = [questionOf(table.facts), questionOf(total.facts)];
  if (question === other) return total;
  throw refuseOption("total", other, `it does not answer the question of the table, ${question}`, wayOut);
}

function questionOf({ operationId, measure, unit, aggregation, timeZone }: SeriesFacts): string {
  return [
    operationId ?? "unknown operation",
    measure,
    unit ?? "no unit",
    aggregation ?? "no aggregation",
    timeZone,
  ].join(", ");
}

function checkWidths(table: SeriesTable, total: SeriesTable, rows: readonly number[]): void {
  for (const [position, row] of rows.entries()) {
    const width = table.granularities[position];
    const other = total.granularities[row];
    if (width === undefined || other === undefined || width === other) continue;
    throw refuseOption("total", `${other} points`, `the table has ${width} points`, wayOut);
  }
}

/** Shares of totals. At some rows these are no divisors; those of them at which a value is lost are gathered. */
function divide(
  values: Float64Array,
  totals: Float64Array,
  noDivisor: readonly number[],
  lost: Set<number>,
): Float64Array {
  const shares = new Float64Array(totals.length);
  for (let row = 0; row < shares.length; row += 1) {
    shares[row] = (values[row] ?? Number.NaN) / (totals[row] ?? Number.NaN);
  }
  for (const row of noDivisor) {
    const value = values[row] ?? Number.NaN;
    shares[row] = Number.NaN;
    // Nothing of nothing loses nothing.
    const isNothing = value === 0 && totals[row] === 0;
    if (!Number.isNaN(value) && !isNothing) lost.add(row);
  }
  return shares;
}
