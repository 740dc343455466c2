// `npm run measure:memory` shows that `collectPieces` holds no more of a long history than of a short one: it collects
// ten years of daily points of 1,000 series, and less, and drops each piece once it has been counted.
//
// Each number of years has a process of its own, on the built packages. What counts is what is alive after a garbage
// collection while a piece is held, with whatever else the collection holds on to by then, at every piece; unlike resident
// memory, which is printed too, that is the same in every run. Ends with code 1 when it grows.
import { compilePrograms } from "../processes/compile-programs.ts";
import { runProgram } from "../processes/run-program.ts";
import type { CollectMeasurement } from "./collect-measurement.ts";
import { describeGrowth } from "./describe-growth.ts";

const yearCounts = [1, 2, 5, 10];
const concurrencies = [1, 4];

await compilePrograms();
process.stdout.write(`Node.js ${process.version}\n`);
for (const concurrency of concurrencies) {
  const measurements = new Map<number, CollectMeasurement>();
  for (const years of yearCounts) {
    const args = [String(years), String(concurrency)];
    measurements.set(years, await runProgram<CollectMeasurement>("memory/collect-program.ts", args));
  }
  const { text, isBounded } = describeGrowth(measurements, concurrency);
  process.stdout.write(`\n${text}\n`);
  if (!isBounded) process.exitCode = 1;
}
