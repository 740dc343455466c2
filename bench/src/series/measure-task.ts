import { alternate } from "../processes/alternate.ts";
import type { Profile } from "../processes/profile-run.ts";
import { runProgram } from "../processes/run-program.ts";
import { waitForQuiet } from "../processes/wait-for-quiet.ts";
import { inputFile } from "./input/input-file.ts";
import type { ShapeName } from "./input/shapes.ts";
import type { Digests } from "./program/implementation.ts";
import type { Measurement } from "./program/measurement.ts";
import type { SeriesTask } from "./series-task.ts";

const program = "series/program/main.ts";
// Nothing is timed while results are compared.
const checkedAtOnce = 2;

/** The measurements of a task on one shape: by implementation, one for each round. */
export type Rounds = ReadonlyMap<string, readonly Measurement[]>;

/** Has every implementation do the task once, each in a process of its own, and gives what results are compared by. */
export async function digestResults(
  { name: task, implementations }: SeriesTask,
  shape: ShapeName,
): Promise<ReadonlyMap<string, Digests>> {
  const digests = new Map<string, Digests>();
  const waiting = [...implementations];
  const lane = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const args = ["check", `${task}/${name}`, shape, inputFile(shape)];
      digests.set(name, await runProgram<Digests>(program, args));
    }
  };
  await Promise.all(Array.from({ length: checkedAtOnce }, lane));
  return new Map(implementations.map((name) => [name, digests.get(name) ?? {}]));
}

/** How much is measured of each implementation. */
export interface Effort {
  /** Processes of each implementation. */
  readonly roundCountOf: (shape: ShapeName) => number;
  /** How long each process repeats its task, in milliseconds. */
  readonly budgetMs: number;
  /** How long to wait for other programs to come to rest before each process, in milliseconds. */
  readonly patienceMs: number;
}

/** Measures every implementation in turn, round by round, each in a fresh process. */
export function measureRounds(
  { name: task, implementations }: SeriesTask,
  shape: ShapeName,
  { roundCountOf, budgetMs, patienceMs }: Effort,
): Promise<Rounds> {
  return alternate(implementations, roundCountOf(shape), async (name) => {
    await waitForQuiet(patienceMs);
    const args = ["measure", `${task}/${name}`, shape, inputFile(shape), String(budgetMs)];
    return runProgram<Measurement>(program, args);
  });
}

/** Where the time of an implementation goes, in a process of its own. */
export async function profileImplementation(
  { name: task }: SeriesTask,
  implementation: string,
  shape: ShapeName,
  budgetMs: number,
): Promise<Profile> {
  const args = ["profile", `${task}/${implementation}`, shape, inputFile(shape), String(budgetMs)];
  return await runProgram<Profile>(program, args);
}
