import { closeBracket, comma, openBracket, skipSpace } from "./json-bytes.ts";
import { createPointColumns, growColumns, type PointColumns } from "./point-columns.ts";
import { readPoint, unusual } from "./read-point.ts";

/** Points in columns, and where reading ended. */
export interface ReadPoints {
  readonly timeMs: Float64Array;
  readonly values: readonly Float64Array[];
  /** Position after the list. */
  readonly end: number;
}

/** Reads the list of points that begins at `start` into `count` columns; `undefined` where anything is unusual. */
export function readPoints(bytes: Uint8Array, start: number, count: number): ReadPoints | undefined {
  if (bytes[start] !== openBracket) return undefined;
  let at = skipSpace(bytes, start + 1);
  if (bytes[at] === closeBracket) return { ...rowsOf(createPointColumns(count, 0), 0), end: at + 1 };
  const columns = createPointColumns(count, expectedRows(bytes, at, count));
  for (let row = 0; ; row += 1) {
    if (row === columns.capacity) growColumns(columns);
    at = readPoint(bytes, at, columns, row);
    if (at === unusual) return undefined;
    at = skipSpace(bytes, at);
    if (bytes[at] === closeBracket) return { ...rowsOf(columns, row + 1), end: at + 1 };
    if (bytes[at] !== comma) return undefined;
    at = skipSpace(bytes, at + 1);
  }
}

/** How many rows there will probably be, if all take as many bytes as the first. */
function expectedRows(bytes: Uint8Array, start: number, count: number): number {
  const end = readPoint(bytes, start, createPointColumns(count, 1), 0);
  return end === unusual ? 1 : Math.ceil(((bytes.length - start) / (end - start)) * 1.1) + 1;
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
