import { mostCells } from "../series/most-cells.ts";
import { closeBracket, comma, openBracket, skipSpace } from "./json-bytes.ts";
import { createPointColumns, fillWithHoles, growColumns, type PointColumns } from "./point-columns.ts";
import { needsHoles, readPoint, unusual } from "./read-point.ts";

/** Points in columns, and where reading ended. */
export interface ReadPoints {
  readonly timeMs: Float64Array;
  readonly values: readonly Float64Array[];
  /** Position after the list. */
  readonly end: number;
}

// Their length says how long the rest will be.
const firstRows = 8;

/** Reads the list of points that begins at `start` into `count` columns; `undefined` where anything is unusual. */
export function readPoints(bytes: Uint8Array, start: number, count: number): ReadPoints | undefined {
  if (bytes[start] !== openBracket) return undefined;
  const begin = skipSpace(bytes, start + 1);
  const columns = createPointColumns(count, firstRows);
  if (bytes[begin] === closeBracket) return { ...rowsOf(columns, 0), end: begin + 1 };
  let at = begin;
  for (let row = 0; ; row += 1) {
    if (row === columns.capacity) {
      const rows = expectedRows(row, at - begin, bytes.length - begin, count);
      if (rows * count > mostCells) return undefined;
      growColumns(columns, rows);
    }
    let end = readPoint(bytes, at, columns, row);
    if (end === needsHoles) {
      fillWithHoles(columns, row);
      end = readPoint(bytes, at, columns, row);
    }
    if (end === unusual) return undefined;
    at = skipSpace(bytes, end);
    if (bytes[at] === closeBracket) return { ...rowsOf(columns, row + 1), end: at + 1 };
    if (bytes[at] !== comma) return undefined;
    at = skipSpace(bytes, at + 1);
  }
}

/**
 * How many rows there will be, if the rest are as long as those so far. There is no room for more cells than half the
 * body's bytes: series that begin late must not make a few short points look like very many.
 */
function expectedRows(rows: number, readBytes: number, allBytes: number, count: number): number {
  const likely = Math.ceil((allBytes / readBytes) * rows * 1.02) + 1;
  const most = Math.ceil(allBytes / (2 * Math.max(count, 1)));
  return Math.max(Math.min(likely, most), Math.ceil(rows * 1.5));
}

function rowsOf(
  { timeMs, cells, capacity, count }: PointColumns,
  rows: number,
): Pick<ReadPoints, "timeMs" | "values"> {
  const values = Array.from({ length: count }, (_, index) =>
    cells.subarray(index * capacity, index * capacity + rows),
  );
  return { timeMs: timeMs.subarray(0, rows), values };
}
