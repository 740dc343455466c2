import { alternate } from "../processes/alternate.ts";
import { runProgram } from "../processes/run-program.ts";
import { waitForQuiet } from "../processes/wait-for-quiet.ts";
import type { ShapeName } from "./input/shapes.ts";
import type { Measurement } from "./program/measurement.ts";
import type { Task } from "./tasks.ts";

const program = "series/program/main.ts";

/** The measurements of a task on one shape: by implementation, one for each round. */
export type Rounds = ReadonlyMap<string, readonly Measurement[]>;

/** Two implementations do not give the same: what they cost cannot be compared. */
export class UnequalResultsError extends Error {}

/**
 * Has every implementation do the task once, each in a process of its own, and compares what they give.
 *
 * @throws UnequalResultsError which names the implementation that differs from the first.
 */
export async function checkEqual(task: Task, shape: ShapeName, inputFile: string): Promise<void> {
  let expected: string | undefined;
  for (const name of task.implementations) {
    const args = ["check", `${task.name}/${name}`, inputFile];
    const { digest } = await runProgram<{ digest: string | null }>(program, args);
    if (digest === null) continue;
    expected ??= digest;
    if (digest === expected) continue;
    const digests = `${digest}, not ${expected} as ${task.implementations[0]}`;
    throw new UnequalResultsError(`${task.title}, ${shape}: ${name} gives another result (${digests})`);
  }
}

/** How much is measured of each implementation. */
export interface Effort {
  /** Processes of each implementation; small responses get more of them, since their times scatter more. */
  readonly roundCountOf: (shape: ShapeName) => number;
  /** How long each process repeats its task, in milliseconds. */
  readonly budgetMs: number;
  /** How long to wait for other programs to come to rest before each process, in milliseconds. */
  readonly patienceMs: number;
}

/** Measures every implementation in turn, round by round, each in a fresh process. */
export function measureRounds(
  task: Task,
  shape: ShapeName,
  inputFile: string,
  { roundCountOf, budgetMs, patienceMs }: Effort,
): Promise<Rounds> {
  return alternate(task.implementations, roundCountOf(shape), async (name) => {
    await waitForQuiet(patienceMs);
    const args = ["measure", `${task.name}/${name}`, inputFile, String(budgetMs)];
    return runProgram<Measurement>(program, args);
  });
}
