import type { ShippedChanges } from "./find-shipped-changes.ts";
import type { BranchChangesets } from "./read-changesets.ts";

/** What is told of a branch, and whether it may be merged. */
export interface Verdict {
  readonly passes: boolean;
  readonly lines: readonly string[];
}

const shownFiles = 10;
const wayOut = [
  "Tell users of it:              npm run changeset",
  "If they will notice nothing:   npm run changeset -- --empty",
];

/** Whether every change that ships is told by a changeset of the same branch. */
export function judgeChanges(changes: ShippedChanges, { changesets, problems }: BranchChangesets): Verdict {
  if (problems.length > 0) return { passes: false, lines: [...problems] };
  const told = new Set(changesets.flatMap(({ packages }) => packages));
  const isExcused = changesets.some(({ packages }) => packages.length === 0);
  const untold = [...changes.packages].filter(([name]) => !told.has(name) && !isExcused);
  const isSpecTold = changes.spec.length === 0 || changesets.length > 0;
  if (untold.length === 0 && isSpecTold)
    return { passes: true, lines: [passingLine(changes, changesets.length)] };
  return {
    passes: false,
    lines: [
      "These changes reach users, and no changeset of this branch names the package:",
      ...untold.flatMap(([name, files]) => listed(name, files)),
      ...(isSpecTold ? [] : listed("the spec (any package will do)", changes.spec)),
      "",
      ...wayOut,
    ],
  };
}

function passingLine({ packages, spec }: ShippedChanges, changesetCount: number): string {
  const changed = [...packages.keys(), ...(spec.length > 0 ? ["the spec"] : [])];
  if (changed.length === 0) return "Nothing that ships has changed.";
  return `${changed.join(", ")}: told by ${changesetCount} ${changesetCount === 1 ? "changeset" : "changesets"}.`;
}

function listed(name: string, files: readonly string[]): readonly string[] {
  const more = files.length > shownFiles ? [`    and ${files.length - shownFiles} more`] : [];
  return ["", `  ${name}`, ...files.slice(0, shownFiles).map((file) => `    ${file}`), ...more];
}
