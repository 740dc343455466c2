import { compareText } from "../openapi/json.ts";
import { type Bump, type ChangeKind, changeKinds } from "./change-kinds.ts";
import type { Phrase } from "./phrase.ts";

/** What became of one thing, in one operation or in what operations share. */
export interface Difference {
  readonly kind: ChangeKind;
  readonly what: Phrase;
}

/** A difference, and the operations that have it; none where it concerns the service or shared types. */
export interface Change extends Difference {
  readonly operationIds: readonly string[];
  readonly bump: Bump;
  readonly cause: Cause;
}

/** Whether upstream changed something, or an edit of the overlay or the rules that was not generated from yet. */
export type Cause = "upstream" | "tree";

/** A difference where it was found. */
export interface Found {
  readonly operationId: string | undefined;
  readonly difference: Difference;
}

/** One change for each difference, however many operations have it; the gravest first. */
export function groupChanges(found: readonly Found[]): Change[] {
  const groups = new Map<string, { difference: Difference; operationIds: Set<string> }>();
  for (const { operationId, difference } of found) {
    const key = keyOf(difference);
    const group = groups.get(key) ?? { difference, operationIds: new Set() };
    if (operationId !== undefined) group.operationIds.add(operationId);
    groups.set(key, group);
  }
  const changes = [...groups.values()].map(
    ({ difference, operationIds }): Change => ({
      ...difference,
      operationIds: [...operationIds].sort(compareText),
      bump: changeKinds[difference.kind].bump,
      cause: "upstream",
    }),
  );
  return changes.sort(
    (left, right) => orderOf(left) - orderOf(right) || compareText(keyOf(left), keyOf(right)),
  );
}

/** The same for equal differences. */
export function keyOf({ kind, what }: Difference): string {
  return JSON.stringify([kind, what.own, what.quotes]);
}

const bumps: readonly Bump[] = ["major", "minor", "patch"];
const kinds = Object.keys(changeKinds);

function orderOf({ bump, kind }: Change): number {
  return bumps.indexOf(bump) * kinds.length + kinds.indexOf(kind);
}

/** The gravest class among changes; `undefined` where there is none. */
export function gravest(changes: readonly { readonly bump: Bump }[]): Bump | undefined {
  return bumps.find((bump) => changes.some((change) => change.bump === bump));
}
