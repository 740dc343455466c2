// What a child process does: measures one operation of the helpers at sizes along both axes, each twice the one before,
// and prints what they take. `program.js <operation> <number of sizes>`. It is started with a new space so large that
// nothing is collected while an operation runs, so that what is allocated can be told by what is there.
import { PerformanceObserver, performance } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { collectGarbage } from "../processes/collect-garbage.ts";
import { type Axis, sizesAlong } from "./axes.ts";
import type { GrowthMeasurement, SizeCost } from "./growth-measurement.ts";
import { type OperationName, operations } from "./operations.ts";

const fewestRuns = 2;
const sweepMs = 4;
const mostRuns = 200;
const enoughMs = 12;

const [operation = "", count = ""] = process.argv.slice(2);
// The program is started with the name of an operation.
const prepare = operations[operation as OperationName];

const collections: number[] = [];
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) collections.push(startTime + duration);
}).observe({ entryTypes: ["gc"] });

// Code is compiled on the way through the smaller sizes.
for (const axis of ["series", "points"] as const) {
  for (const size of sizesAlong(axis, 3)) await timeRuns(prepare(size));
}
const measurement: GrowthMeasurement = {
  series: await measureAlong("series", Number(count)),
  points: await measureAlong("points", Number(count)),
};
process.stdout.write(JSON.stringify(measurement));

async function measureAlong(axis: Axis, sizeCount: number): Promise<SizeCost[]> {
  const costs: SizeCost[] = [];
  for (const size of sizesAlong(axis, sizeCount)) {
    const run = prepare(size);
    // What a first run keeps, such as answers, is not counted.
    await run();
    const allocatedBytes = await countAllocated(run);
    costs.push({ values: size.seriesCount * size.timeCount, cpuMs: await timeRuns(run), allocatedBytes });
  }
  return costs;
}

/** What one run adds to the heap and the buffers outside of it; `null` when garbage was collected meanwhile. */
async function countAllocated(run: () => unknown): Promise<number | null> {
  await collectGarbage(sweepMs);
  const startMs = performance.now();
  const before = process.memoryUsage();
  const output = run();
  if (output instanceof Promise) await output;
  const after = process.memoryUsage();
  const endMs = performance.now();
  // Collections are told of later.
  await setTimeout(1);
  if (collections.some((atMs) => atMs >= startMs && atMs <= endMs)) return null;
  // `external` includes `arrayBuffers`.
  return after.heapUsed + after.external - before.heapUsed - before.external;
}

/** Processor time of the quickest run. */
async function timeRuns(run: () => unknown): Promise<number> {
  let [least, spent] = [Number.POSITIVE_INFINITY, 0];
  for (let runs = 0; runs < fewestRuns || (spent < enoughMs && runs < mostRuns); runs += 1) {
    const start = process.cpuUsage();
    const output = run();
    if (output instanceof Promise) await output;
    const { user, system } = process.cpuUsage(start);
    const cpuMs = (user + system) / 1000;
    least = Math.min(least, cpuMs);
    spent += cpuMs;
  }
  return least;
}
