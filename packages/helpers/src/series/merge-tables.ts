import type { Granularity } from "@ldusage/types/catalog";
import { quoteText, UsageDecodeError, UsageInputError } from "@ldusage/types/errors";
import { SeriesConflictError } from "../errors/series-conflict-error.ts";
import { canonicalDimensions } from "./dimensions.ts";
import { unknownFacts } from "./series-facts.ts";
import type { SeriesColumn, SeriesFacts, SeriesTable } from "./series-table.ts";

/**
 * Puts tables of one question together: series are matched by the content of their dimensions, never by their
 * position. The result does not depend on the order of the tables.
 *
 * @throws SeriesConflictError when a series has two different values at one time.
 * @throws UsageInputError when the tables answer different questions.
 * @throws UsageDecodeError when two series of one table have the same dimensions, so that neither can be matched.
 */
export function mergeTables(tables: readonly SeriesTable[]): SeriesTable {
  const facts = commonFacts(tables);
  const timeMs = Float64Array.from(new Set(tables.flatMap((table) => [...table.timeMs]))).sort();
  const rowOf = new Map(Array.from(timeMs, (time, row) => [time, row]));
  const granularities: (Granularity | undefined)[] = Array.from(timeMs, () => undefined);
  const columns = new Map<string, SeriesColumn>();
  for (const table of tables) {
    const rows = Array.from(table.timeMs, (time) => rowOf.get(time) ?? 0);
    for (const [source, row] of rows.entries()) granularities[row] ??= table.granularities[source];
    for (const [key, column] of keyed(table, tables.length === 1)) {
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
    facts,
    timeMs,
    granularities,
    columns: [...columns].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, column]) => column),
    notes: [...new Set(tables.flatMap(({ notes }) => notes))],
  };
}

function commonFacts(tables: readonly SeriesTable[]): SeriesFacts {
  const [first, ...others] = tables.map(({ facts }) => facts);
  if (first === undefined) return unknownFacts;
  const other = others.find((facts) => describe(facts) !== describe(first));
  if (other === undefined) return first;
  throw new UsageInputError({
    parameter: "tables",
    value: `${describe(first)} and ${describe(other)}`,
    rule: "they answer different questions",
    wayOut: "merge tables of one operation, called with the same aggregation and time zone",
  });
}

function describe({ operationId, aggregation, timeZone }: SeriesFacts): string {
  return [operationId ?? "unknown operation", aggregation ?? "no aggregation", timeZone].join(", ");
}

/** Columns by canonical dimensions. Two columns that say the same of themselves cannot be found again elsewhere. */
function keyed({ columns, facts }: SeriesTable, isAlone: boolean): [string, SeriesColumn][] {
  const seen = new Set<string>();
  return columns.map((column, position) => {
    const key = canonicalDimensions(column.dimensions);
    if (!seen.has(key)) {
      seen.add(key);
      return [key, column];
    }
    // Within one table they stay apart by their position.
    if (isAlone) return [`${key} (${position})`, column];
    const found = `"metadata"[${position}] describes its series as ${quoteText(key)}, like another one, so they cannot be told apart`;
    throw new UsageDecodeError({ operationId: facts.operationId, found });
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
