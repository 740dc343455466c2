import { findMergeBase } from "./find-merge-base.ts";
import { changedFiles, findShippedChanges } from "./find-shipped-changes.ts";
import { gitIn } from "./git.ts";
import { judgeChanges } from "./judge-changes.ts";
import { readChangesets } from "./read-changesets.ts";

/** What the check ends with. */
export interface CheckOutcome {
  /** 0: told, or nothing to tell. 1: a change is not told. 2: there is nothing to compare with. */
  readonly exitCode: 0 | 1 | 2;
  readonly lines: readonly string[];
}

/**
 * Checks that the changes since a branch was left carry changesets.
 *
 * @param branches names of the base branch, of which the first counts that the clone has.
 */
export async function checkChangeset(root: string, branches: readonly string[]): Promise<CheckOutcome> {
  const git = gitIn(root);
  const base = await findMergeBase(git, branches);
  if (!base.found) {
    return { exitCode: 2, lines: [`Nothing was checked: ${base.reason}.`, `Way out: ${base.wayOut}.`] };
  }
  const files = await changedFiles(git, base.commit);
  const changes = await findShippedChanges(root, git, base.commit, files);
  const { passes, lines } = judgeChanges(changes, await readChangesets(root, files));
  return {
    exitCode: passes ? 0 : 1,
    lines: [`Compared with ${base.branch} at ${base.commit.slice(0, 12)}.`, ...lines],
  };
}
