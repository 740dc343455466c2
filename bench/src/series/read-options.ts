import { parseArgs } from "node:util";
import type { ShapeName } from "./input/shapes.ts";
import type { Effort } from "./measure-task.ts";
import { type Task, tasks } from "./tasks.ts";

export interface SeriesOptions {
  /** Whether everything is measured, as the file of results wants it. */
  readonly isWhole: boolean;
  readonly tasks: readonly Task[];
  readonly effort: Effort;
}

const fullEffort: Effort = {
  roundCountOf: (shape) => (shape === "365x10" ? 9 : 3),
  budgetMs: 1000,
  patienceMs: 3000,
};
const quickEffort: Effort = {
  roundCountOf: (shape) => (shape === "365x10" ? 5 : 1),
  budgetMs: 300,
  patienceMs: 0,
};
const quickShapes: readonly ShapeName[] = ["365x10", "365x1000", "365x5000-missing"];

/** `--quick` measures a part, in one round and a few minutes; `--only decode,csv` measures some tasks. */
export function readOptions(args: readonly string[]): SeriesOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { quick: { type: "boolean", default: false }, only: { type: "string" } },
  });
  const names = values.only?.split(",");
  const unknown = names?.find((name) => tasks.every((task) => task.name !== name));
  if (unknown !== undefined) {
    throw new RangeError(`--only: no task ${unknown}, there are ${tasks.map(({ name }) => name).join(", ")}`);
  }
  const chosen = tasks.filter(({ name }) => names === undefined || names.includes(name));
  if (!values.quick) {
    return { isWhole: chosen.length === tasks.length, tasks: chosen, effort: fullEffort };
  }
  const quick = chosen.map((task) => ({
    ...task,
    shapes: task.shapes.filter((shape) => quickShapes.includes(shape)),
  }));
  return { isWhole: false, tasks: quick, effort: quickEffort };
}
