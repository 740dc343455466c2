import { groupChanges } from "../compare/change.ts";
import { phrase } from "../compare/phrase.ts";
import type { SyncReport } from "./sync-report.ts";

/**
 * For tests: a report with something in every part, and the given text wherever somebody else's text goes. Its own names
 * are too long to be hit by random texts, since changes that say the same are grouped.
 */
export function reportWith(text: string): SyncReport {
  const changes = groupChanges([
    {
      operationId: text,
      difference: { kind: "parameter-removed", what: phrase`The parameter ${text} is gone.` },
    },
    {
      operationId: "getB",
      difference: { kind: "parameter-removed", what: phrase`The parameter ${"another parameter"} is gone.` },
    },
    {
      operationId: "getA",
      difference: { kind: "parameter-added", what: phrase`The parameter ${"c"} is new.` },
    },
    {
      operationId: "getB",
      difference: { kind: "parameter-added", what: phrase`The parameter ${"c"} is new.` },
    },
    { operationId: undefined, difference: { kind: "bookkeeping", what: phrase`${text} is ${7} now.` } },
  ]);
  const finding = { stage: "overlay", place: text, problem: text, wayOut: text };
  return {
    source: text,
    isDryRun: false,
    bump: "major",
    changes,
    prose: { descriptions: 2, summaries: 1, examples: 0, evidence: 0 },
    unexplained: [{ operationId: text, place: text, text }],
    unmeasured: [text],
    overlayFindings: [finding],
    notices: [{ ...finding, stage: "sync", wayOut: undefined }],
    written: ["spec/upstream.json", ".changeset/spec-12345678.md"],
    removed: ["packages/types/src/generated/stray.ts"],
    changeset: ".changeset/spec-12345678.md",
    operationCount: 23,
  };
}
