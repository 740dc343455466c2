import type { ShapeName } from "../input/shapes.ts";
import type { Rounds } from "../measure-task.ts";
import type { Task } from "../tasks.ts";

/** All measurements of a task. */
export interface TaskResult {
  readonly task: Task;
  readonly rounds: ReadonlyMap<ShapeName, Rounds>;
}
