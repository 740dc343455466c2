import type { Change } from "../compare/change.ts";
import { keyOf } from "../compare/change.ts";
import { compare } from "../compare/compare.ts";
import { readCompiled } from "../compare/compiled.ts";
import type { Differ } from "../compare/document/differ.ts";
import { compileFrom, type Finding, upstreamFile } from "../pipeline.ts";
import type { Tree } from "./read-tree.ts";

export interface Attribution {
  readonly changes: readonly Change[];
  readonly notices: readonly Finding[];
}

/**
 * Tells what upstream changed from what the tree itself did: an edit of the overlay or of the rules that was not
 * generated from yet. The latter shows without the new document, too.
 */
export async function attribute(
  changes: readonly Change[],
  tree: Tree,
  upstreamText: string,
  differ: Differ,
): Promise<Attribution> {
  if (changes.length === 0) return { changes, notices: [] };
  if (upstreamText === tree.upstreamText) {
    return { changes: changes.map((change) => ({ ...change, cause: "tree" })), notices: [] };
  }
  try {
    const former = compileFrom(tree, { overlay: "lenient" });
    const own = await compare(tree.published, readCompiled(former.document), differ);
    const byKey = new Map(own.changes.map((change) => [keyOf(change), new Set(change.operationIds)]));
    const isOwn = (change: Change): boolean => {
      const operationIds = byKey.get(keyOf(change));
      return operationIds !== undefined && change.operationIds.every((id) => operationIds.has(id));
    };
    return {
      changes: changes.map((change) => (isOwn(change) ? { ...change, cause: "tree" } : change)),
      notices: [],
    };
  } catch {
    // Whatever is wrong with the former document, it is about to be replaced.
    const problem =
      "The former document can no longer be rendered, so that edits of the overlay and the rules are not told from what upstream changed.";
    return { changes, notices: [{ stage: "compare", place: upstreamFile, problem, wayOut: undefined }] };
  }
}
