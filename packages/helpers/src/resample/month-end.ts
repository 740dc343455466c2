import { refuseOption } from "@ldusage/types/errors";
import { describeFacts } from "../series/describe-facts.ts";
import { isMonthToDate, notesOnKind } from "../series/point-kind.ts";
import type { SeriesFacts, SeriesTable } from "../series/series-table.ts";
import { type ReplacedPoint, regroup } from "./regroup.ts";

/**
 * What each month reached, and where that is not its last point.
 *
 * @example
 * ```ts
 * import { decodeSeries, type MonthEndTable, monthEnd } from "@ldusage/helpers";
 *
 * const response = { metadata: [{}], series: [{ time: Date.UTC(2026, 0, 31), "0": 7 }] };
 * const table: MonthEndTable = monthEnd(decodeSeries(response, { operationId: "getMAUTotalUsage" }));
 * table.replaced.length; //=> 0
 * ```
 */
export interface MonthEndTable extends SeriesTable {
  /** Every month of a series whose last point is below the value used. */
  readonly replaced: readonly ReplacedPoint[];
}

/**
 * The month-to-date value that each series reached in each UTC month: the largest point of the month, not the last
 * one, since the last day has been seen as zero while it was still running.
 *
 * A point counts from the start of its month, so that a month whose first days are not in the table is complete. One
 * whose last bucket is not there yet, or still runs, is `partial`. Points may be of any width, months too.
 *
 * @throws UsageInputError when the points are not month-to-date. Those of an unknown operation are taken to be, with a
 * note.
 *
 * @example
 * ```ts
 * import { decodeSeries, monthEnd } from "@ldusage/helpers";
 *
 * const table = decodeSeries(
 *   { metadata: [{}], series: [{ time: Date.UTC(2026, 0, 30), "0": 7 }, { time: Date.UTC(2026, 0, 31), "0": 0 }] },
 *   { operationId: "getMAUTotalUsage", granularity: "daily" },
 * );
 * const { columns, replaced } = monthEnd(table);
 * columns[0]?.values; //=> Float64Array [7]
 * replaced.map(({ lastValue, value }) => [lastValue, value]); //=> [[0, 7]]
 * ```
 */
export function monthEnd(table: SeriesTable): MonthEndTable {
  if (!isMonthToDate(table.facts)) throw notMonthToDate(table.facts);
  return regroup({ ...table, notes: [...table.notes, ...notesOnKind(table.facts)] }, "monthly", "reached");
}

/** The refusal of points that are not month-to-date. */
export function notMonthToDate(facts: SeriesFacts): Error {
  return refuseOption(
    "table",
    describeFacts(facts),
    "its points are not known to be month-to-date",
    "ask for month-to-date points, or use resample",
  );
}
