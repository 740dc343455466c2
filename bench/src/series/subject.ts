import { installPeers, type MissingPeers } from "../processes/install-peers.ts";
import type { MeasureOptions, Section, Subject } from "../report/section.ts";
import { csv } from "./csv/task.ts";
import { decode } from "./decode/task.ts";
import { checkEqual } from "./digest/check-equal.ts";
import type { ShapeName } from "./input/shapes.ts";
import {
  digestResults,
  type Effort,
  measureRounds,
  profileImplementation,
  type Rounds,
} from "./measure-task.ts";
import { pivot } from "./pivot/task.ts";
import { describeTask } from "./report/describe-task.ts";
import { slowRuns } from "./report/judge-goals.ts";
import type { ProfiledRun } from "./report/task-result.ts";
import { rollup } from "./rollup/task.ts";
import { rows } from "./rows/task.ts";
import { peersOf, type SeriesTask } from "./series-task.ts";

/** What is done with a response, in the order of a user's program. */
export const seriesTasks: readonly SeriesTask[] = [decode, rows, rollup, pivot, csv];

/**
 * What series cost with `@ldusage/helpers`, beside what one would write or install instead. Each implementation runs in
 * processes of its own, in plain JavaScript on the built packages, once all were found to give the same.
 */
export const seriesSubjects: readonly Subject[] = seriesTasks.map((task) => ({
  name: task.name,
  measure: (options) => measureTask(task, options),
}));

// Small responses get more rounds, since their times scatter more.
const wholeRounds: Readonly<Partial<Record<ShapeName, number>>> = { "365x10": 5, "365x1000": 3 };
const otherRounds = 2;
const wholeEffort: Effort = {
  roundCountOf: (shape) => wholeRounds[shape] ?? otherRounds,
  budgetMs: 500,
  patienceMs: 400,
};
// Twice: once to warm up.
const profileMs = 500;
const quickEffort: Effort = { roundCountOf: () => 1, budgetMs: 150, patienceMs: 0 };
/** Whether a quick run measures a shape. */
function isQuickShape(shape: ShapeName): boolean {
  return shape === "365x10" || shape === "365x1000";
}

async function measureTask(task: SeriesTask, { quick, log }: MeasureOptions): Promise<Section> {
  const missing = missingImplementations(task, await installPeers(log));
  const present = task.implementations.filter((name) => !missing.has(name));
  const shapes = task.shapes.filter((shape) => !quick || isQuickShape(shape));
  const measured: SeriesTask = { ...task, implementations: present };
  for (const shape of shapes) checkEqual(await digestResults(measured, shape), `${task.name}, ${shape}`);
  const rounds = new Map<ShapeName, Rounds>();
  for (const shape of shapes) {
    log(`${task.name}, ${shape}`);
    rounds.set(shape, await measureRounds(measured, shape, quick ? quickEffort : wholeEffort));
  }
  const result = { task: measured, rounds, missing };
  const profiles: ProfiledRun[] = [];
  for (const { shape, implementation } of slowRuns(result)) {
    log(`${task.name}, ${shape}, profile of ${implementation}`);
    const profile = await profileImplementation(measured, implementation, shape, profileMs);
    profiles.push({ shape, implementation, profile });
  }
  return describeTask(result, profiles);
}

/** Why implementations cannot be measured, by their names. */
function missingImplementations(
  { implementations }: SeriesTask,
  missing: MissingPeers,
): ReadonlyMap<string, string> {
  return new Map(
    implementations.flatMap((name) => {
      const found = (peersOf[name] ?? []).find((peer) => missing.has(peer));
      return found === undefined ? [] : [[name, `${found} is not installed: ${missing.get(found)}`]];
    }),
  );
}
