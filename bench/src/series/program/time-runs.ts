import { performance } from "node:perf_hooks";
import { measure } from "mitata";

/** How long runs of a function take. */
export interface RunTimes {
  readonly medianMs: number;
  readonly runCount: number;
}

const longMs = 300;

/**
 * Times runs of a function that has run before.
 *
 * @param budgetMs For how long it is repeated.
 * @param firstMs How long the first run took. After a long one the code is compiled, and one more run says enough.
 */
export async function timeRuns(run: () => unknown, budgetMs: number, firstMs: number): Promise<RunTimes> {
  if (firstMs > Math.max(budgetMs, longMs)) return { medianMs: (await timeRun(run)).durationMs, runCount: 1 };
  const { p50, ticks } = await measure(run, { min_cpu_time: budgetMs * 1e6, min_samples: 1 });
  return { medianMs: p50 / 1e6, runCount: ticks };
}

/** How long one run takes, and what it gives. A result that is there at once is not waited for. */
export async function timeRun<Output>(
  run: () => Output | Promise<Output>,
): Promise<{ readonly output: Output; readonly durationMs: number }> {
  const startMs = performance.now();
  const result = run();
  const output = result instanceof Promise ? await result : result;
  return { output, durationMs: performance.now() - startMs };
}
