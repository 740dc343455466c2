import type { RuntimeOutcome } from "./run-in-runtime.ts";

/** Passed, failed and not run cases. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function countCases(outcome: RuntimeOutcome): Counts {
  if ("notRun" in outcome) return { passed: 0, failed: 0, skipped: outcome.cases };
  const failed = outcome.results.filter(({ failure }) => failure !== undefined).length;
  return { passed: outcome.results.length - failed, failed, skipped: 0 };
}

/** A line for a runtime, and one for each case that failed in it. */
export function describeOutcome(outcome: RuntimeOutcome): string {
  if ("notRun" in outcome) return `${outcome.name}: not run (${outcome.notRun})`;
  const { passed, failed } = countCases(outcome);
  const seconds = (outcome.elapsedMs / 1000).toFixed(1);
  const lines = outcome.results.flatMap(({ name, failure }) =>
    failure === undefined ? [] : [`  failed: ${name}\n    ${failure.replaceAll("\n", "\n    ")}`],
  );
  const head = `${outcome.name}: ${outcome.version}, ${passed} passed, ${failed} failed, ${seconds} s`;
  const ending = outcome.ending === undefined ? [] : [`  The runtime: ${outcome.ending}`];
  return [head, ...lines, ...ending].join("\n");
}

/** All runtimes side by side. */
export function describeAll(outcomes: readonly RuntimeOutcome[]): string {
  const rows = outcomes.map((outcome) => {
    const { passed, failed } = countCases(outcome);
    return "notRun" in outcome
      ? [outcome.name, "", "not run", "", ""]
      : [outcome.name, outcome.version, failed > 0 ? "failed" : "passed", String(passed), String(failed)];
  });
  const table = [["Runtime", "Version", "Result", "Passed", "Failed"], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** The last line. */
export function summarize(outcomes: readonly RuntimeOutcome[]): string {
  const counts = outcomes.map(countCases);
  const sum = (name: keyof Counts): number => counts.reduce((total, count) => total + count[name], 0);
  const skipped = sum("skipped");
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
