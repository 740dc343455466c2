import { refuseOption } from "@ldusage/types/errors";
import { checkNumber } from "../options/check-option.ts";
import { checkTotal } from "../series/point-kind.ts";
import type { DimensionValue, SeriesTable } from "../series/series-table.ts";
import { sortBy } from "../series/sort-by.ts";
import { chargedGroups } from "./charged-groups.ts";
import { lastMonth, monthTotals } from "./month-totals.ts";

/**
 * How to share a month out.
 *
 * @example
 * ```ts
 * import type { ChargebackOptions } from "@ldusage/helpers";
 *
 * const options: ChargebackOptions = { dimension: "projectId", month: "2026-10", pricePerUnit: 0.01 };
 * ```
 */
export interface ChargebackOptions {
  /** The dimension whose values are charged, as it is named in the groups. */
  readonly dimension: string;
  /** The UTC calendar month, as `YYYY-MM`. @default the last one that the total has a point in */
  readonly month?: string | undefined;
  /** Price of one unit of the total, in any currency: a number from 0. Without it there are no costs. */
  readonly pricePerUnit?: number | undefined;
  /**
   * Texts that stand for no value of the dimension, in any letter case. An absent value and `null` always do.
   * @default ["unknown", ""]
   */
  readonly unattributed?: readonly string[] | undefined;
}

/**
 * What one value of the dimension is charged.
 *
 * @example
 * ```ts
 * import type { ChargebackRow } from "@ldusage/helpers";
 *
 * const toLine = ({ label, allocated }: ChargebackRow): string => `${label}: ${allocated.toFixed(1)}`;
 * ```
 */
export interface ChargebackRow {
  /** The value as text; `(unattributed)` for what has none. */
  readonly label: string;
  /** The value as it is in the groups; `undefined` for what has none. */
  readonly dimensionValue: DimensionValue | undefined;
  readonly isUnattributed: boolean;
  /** What the group reached in the month: its largest point, or the sum of its increments. */
  readonly value: number;
  /** `value` ÷ sum of all groups. */
  readonly share: number;
  /** `share` × total. */
  readonly allocated: number;
  /** `allocated` × price, not rounded. `undefined` without a price. */
  readonly cost: number | undefined;
}

/**
 * A month, shared out among groups.
 *
 * @example
 * ```ts
 * import type { Chargeback } from "@ldusage/helpers";
 *
 * const overlapRatio = ({ overlap, total }: Chargeback): number => overlap / total;
 * ```
 */
export interface Chargeback {
  /** The UTC calendar month, as `YYYY-MM`. */
  readonly month: string;
  readonly dimension: string;
  /** What is counted, in the plural; `null` where it is not known. */
  readonly unit: string | null;
  /** The largest value first, equal ones by label. */
  readonly rows: readonly ChargebackRow[];
  /** What the account reached in the month. */
  readonly total: number;
  readonly sumOfGroups: number;
  /** Sum of the groups − total: what distinct counts have in more than one group. */
  readonly overlap: number;
  /** Total × price, not rounded. `undefined` without a price. */
  readonly cost: number | undefined;
  /** Whether a table holds sums of groups that may overlap: the truth is at most as large. */
  readonly isUpperBound: boolean;
  /**
   * Whether the month was still running, or a table lacks points for it: for its end, or for any of its time where
   * increments are added. `undefined` where that cannot be told.
   */
  readonly isPartial: boolean | undefined;
  /** What a reader should know about the numbers, in plain words. */
  readonly notes: readonly string[];
}

/**
 * Shares what the account reached in a month out among groups, by their share of the sum of groups. The shares add up
 * to the total, though distinct counts of groups add up to more than it. Nothing is rounded: costs add up to the whole
 * cost but for floating-point error, and the caller rounds what it prints.
 *
 * Usage without a value of the dimension becomes one row. Where it is of several series their values are added, which
 * only serves to share out.
 *
 * @param groups The month by `options.dimension`, month-to-date or (counters) incremental.
 * @param total The same question without a breakdown.
 * @throws UsageInputError when the tables answer different questions, the total has not exactly one series or no point
 *   in the month, no series has the dimension, there is nothing to share by, a bucket reaches beyond the month, or
 *   increments are of buckets that overlap or have no known width.
 * @throws NonAdditiveError when several series have the same value and may overlap.
 *
 * @example
 * ```ts
 * import { chargeback, decodeSeries } from "@ldusage/helpers";
 *
 * const time = Date.UTC(2026, 9, 31);
 * const operation = { operationId: "getMAUClientsideUsage" };
 * // Project A has the keys 1, 2, 3, and project B has 3, 4.
 * const groups = decodeSeries(
 *   { metadata: [{ projectId: "A" }, { projectId: "B" }], series: [{ time, "0": 3, "1": 2 }] },
 *   operation,
 * );
 * const total = decodeSeries({ metadata: [{}], series: [{ time, "0": 4 }] }, operation);
 * const { rows, overlap } = chargeback(groups, total, { dimension: "projectId", pricePerUnit: 10 });
 * overlap; //=> 1
 * rows.map(({ label, share, cost }) => [label, share, Math.round(cost ?? 0)]); //=> [["A", 0.6, 24], ["B", 0.4, 16]]
 * ```
 */
export function chargeback(groups: SeriesTable, total: SeriesTable, options: ChargebackOptions): Chargeback {
  checkTotal(groups, total);
  const { dimension, pricePerUnit, month = lastMonth(total) } = options;
  if (pricePerUnit !== undefined) {
    checkNumber("pricePerUnit", pricePerUnit, pricePerUnit >= 0, "number from 0");
  }
  const whole = monthTotals(total, month, "total");
  const [reached = Number.NaN] = whole.totals;
  if (Number.isNaN(reached)) {
    throw refuseOption("month", month, "the total has no point in it", "give a month of the total");
  }
  const parts = monthTotals(groups, month, "groups");
  const states = [whole.isPartial, parts.isPartial];
  const charged = chargedGroups(groups, parts.totals, options);
  const sum = charged.groups.reduce((left, { value }) => left + value, 0);
  if (sum === 0 && reached !== 0) {
    const rule = "no group has used anything in it to share the total by";
    throw refuseOption("month", month, rule, "give groups of the same month as the total");
  }
  const rows = charged.groups.map((group) => {
    const share = sum === 0 ? 0 : group.value / sum;
    const allocated = share * reached;
    return { ...group, share, allocated, cost: pricePerUnit && allocated * pricePerUnit };
  });
  return {
    ...{ month, dimension, unit: total.facts.unit, total: reached },
    rows: sortBy(
      sortBy(rows, ({ label }) => label),
      ({ value }) => -value,
    ),
    sumOfGroups: sum,
    overlap: sum - reached,
    cost: pricePerUnit && reached * pricePerUnit,
    isUpperBound: groups.facts.isUpperBound || total.facts.isUpperBound,
    isPartial: states.includes(true) || (states.includes(undefined) ? undefined : false),
    notes: [
      ...new Set([...groups.notes, ...total.notes, ...whole.notes, ...parts.notes]),
      ...charged.notes,
      ...notesOnSum(groups, sum, reached),
    ],
  };
}

/** Sums of fractions differ from their whole in the last digits, which means nothing. */
function notesOnSum({ facts }: SeriesTable, sum: number, total: number): string[] {
  const isLess = sum < total;
  if (Math.abs(sum - total) <= 1e-9 * total || !(isLess || facts.additiveAcrossGroups === "yes")) return [];
  const why = isLess
    ? "some are missing, and the others bear it"
    : "the tables may be of different filters or times";
  return [`The groups reach ${sum} of ${total}: ${why}.`];
}
