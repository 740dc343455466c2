/** Columns that grow row by row while points are read into them. */
export interface PointColumns {
  readonly count: number;
  timeMs: Float64Array;
  /** The columns one after the other, each with room for `capacity` rows. Holes where nothing was written. */
  cells: Float64Array;
  capacity: number;
}

/** Columns of holes. */
export function createPointColumns(count: number, capacity: number): PointColumns {
  return { count, capacity, timeMs: new Float64Array(capacity), cells: holes(count * capacity) };
}

/** More room, with what has been read in its place. */
export function growColumns(columns: PointColumns, capacity: number): void {
  const { cells, timeMs, count } = columns;
  columns.timeMs = new Float64Array(capacity);
  columns.timeMs.set(timeMs);
  columns.cells = holes(count * capacity);
  for (let index = 0; index < count; index += 1) {
    const start = index * columns.capacity;
    columns.cells.set(cells.subarray(start, start + columns.capacity), index * capacity);
  }
  columns.capacity = capacity;
}

function holes(length: number): Float64Array {
  return new Float64Array(length).fill(Number.NaN);
}
