// What a child process does for one implementation of one task and one shape: `main.js check <implementation> <shape>
// <input>` prints the digests of its result, `main.js measure <implementation> <shape> <input> <budget>` what it costs,
// and `main.js profile ...` likewise where the time goes. The first run of the process is the cold one and gives the peak
// of memory; the runs after it are timed warm.
import { readFileSync } from "node:fs";
import { profileRun } from "../../processes/profile-run.ts";
import { type ShapeName, shapes } from "../input/shapes.ts";
import type { Implementation } from "./implementation.ts";
import type { Measurement } from "./measurement.ts";
import { measurePeak } from "./peak-memory.ts";
import { timeRun, timeRuns } from "./time-runs.ts";

const [mode, module = "", shape, inputFile = "", budgetMs = ""] = process.argv.slice(2);
const { implementation }: { implementation: Implementation } = await import(`../${module}.js`);
// The program is started with the name of a shape.
const input = await implementation.prepare(readBytes(inputFile), shapes[shape as ShapeName]);

if (mode === "check") {
  print(await implementation.digest(await implementation.run(input), input));
} else if (mode === "profile") {
  await repeatFor(Number(budgetMs));
  print(await profileRun(() => repeatFor(Number(budgetMs))));
} else {
  print(await measure(Number(budgetMs)));
}

async function repeatFor(durationMs: number): Promise<void> {
  const endMs = performance.now() + durationMs;
  while (performance.now() < endMs) await implementation.run(input);
}

async function measure(budget: number): Promise<Measurement> {
  const first = await measureFirstRun();
  const { medianMs, runCount } = await timeRuns(() => implementation.run(input), budget, first.coldMs);
  return { ...first, warmMs: medianMs, runCount };
}

// A function of its own, so that nothing holds the first result while others are made.
async function measureFirstRun(): Promise<Pick<Measurement, "coldMs" | "peakBytes" | "peakMethod">> {
  let coldMs = Number.NaN;
  const { peakBytes, method } = await measurePeak(async () => {
    const { output, durationMs } = await timeRun(() => implementation.run(input));
    coldMs = durationMs;
    return output;
  });
  return { coldMs, peakBytes, peakMethod: method };
}

/** The bytes of a file in a buffer of their own, as a client gets them. */
function readBytes(file: string): Uint8Array {
  const { buffer, byteOffset, byteLength } = readFileSync(file);
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function print(result: unknown): void {
  process.stdout.write(JSON.stringify(result));
}
