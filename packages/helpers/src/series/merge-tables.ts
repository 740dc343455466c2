import type { Granularity } from "@ldusage/types/catalog";
import { SeriesConflictError } from "../errors/series-conflict-error.ts";
import { canonicalDimensions } from "./dimensions.ts";
import { unknownFacts } from "./series-facts.ts";
import type { SeriesColumn, SeriesTable } from "./series-table.ts";

/**
 * Puts tables of one question together: series are matched by the content of their dimensions, never by their
 * position. The result does not depend on the order of the tables.
 *
 * @throws SeriesConflictError when a series has two different values at one time.
 */
export function mergeTables(tables: readonly SeriesTable[]): SeriesTable {
  const timeMs = Float64Array.from(new Set(tables.flatMap((table) => [...table.timeMs]))).sort();
  const rowOf = new Map(Array.from(timeMs, (time, row) => [time, row]));
  const granularities: (Granularity | undefined)[] = Array.from(timeMs, () => undefined);
  const columns = new Map<string, SeriesColumn>();
  for (const table of tables) {
    const rows = Array.from(table.timeMs, (time) => rowOf.get(time) ?? 0);
    for (const [source, row] of rows.entries()) granularities[row] ??= table.granularities[source];
    for (const [key, column] of keyed(table)) {
      let target = columns.get(key);
      if (target === undefined) {
        const values = new Float64Array(timeMs.length).fill(Number.NaN);
        target = { dimensions: column.dimensions, values };
        columns.set(key, target);
      }
      copyInto(target, column, rows, timeMs, key);
    }
  }
  return {
    facts: tables[0]?.facts ?? unknownFacts,
    timeMs,
    granularities,
    columns: [...columns].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, column]) => column),
    notes: [...new Set(tables.flatMap(({ notes }) => notes))],
  };
}

/** Columns by canonical dimensions. Two columns of one table that say the same of themselves stay apart. */
function keyed({ columns }: SeriesTable): [string, SeriesColumn][] {
  const seen = new Map<string, number>();
  return columns.map((column) => {
    const canonical = canonicalDimensions(column.dimensions);
    const count = seen.get(canonical) ?? 0;
    seen.set(canonical, count + 1);
    return [count === 0 ? canonical : `${canonical} (${count + 1})`, column];
  });
}

function copyInto(
  target: SeriesColumn,
  source: SeriesColumn,
  rows: readonly number[],
  timeMs: Float64Array,
  series: string,
): void {
  for (const [position, row] of rows.entries()) {
    const value = source.values[position] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const known = target.values[row] ?? Number.NaN;
    if (!Number.isNaN(known) && known !== value) {
      throw new SeriesConflictError({ series, timeMs: timeMs[row] ?? Number.NaN, values: [known, value] });
    }
    target.values[row] = value;
  }
}
