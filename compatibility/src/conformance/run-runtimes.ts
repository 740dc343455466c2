// Runs the conformance suite in every runtime that this machine has.
//
//   npm run test:runtimes                      all of them
//   npm run test:runtimes -- --require-all     a runtime that is missing is a failure
//   npm run test:runtimes -- deno chromium     those alone
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundleSuite } from "./launch/bundle-suite.ts";
import { killAllPrograms } from "./launch/child-program.ts";
import { chromium } from "./launch/chromium.ts";
import { commandRuntimes } from "./launch/command-runtimes.ts";
import { countCases, describeAll, describeOutcome, summarize } from "./launch/describe-outcome.ts";
import { installRuntimes } from "./launch/install-runtimes.ts";
import { type RuntimeOutcome, runInRuntime } from "./launch/run-in-runtime.ts";
import type { Runtime } from "./launch/runtime.ts";
import { workerd } from "./launch/workerd.ts";

const { values, positionals } = parseArgs({
  options: { "require-all": { type: "boolean", default: false } },
  allowPositionals: true,
});
const runtimes = [...commandRuntimes, workerd, chromium].filter(({ name }) =>
  positionals.length === 0
    ? true
    : positionals.some((word) => name.toLowerCase().includes(word.toLowerCase())),
);

const scratchDirectory = await mkdtemp(join(tmpdir(), "ldusage-runtimes-"));
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    killAllPrograms();
    rmSync(scratchDirectory, { recursive: true, force: true });
    process.exit(1);
  });
}

try {
  const problem = await installRuntimes();
  if (problem !== undefined) say(problem);
  const outcomes = await runAll();
  say(`\n${describeAll(outcomes)}\n`);
  say(summarize(outcomes));
  const isMissing = outcomes.some((outcome) => "notRun" in outcome);
  const isFailed = outcomes.some((outcome) => countCases(outcome).failed > 0);
  process.exitCode = isFailed || runtimes.length === 0 || (values["require-all"] && isMissing) ? 1 : 0;
} finally {
  killAllPrograms();
  await rm(scratchDirectory, { recursive: true, force: true });
}

async function runAll(): Promise<readonly RuntimeOutcome[]> {
  const bundles = await bundleSuite(scratchDirectory);
  const outcomes = new Map<Runtime, RuntimeOutcome>();
  const waiting = [...runtimes];
  // The cases mostly wait, but they also look at the clock: no more runtimes at a time than there are cores.
  const lanes = Array.from({ length: Math.min(2, availableParallelism()) }, async () => {
    for (let runtime = waiting.shift(); runtime !== undefined; runtime = waiting.shift()) {
      const outcome = await runInRuntime(runtime, bundles, scratchDirectory);
      outcomes.set(runtime, outcome);
      say(describeOutcome(outcome));
    }
  });
  await Promise.all(lanes);
  return runtimes.flatMap((runtime) => outcomes.get(runtime) ?? []);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
