import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import parseChangeset from "@changesets/parse";

/** A changeset of the branch. */
export interface Changeset {
  readonly file: string;
  /** Names of the packages whose users it tells. An empty changeset says that there is nothing to tell. */
  readonly packages: readonly string[];
}

/** What of the changed files are changesets, and what is wrong with them. */
export interface BranchChangesets {
  readonly changesets: readonly Changeset[];
  readonly problems: readonly string[];
}

/** Reads the changesets among changed files; those that were deleted are of a release. */
export async function readChangesets(root: string, files: readonly string[]): Promise<BranchChangesets> {
  const changesets: Changeset[] = [];
  const problems: string[] = [];
  for (const file of files.filter(isChangeset)) {
    const text = await readFile(join(root, file), "utf8").catch(() => undefined);
    if (text === undefined) continue;
    try {
      const { releases, summary } = parseChangeset(text);
      if (releases.length > 0 && summary === "")
        problems.push(`${file} names packages and says nothing of them`);
      changesets.push({ file, packages: releases.map(({ name }) => name) });
    } catch (error) {
      problems.push(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { changesets, problems };
}

function isChangeset(file: string): boolean {
  return /^\.changeset\/[^/]+\.md$/.test(file) && basename(file) !== "README.md";
}
