import { medianRatio } from "../../processes/median.ts";
import type { ShapeName } from "../input/shapes.ts";
import type { Rounds } from "../measure-task.ts";
import type { Measurement } from "../program/measurement.ts";
import type { Figure, Goal } from "../tasks.ts";
import type { TaskResult } from "./task-result.ts";

/** A goal on one shape, with what was measured. */
export interface Judgement {
  readonly goal: Goal;
  readonly shape: ShapeName;
  readonly ratio: number;
  readonly isMet: boolean;
}

const figures: Readonly<Record<Figure, (measurement: Measurement) => number>> = {
  warm: ({ warmMs }) => warmMs,
  cold: ({ coldMs }) => coldMs,
  peak: ({ peakBytes }) => peakBytes,
};

/** A figure of an implementation in each round. */
export function figureOf(rounds: Rounds, implementation: string, figure: Figure): number[] {
  return (rounds.get(implementation) ?? []).map(figures[figure]);
}

/** Compares what was measured with the goals, shape by shape; shapes that were not measured are left out. */
export function judgeGoals({ task, rounds }: TaskResult): Judgement[] {
  return task.goals.flatMap((goal) =>
    goal.shapes.flatMap((shape) => {
      const measured = rounds.get(shape);
      if (measured === undefined) return [];
      const { figure, implementation, against, ratioAtMost } = goal;
      const ratio = medianRatio(
        figureOf(measured, implementation, figure),
        figureOf(measured, against, figure),
      );
      return [{ goal, shape, ratio, isMet: ratio <= ratioAtMost }];
    }),
  );
}
