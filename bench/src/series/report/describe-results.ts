import { describeMachine } from "../../report/describe-machine.ts";
import { describeTask } from "./describe-task.ts";
import type { TaskResult } from "./task-result.ts";

const introduction = `# Results of \`npm run bench:series\`

Written by the benchmark. Ratios come first: everything of one table was run in turn, and a ratio is the median of the
ratios within the rounds. "warm" is the median of repeated runs, "cold" the first call in a fresh process, "peak" what
that call adds to the resident memory at the most. Times depend on the machine, and on what else it does.

A shape is the number of times x the number of series; "missing" lacks 70 % of the points, "floats" has up to four
decimals, and "lex" has the members of each point in the order of their bytes, \`time\` last.`;

/** The file of results. */
export function describeResults(results: readonly TaskResult[], now: Date): string {
  return `${[introduction, describeMachine(now), peakNote(results), ...results.map(describeTask)].join("\n\n")}\n`;
}

function peakNote(results: readonly TaskResult[]): string {
  const measurements = results.flatMap(({ rounds }) =>
    [...rounds.values()].flatMap((shape) => [...shape.values()]),
  );
  const methods = new Set(measurements.flat().map(({ peakMethod }) => peakMethod));
  const source = [...methods].join(" and ");
  return `Peak memory was read from ${source}; a peak below some 5 MiB is mostly that of the engine itself.`;
}
