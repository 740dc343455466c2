import { refuseOption } from "@ldusage/types/errors";
import { bucketClock } from "@ldusage/types/time";
import {
  coverage,
  type RowBuckets,
  refuseOverlaps,
  requireWidths,
  rowBuckets,
} from "../resample/row-groups.ts";
import { hasHole } from "../series/reduce-points.ts";
import type { SeriesTable } from "../series/series-table.ts";
import type { PivotRow } from "./aggregate.ts";
import type { PivotOptions } from "./pivot.ts";

/** The rows of a pivot table in order of time, which of them are partial, and what is to be said of that. */
export interface PivotRows {
  readonly rows: readonly PivotRow[];
  readonly partial: SeriesTable["partial"];
  readonly found: readonly string[];
}

/** Refuses sums over time that would count something twice. */
export function pivotRows(table: SeriesTable, { index, aggregate }: PivotOptions): PivotRows {
  const { facts, timeMs, partial } = table;
  if (index === "time") {
    const rows = Array.from(timeMs, (time, row) => ({
      label: new Date(time).toISOString(),
      ...{ fromMs: time, toMs: time, firstRow: row, endRow: row + 1 },
    }));
    return { rows, partial, found: [] };
  }
  const buckets = rowBuckets(table);
  const rows = calendarRows(table, index, buckets);
  if (aggregate === "sum") {
    requireWidths(table);
    refuseOverlaps(table, buckets);
  }
  const isReached = aggregate === "last" || aggregate === "max";
  const endOnly = aggregate === "month-end" || (isReached && facts.aggregation === "month-to-date");
  // What a bucket of unknown width covers cannot be told.
  const known = rows.filter((row) => !hasHole(buckets.endMs, row));
  const states = coverage(table, known, buckets, endOnly);
  const stateOf = new Map(known.map((row, position) => [row, states.partial[position]]));
  return {
    rows,
    partial: rows.map(
      (row) => stateOf.get(row) ?? (partial.slice(row.firstRow, row.endRow).includes(true) || undefined),
    ),
    found: states.notes,
  };
}

function calendarRows(
  { timeMs, granularities, facts }: SeriesTable,
  index: "day" | "month",
  { endMs }: RowBuckets,
): PivotRow[] {
  const clock = bucketClock(facts.timeZone);
  const labelOf = (time: number): string =>
    clock.dateOf(time).slice(0, index === "day" ? undefined : -"-31".length);
  type OpenRow = PivotRow & { endRow: number };
  const rows: OpenRow[] = [];
  let current: OpenRow | undefined;
  for (const [row, time] of timeMs.entries()) {
    if (current === undefined || time >= current.toMs) {
      const label = labelOf(time);
      let [fromMs, toMs] = [clock.startMs(time, "daily"), clock.endMs(time, "daily")];
      if (index === "month") {
        while (labelOf(fromMs - 1) === label) fromMs = clock.startMs(fromMs - 1, "daily");
        while (labelOf(toMs) === label) toMs = clock.endMs(toMs, "daily");
      }
      current = { label, fromMs, toMs, firstRow: row, endRow: row };
      rows.push(current);
    }
    // A month as one point, or an hour of a zone whose midnight is at half past, is not of one day.
    if ((endMs[row] ?? 0) > current.toMs) {
      throw refuseOption(
        "index",
        index,
        `the ${granularities[row]} point at ${new Date(time).toISOString()} reaches beyond one ${index} of ${facts.timeZone}`,
        'use "time", or ask for other buckets',
      );
    }
    current.endRow = row + 1;
  }
  return rows;
}
