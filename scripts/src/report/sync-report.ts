import type { Bump } from "../compare/change-kinds.ts";
import type { Comparison } from "../compare/compare.ts";
import type { Unexplained } from "../derive/derive-operation.ts";
import type { Finding } from "../pipeline.ts";

/** Everything that a sync has to say. */
export interface SyncReport extends Comparison {
  /** Where the document came from, without anything that may be secret. */
  readonly source: string;
  readonly isDryRun: boolean;
  /** How the packages' version has to grow; `undefined` when no file of theirs changes. */
  readonly bump: Bump | undefined;
  /** Sentences that look like facts and that no rule understood. */
  readonly unexplained: readonly Unexplained[];
  /** Operations of which nothing says what they count. */
  readonly unmeasured: readonly string[];
  readonly overlayFindings: readonly Finding[];
  readonly notices: readonly Finding[];
  /** Files that were written, or would be, from the repository's root; the changeset among them. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** The changeset among the written files; `undefined` when none is needed. */
  readonly changeset: string | undefined;
  /** How many operations there are now. */
  readonly operationCount: number;
}

/** Whether the sync changed anything, or would. */
export function isChanged({ written, removed }: SyncReport): boolean {
  return written.length + removed.length > 0;
}
