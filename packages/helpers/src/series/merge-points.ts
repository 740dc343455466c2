import type { SeriesConflictErrorFacts } from "../errors/series-conflict-error.ts";
import type { Dimensions, SeriesColumn, SeriesTable } from "./series-table.ts";

/** A table with its columns by canonical dimensions, and with the rows that its own are of the merged one. */
export interface Piece extends Pick<SeriesTable, "granularities" | "partial"> {
  readonly columns: ReadonlyMap<string, SeriesColumn>;
  readonly rows: Uint32Array;
}

/** A series of the merged table, while its points are added. */
export interface MergedColumn extends SeriesColumn {
  readonly series: string;
  /** Rows whose value was seen while the bucket was running. */
  running: Set<number> | undefined;
}

/** A series that has no points yet. */
export function createColumn(series: string, dimensions: Dimensions, rows: number): MergedColumn {
  return { series, dimensions, values: new Float64Array(rows).fill(Number.NaN), running: undefined };
}

/** What the points of a column are added by. */
export interface Pass {
  readonly piece: Piece;
  /** Whether those of buckets that were running are added, or the others. */
  readonly isRunning: boolean;
  readonly timeMs: Float64Array;
  /** Whether each merged bucket was running; `false` for those that any piece saw at their end. */
  readonly whole: readonly (boolean | undefined)[];
  readonly settle: (conflict: SeriesConflictErrorFacts) => number;
}

/** Adds the points of a piece's column to the merged one. */
export function addPoints(target: MergedColumn, points: Float64Array, pass: Pass): void {
  const { rows, partial } = pass.piece;
  for (let position = 0; position < rows.length; position += 1) {
    const value = points[position] ?? Number.NaN;
    if ((partial[position] === true) !== pass.isRunning || Number.isNaN(value)) continue;
    const row = rows[position] ?? 0;
    const known = target.values[row] ?? Number.NaN;
    const isFirst = Number.isNaN(known);
    if (pass.isRunning) {
      if (!isFirst && target.running?.has(row) !== true && pass.whole[row] === false) continue;
      target.running ??= new Set();
      target.running.add(row);
    }
    target.values[row] =
      isFirst || known === value
        ? value
        : pass.settle({
            series: target.series,
            timeMs: pass.timeMs[row] ?? Number.NaN,
            values: [known, value],
          });
  }
}
