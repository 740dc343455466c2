import { alignOperations } from "./align-operations.ts";
import { type Change, groupChanges } from "./change.ts";
import { compareFacts } from "./compare-facts.ts";
import type { Compiled } from "./compiled.ts";
import { compareDocuments } from "./document/compare-documents.ts";
import type { Differ } from "./document/differ.ts";
import type { ProseKind } from "./document/separate-prose.ts";

export interface Comparison {
  readonly changes: readonly Change[];
  /** How many texts differ that programs do not see. */
  readonly prose: Readonly<Record<ProseKind, number>>;
}

/** Everything that differs between two compiled results of the pipeline. */
export async function compare(before: Compiled, after: Compiled, differ: Differ): Promise<Comparison> {
  const alignment = alignOperations(before.descriptors, after.descriptors);
  const documents = await compareDocuments(before.document, after.document, alignment, differ);
  return {
    changes: groupChanges([...compareFacts(before, after, alignment), ...documents.found]),
    prose: documents.prose,
  };
}
