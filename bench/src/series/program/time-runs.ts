import { measure } from "mitata";

/** How long runs of a function take. */
export interface RunTimes {
  readonly medianMs: number;
  readonly runCount: number;
}

/**
 * Repeats a run for a while, once at the least, after one to warm up. Runs that take next to nothing are timed many at
 * once.
 */
export async function timeRuns(run: () => unknown, budgetMs: number): Promise<RunTimes> {
  const { p50, ticks } = await measure(run, { min_cpu_time: budgetMs * 1e6, min_samples: 1 });
  return { medianMs: p50 / 1e6, runCount: ticks };
}
