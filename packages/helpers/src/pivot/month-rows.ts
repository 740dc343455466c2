import { utcMonthStartMs } from "@ldusage/types/time";

/** For each row the first row of its UTC month, which is where month-to-date points begin to count. */
export function monthRows(timeMs: Float64Array): Uint32Array {
  const firstRows = new Uint32Array(timeMs.length);
  let monthMs = Number.NaN;
  let firstRow = 0;
  for (const [row, time] of timeMs.entries()) {
    const startMs = utcMonthStartMs(time);
    if (startMs !== monthMs) firstRow = row;
    monthMs = startMs;
    firstRows[row] = firstRow;
  }
  return firstRows;
}
