import type { Git } from "./git.ts";

/** Where this branch left the one that it is to be merged into, or why that cannot be told. */
export type MergeBase =
  | { readonly found: true; readonly commit: string; readonly branch: string }
  | { readonly found: false; readonly reason: string; readonly wayOut: string };

/**
 * Finds the commit at which the work in progress left its base branch.
 *
 * @param branches names of the base branch, the first that this clone has counts.
 */
export async function findMergeBase(git: Git, branches: readonly string[]): Promise<MergeBase> {
  if ((await git("rev-parse", "--verify", "--quiet", "HEAD^{commit}")).exitCode !== 0) {
    return { found: false, reason: "there is no commit here", wayOut: "run it in a clone of the repository" };
  }
  for (const branch of branches) {
    const tip = await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${branch}^{commit}`);
    if (tip.exitCode !== 0) continue;
    const { exitCode, stdout } = await git("merge-base", "HEAD", tip.stdout.trim());
    return exitCode === 0 ? { found: true, commit: stdout.trim(), branch } : noCommonCommit(git, branch);
  }
  return {
    found: false,
    reason: `this clone has no branch ${branches.map((branch) => `"${branch}"`).join(" or ")}`,
    wayOut: "fetch it, as with `git fetch origin main:refs/remotes/origin/main`, or name another with --base",
  };
}

async function noCommonCommit(git: Git, branch: string): Promise<MergeBase> {
  const { stdout } = await git("rev-parse", "--is-shallow-repository");
  return stdout.trim() === "true"
    ? {
        found: false,
        reason: `the history of this shallow clone does not reach back to where "${branch}" was left`,
        wayOut: "fetch the rest with `git fetch --unshallow`",
      }
    : {
        found: false,
        reason: `"${branch}" has no commit in common with HEAD`,
        wayOut: "name another with --base",
      };
}
