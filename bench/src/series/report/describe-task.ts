import { median, medianRatio } from "../../processes/median.ts";
import { formatTable } from "../../report/format-table.ts";
import { figureOf, judgeGoals } from "./judge-goals.ts";
import type { TaskResult } from "./task-result.ts";

/** The goals of a task, then all that was measured, as Markdown. */
export function describeTask(result: TaskResult): string {
  return [`## ${result.task.title} (\`${result.task.name}\`)`, goalsTable(result), figuresTable(result)].join(
    "\n\n",
  );
}

function goalsTable(result: TaskResult): string {
  const rows = judgeGoals(result).map(({ goal, shape, ratio, isMet }) => [
    `${goal.figure}: ${goal.implementation} / ${goal.against}`,
    shape,
    formatRatio(ratio),
    formatRatio(goal.ratioAtMost),
    isMet ? "met" : "MISSED",
  ]);
  return formatTable(["goal", "shape", "measured", "at most", "verdict"], rows);
}

/** Ratios are of our implementation to each of the others; times and memory are medians over the rounds. */
function figuresTable({ task, rounds }: TaskResult): string {
  const ours = task.implementations[0] ?? "";
  const rows = [...rounds].flatMap(([shape, measured]) =>
    task.implementations.map((name) => {
      const figures = (["warm", "cold", "peak"] as const).map((figure) => figureOf(measured, name, figure));
      const ratios = (["warm", "cold", "peak"] as const).map((figure, index) =>
        name === ours ? "" : formatRatio(medianRatio(figureOf(measured, ours, figure), figures[index] ?? [])),
      );
      const [warm = 0, cold = 0, peak = 0] = figures.map(median);
      const sizes = [formatMs(warm), formatMs(cold), (peak / 2 ** 20).toFixed(1)];
      return [shape, name, ...ratios, ...sizes];
    }),
  );
  const header = ["shape", "", `warm: ${ours} / it`, "cold", "peak", "warm ms", "cold ms", "peak MiB"];
  return formatTable(header, rows);
}

function formatRatio(ratio: number): string {
  return ratio.toFixed(3);
}

function formatMs(durationMs: number): string {
  return durationMs.toFixed(durationMs < 10 ? 2 : 0);
}
