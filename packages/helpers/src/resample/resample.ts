import type { Granularity } from "@ldusage/types/catalog";
import { checkChoice } from "../options/check-option.ts";
import { bucketWidths } from "../series/bucket-widths.ts";
import { requireSums } from "../series/reduce-points.ts";
import type { SeriesFacts, SeriesTable } from "../series/series-table.ts";
import { type Reduction, regroup } from "./regroup.ts";
import { requireWidths } from "./row-groups.ts";

/**
 * How {@link resample} makes wider buckets.
 *
 * @example
 * ```ts
 * import type { ResampleOptions } from "@ldusage/helpers";
 *
 * const options: ResampleOptions = { granularity: "monthly", aggregate: "max" };
 * options.aggregate; //=> "max"
 * ```
 */
export interface ResampleOptions {
  /** Width of the new buckets: that of the table, or wider. Days are those of the table's time zone, weeks and months those of UTC. */
  readonly granularity: Granularity;
  /**
   * How the points of a bucket become one. By default points that add up are added, and of month-to-date points
   * the largest is taken, which is what was reached: the last day has been seen as zero. Any other points have no
   * default.
   */
  readonly aggregate?: "sum" | "last" | "max" | "min" | undefined;
}

/**
 * Series in wider buckets. Each time of the result is the start of a bucket; buckets without any row are absent.
 *
 * Holes are skipped, and a bucket of holes alone is a hole. A bucket is `partial` where it still runs, and where the
 * table begins or ends inside it; of month-to-date points only the end of a bucket must be there. The notes count
 * partial buckets, buckets that lack rows, sums that leave out holes, and month-to-date values whose last point is
 * below the one taken, or, with "last", below what their month had reached. The "max", "min" or "last" of amounts is no amount any more: it adds up no further.
 *
 * @throws NonAdditiveError when points would be added that do not add up, and when they have no default.
 * @throws UsageInputError when a bucket of the table has no known width, does not fit into a new one (local days are
 * not parts of UTC months: `pivot` makes local ones) or overlaps the next one of a sum, and when a bucket of month-to-date points would cross a
 * month, unless "last" is asked for.
 *
 * @example
 * ```ts
 * import { decodeSeries, resample } from "@ldusage/helpers";
 *
 * const table = decodeSeries(
 *   { metadata: [{}], series: [{ time: Date.UTC(2026, 0, 30), "0": 5 }, { time: Date.UTC(2026, 0, 31), "0": 7 }] },
 *   { operationId: "getMAUTotalUsage", granularity: "daily" },
 * );
 * resample(table, { granularity: "monthly" }).columns[0]?.values; //=> Float64Array [7]
 * ```
 */
export function resample(table: SeriesTable, { granularity, aggregate }: ResampleOptions): SeriesTable {
  checkChoice("options.granularity", granularity, bucketWidths);
  const reduction = chooseReduction(table.facts, aggregate);
  requireWidths(table);
  const { replaced: _, ...resampled } = regroup(table, granularity, reduction);
  return resampled;
}

function chooseReduction(facts: SeriesFacts, aggregate: ResampleOptions["aggregate"]): Reduction {
  checkChoice("aggregate", aggregate ?? "sum", ["sum", "last", "max", "min"]);
  if (aggregate === "last" || aggregate === "min") return aggregate;
  if (aggregate !== "sum" && facts.aggregation === "month-to-date") return "reached";
  if (aggregate === "max") return aggregate;
  requireSums(facts, 'use the aggregate "max", "min" or "last"');
  return "sum";
}
