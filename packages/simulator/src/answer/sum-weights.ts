import type { OperationDescriptor } from "@ldusage/types/catalog";
import type { Counter } from "./counter.ts";
import type { CellSpan, TimeCells } from "./time-cells.ts";
import { weightsOf } from "./weight-of.ts";

/** Adds up what events stand for in an operation. */
export function createWeightCounter(cells: TimeCells, operation: OperationDescriptor): Counter {
  const sums: (Float64Array | undefined)[] = [];
  return {
    add: ({ day, groups, order }) => {
      const weights = weightsOf(day, operation);
      const { positions, cells: cellOf } = order;
      const length = positions?.length ?? day.length;
      for (let index = 0; index < length; index += 1) {
        const position = positions?.[index] ?? index;
        const group = groups[position] ?? -1;
        if (group < 0) continue;
        const cell = cellOf?.[index] ?? order.cell;
        let sum = sums[group];
        if (sum === undefined) {
          sum = new Float64Array(cells.count);
          sums[group] = sum;
        }
        sum[cell] = (sum[cell] ?? 0) + (weights[position] ?? 0);
      }
    },
    finish: () => sums.map((sum) => sum && sumWindows(sum, cells.windows)),
  };
}

/** The sum of each window. One that only ends later than the one before it goes on from there. */
function sumWindows(sums: Float64Array, windows: readonly CellSpan[]): Float64Array {
  let [first, end, total] = [0, 0, 0];
  return Float64Array.from(windows, (window) => {
    if (window.start !== first) [first, end, total] = [window.start, window.start, 0];
    for (; end < window.end; end += 1) total += sums[end] ?? 0;
    return total;
  });
}
