import type { Target } from "../drift/find-stale.ts";
import type { FileChanges } from "./write-files.ts";

/** What to do with stale files: write those that the pipeline makes, remove the others. */
export function changesFor(targets: readonly Target[], stale: readonly string[]): FileChanges {
  const byFile = new Map(targets.map((target) => [target.file, target]));
  return {
    written: stale.flatMap((file) => byFile.get(file) ?? []),
    removed: stale.filter((file) => !byFile.has(file)),
  };
}
