/** Columns that grow row by row while points are read into them. */
export interface PointColumns {
  readonly count: number;
  timeMs: Float64Array;
  /** The columns one after the other, each with room for `capacity` rows. */
  cells: Float64Array;
  capacity: number;
  /** Whether rows to come are made of holes. Until a point has a hole, that would be work for nothing. */
  isOfHoles: boolean;
  /** How many series of the row that is being read have come one after the other, from the first. */
  inOrder: number;
}

export function createPointColumns(count: number, capacity: number): PointColumns {
  return {
    count,
    capacity,
    timeMs: new Float64Array(capacity),
    cells: new Float64Array(count * capacity),
    isOfHoles: false,
    inOrder: 0,
  };
}

/** Makes a row, and all to come, of holes. */
export function fillWithHoles(columns: PointColumns, row: number): void {
  const { count, capacity, cells } = columns;
  for (let start = 0; start < count * capacity; start += capacity) {
    cells.fill(Number.NaN, start + row, start + capacity);
  }
  columns.isOfHoles = true;
}

/** More room, with what has been read in its place. */
export function growColumns(columns: PointColumns, capacity: number): void {
  const { cells, timeMs, count, capacity: rows } = columns;
  columns.timeMs = new Float64Array(capacity);
  columns.timeMs.set(timeMs);
  columns.cells = new Float64Array(count * capacity);
  for (let index = 0; index < count; index += 1) {
    columns.cells.set(cells.subarray(index * rows, (index + 1) * rows), index * capacity);
  }
  columns.capacity = capacity;
  if (columns.isOfHoles) fillWithHoles(columns, rows);
}
