import { canonicalDimensions } from "./dimensions.ts";
import { type MergeOptions, resolveConflict } from "./merge-tables.ts";
import type { Dimensions } from "./series-table.ts";

interface TimedColumns {
  readonly timeMs: Float64Array;
  readonly values: readonly Float64Array[];
}

/**
 * Columns with their rows in order of time, each time once. The columns keep their places.
 *
 * @throws SeriesConflictError when one time has two different values, and nothing resolves it.
 */
export function inOrderOfTime(
  columns: TimedColumns,
  dimensions: readonly Dimensions[],
  options: MergeOptions,
): TimedColumns {
  const { timeMs, values } = columns;
  if (timeMs.every((time, row) => row === 0 || time > (timeMs[row - 1] ?? 0))) return columns;
  const times = Float64Array.from(new Set(timeMs)).sort();
  const rowOf = new Map(Array.from(times, (time, row) => [time, row]));
  const rows = Uint32Array.from(timeMs, (time) => rowOf.get(time) ?? 0);
  const ordered = values.map((source, index) => {
    const target = new Float64Array(times.length).fill(Number.NaN);
    for (const [position, row] of rows.entries()) {
      const value = source[position] ?? Number.NaN;
      const known = target[row] ?? Number.NaN;
      if (Number.isNaN(value) || value === known) continue;
      if (Number.isNaN(known)) {
        target[row] = value;
        continue;
      }
      const series = canonicalDimensions(dimensions[index] ?? {});
      target[row] = resolveConflict({ series, timeMs: times[row] ?? 0, values: [known, value] }, options);
    }
    return target;
  });
  return { timeMs: times, values: ordered };
}
