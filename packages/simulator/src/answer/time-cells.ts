import type { EventDay } from "../account/usage-log.ts";
import type { Span } from "./windows.ts";

const dayMs = 86_400_000;

/** The pieces that windows cut time into: whatever lies within one is in the same windows. */
export interface TimeCells {
  readonly count: number;
  readonly startMs: number;
  readonly endMs: number;
  /** The windows in terms of cells: from the first up to, but not with, the end. */
  readonly windows: readonly CellSpan[];
  /** The order to go through the events of a day, and the cell of each. */
  orderOf(day: EventDay): CellOrder;
}

export interface CellSpan {
  readonly start: number;
  readonly end: number;
}

/** Positions of a day's events by cell. Events that are in no cell are left out. */
export interface CellOrder {
  /** Absent where all events of the day are in `cell`. */
  readonly positions: Uint32Array | undefined;
  /** Cells of the positions. */
  readonly cells: Uint32Array | undefined;
  readonly cell: number;
}

export function cellsOf(windows: readonly Span[]): TimeCells {
  const times = new Set(windows.flatMap(({ startMs, endMs }) => [startMs, endMs]));
  const bounds = Float64Array.from(times).sort();
  const [startMs = 0] = bounds;
  const endMs = bounds.at(-1) ?? 0;
  return {
    count: Math.max(0, bounds.length - 1),
    startMs,
    endMs,
    windows: windows.map((window) => ({
      start: cellAt(bounds, window.startMs),
      end: cellAt(bounds, window.endMs),
    })),
    orderOf: (day) => orderOf(bounds, day),
  };
}

/** The last cell that starts at or before a time; -1 before all of them. */
function cellAt(bounds: Float64Array, timeMs: number, least = -1, most = bounds.length): number {
  let [before, after] = [least, most];
  while (after - before > 1) {
    const middle = (before + after) >> 1;
    if ((bounds[middle] ?? 0) <= timeMs) before = middle;
    else after = middle;
  }
  return before;
}

function orderOf(bounds: Float64Array, day: EventDay): CellOrder {
  const last = bounds.length - 1;
  const first = cellAt(bounds, day.startMs);
  const isWhole = first >= 0 && first < last && (bounds[first + 1] ?? 0) >= day.startMs + dayMs;
  if (isWhole) return { positions: undefined, cells: undefined, cell: first };
  const times = day.timesMs();
  const most = cellAt(bounds, day.startMs + dayMs) + 1;
  const cells = Int32Array.from(times, (timeMs) => {
    const cell = cellAt(bounds, timeMs, first, most);
    return cell < last ? cell : -1;
  });
  return sortByCell(cells, Math.max(0, first), Math.min(most, last));
}

/** A counting sort: cells within a day are few. */
function sortByCell(cells: Int32Array, least: number, end: number): CellOrder {
  const starts = new Uint32Array(Math.max(0, end - least) + 2);
  for (const cell of cells) {
    if (cell >= 0) starts[cell - least + 1] = (starts[cell - least + 1] ?? 0) + 1;
  }
  for (let index = 1; index < starts.length; index += 1)
    starts[index] = (starts[index] ?? 0) + (starts[index - 1] ?? 0);
  const positions = new Uint32Array(starts.at(-1) ?? 0);
  const sorted = new Uint32Array(positions.length);
  cells.forEach((cell, position) => {
    if (cell < 0) return;
    const slot = starts[cell - least] ?? 0;
    starts[cell - least] = slot + 1;
    positions[slot] = position;
    sorted[slot] = cell;
  });
  return { positions, cells: sorted, cell: -1 };
}
