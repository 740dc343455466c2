import { performance } from "node:perf_hooks";

const fewestRuns = 5;
const mostRuns = 2000;

/** Repeats a run for a while, at least five times, and gives how long each took in milliseconds. */
export async function timeRuns(run: () => unknown, budgetMs: number): Promise<number[]> {
  const durations: number[] = [];
  let spentMs = 0;
  while (durations.length < fewestRuns || (spentMs < budgetMs && durations.length < mostRuns)) {
    const durationMs = await timeRun(run);
    durations.push(durationMs);
    spentMs += durationMs;
  }
  return durations;
}

/** How long one run takes, in milliseconds. A result that is there at once is not waited for. */
export async function timeRun(run: () => unknown): Promise<number> {
  const startMs = performance.now();
  const output = run();
  if (output instanceof Promise) await output;
  return performance.now() - startMs;
}
