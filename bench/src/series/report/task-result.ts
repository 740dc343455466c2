import type { Profile } from "../../processes/profile-run.ts";
import type { ShapeName } from "../input/shapes.ts";
import type { Rounds } from "../measure-task.ts";
import type { Measurement } from "../program/measurement.ts";
import type { Figure, SeriesTask } from "../series-task.ts";

/** All measurements of a task. */
export interface TaskResult {
  readonly task: SeriesTask;
  readonly rounds: ReadonlyMap<ShapeName, Rounds>;
  /** Why implementations were not measured, by their names. */
  readonly missing: ReadonlyMap<string, string>;
}

const figures: Readonly<Record<Figure, (measurement: Measurement) => number>> = {
  warm: ({ warmMs }) => warmMs,
  cold: ({ coldMs }) => coldMs,
  peak: ({ peakBytes }) => peakBytes,
};

/** A figure of an implementation in each round; none where it was not measured. */
export function figureOf(rounds: Rounds, implementation: string, figure: Figure): number[] {
  return (rounds.get(implementation) ?? []).map(figures[figure]);
}

/** Where the time of an implementation goes that missed a goal on time. */
export interface ProfiledRun {
  readonly shape: ShapeName;
  readonly implementation: string;
  readonly profile: Profile;
}
