import { runProgram } from "../processes/run-program.ts";
import type { Axis } from "./axes.ts";
import { fitExponent, type Growth } from "./fit-exponent.ts";
import type { GrowthMeasurement, SizeCost } from "./growth-measurement.ts";
import { type OperationName, operations } from "./operations.ts";

const program = "growth/program.ts";
const nodeArgs = [
  // Room for all that a run allocates, so that it can be counted before garbage is collected.
  "--max-semi-space-size=128",
  "--min-semi-space-size=128",
  // Code that waits for its turn to be compiled, on a busy machine, allocates more.
  "--single-threaded",
];

/** How an operation grows along an axis. */
export interface OperationGrowth {
  readonly operation: OperationName;
  readonly axis: Axis;
  readonly time: Growth;
  readonly allocated: Growth;
  /** What the largest size takes for each of its values, of the time; of the memory the largest that could be told. */
  readonly cpuNs: number;
  readonly allocatedBytes: number;
}

/** Measures all operations, so many at once, each in a process of its own that goes through so many sizes. */
export async function measureGrowth(
  sizeCount: number,
  atOnce: number,
  log: (line: string) => void,
): Promise<OperationGrowth[]> {
  const names = Object.keys(operations) as OperationName[]; // `keys` gives any text, and these are all keys
  const found = new Map<OperationName, OperationGrowth[]>();
  const waiting = [...names];
  const lane = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      log(`growth, ${name}`);
      const costs = await runProgram<GrowthMeasurement>(program, [name, String(sizeCount)], nodeArgs);
      found.set(name, [describe(name, "series", costs.series), describe(name, "points", costs.points)]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return names.flatMap((name) => found.get(name) ?? []);
}

function describe(operation: OperationName, axis: Axis, costs: readonly SizeCost[]): OperationGrowth {
  const counted = costs.flatMap(({ values, allocatedBytes }) =>
    allocatedBytes === null ? [] : [{ values, allocatedBytes }],
  );
  const sizes = costs.map(({ values }) => values);
  const countedSizes = counted.map(({ values }) => values);
  const [last, lastCounted] = [costs.at(-1), counted.at(-1)];
  return {
    operation,
    axis,
    time: fitExponent(
      sizes,
      costs.map(({ cpuMs }) => cpuMs),
    ),
    allocated: fitExponent(
      countedSizes,
      counted.map(({ allocatedBytes }) => allocatedBytes),
    ),
    cpuNs: last === undefined ? Number.NaN : (last.cpuMs * 1e6) / last.values,
    allocatedBytes: lastCounted === undefined ? Number.NaN : lastCounted.allocatedBytes / lastCounted.values,
  };
}
