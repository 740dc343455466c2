import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** A file that the pipeline writes: where, from the repository's root, and what belongs in it. */
export interface Target {
  readonly file: string;
  readonly text: string;
}

/** Folders that hold generated files and nothing else. */
export const generatedFolders = [
  "packages/types/src/generated",
  "packages/client/src/generated",
  "docs/operations",
];

/** Files that differ from what the pipeline would write, are missing, or that it would not write at all. */
export async function findStale(root: string, targets: readonly Target[]): Promise<string[]> {
  const stale: string[] = [];
  for (const { file, text } of targets) {
    const committed = await readFile(join(root, file), "utf8").catch(() => undefined);
    if (committed !== text) stale.push(file);
  }
  const expected = new Set(targets.map(({ file }) => file));
  for (const folder of generatedFolders) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
      () => [],
    );
    for (const entry of entries) {
      const file = relative(root, join(entry.parentPath, entry.name)).split(sep).join("/");
      if (entry.isFile() && !expected.has(file)) stale.push(file);
    }
  }
  return stale;
}
