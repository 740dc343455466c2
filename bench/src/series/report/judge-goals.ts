import { median, roundRatios } from "../../processes/median.ts";
import { describeExcess, formatRatio, formatRatios } from "../../report/format-figures.ts";
import type { Goal } from "../../report/section.ts";
import type { ShapeName } from "../input/shapes.ts";
import type { RatioGoal, SeriesTask } from "../series-task.ts";
import { figureOf, type ProfiledRun, type TaskResult } from "./task-result.ts";

const figureNames = { warm: "time", peak: "peak memory" } as const;

/** What a goal on one shape is called. */
export function goalName(
  { title }: Pick<SeriesTask, "title">,
  { figure, implementation, against }: RatioGoal,
  shape: ShapeName,
): string {
  return `${title}, ${shape}, ${figureNames[figure]}: ${implementation} / ${against}`;
}

/**
 * Compares what was measured with the goals, shape by shape. Shapes that were not measured are left out; a goal whose
 * peer is missing is not met.
 */
export function judgeGoals(result: TaskResult): Goal[] {
  return result.task.goals.flatMap((goal) =>
    goal.shapes.flatMap((shape) => (result.rounds.has(shape) ? [judge(result, goal, shape)] : [])),
  );
}

/** What missed a goal on time, each implementation and shape once. */
export function slowRuns(result: TaskResult): Pick<ProfiledRun, "shape" | "implementation">[] {
  const { goals } = result.task;
  return [...result.rounds.keys()].flatMap((shape) => {
    const slow = goals.filter(
      (goal) =>
        goal.figure === "warm" &&
        goal.shapes.includes(shape) &&
        !result.missing.has(goal.against) &&
        !judge(result, goal, shape).isMet,
    );
    const names = new Set(slow.map(({ implementation }) => implementation));
    return Array.from(names, (implementation) => ({ shape, implementation }));
  });
}

function judge({ task, rounds, missing }: TaskResult, goal: RatioGoal, shape: ShapeName): Goal {
  const { figure, implementation, against, ratioAtMost, whenMissed } = goal;
  const named = { name: goalName(task, goal, shape), goal: `at most ${formatRatio(ratioAtMost)}` };
  const measured = rounds.get(shape) ?? new Map();
  const ratios = roundRatios(figureOf(measured, implementation, figure), figureOf(measured, against, figure));
  const reason = missing.get(implementation) ?? missing.get(against);
  if (reason !== undefined) return { ...named, measured: "not measured", isMet: false, reason };
  const ratio = median(ratios);
  if (ratio <= ratioAtMost) return { ...named, measured: formatRatios(ratios), isMet: true };
  const missed = {
    ...named,
    measured: `${formatRatios(ratios)}, ${describeExcess(ratio, ratioAtMost)}`,
    isMet: false,
  };
  return whenMissed === undefined ? missed : { ...missed, reason: whenMissed };
}
