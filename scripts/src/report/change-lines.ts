import type { Change } from "../compare/change.ts";
import { type Bump, type ChangeKind, changeKinds } from "../compare/change-kinds.ts";
import type { ProseKind } from "../compare/document/separate-prose.ts";
import { type Phrase, phrase, plain } from "../compare/phrase.ts";

/** A line of a report, and lines below it. */
export interface Line {
  readonly text: Phrase;
  readonly below: readonly Phrase[];
}

const mostNamed = 5;
const mostLines = 100;

/** The changes of one class as lines: those of one kind under the reason of their class. */
export function changeLines(changes: readonly Change[], bump: Bump, operationCount: number): Line[] {
  const kinds = new Map<ChangeKind, Change[]>();
  for (const change of changes) {
    if (change.bump === bump) kinds.set(change.kind, [...(kinds.get(change.kind) ?? []), change]);
  }
  return [...kinds].map(([kind, list]) => {
    const reason = plain(changeKinds[kind].reason);
    const sentences = list.map((change) => sentenceOf(change, operationCount));
    const [only] = sentences;
    if (only !== undefined && sentences.length === 1) return { text: phrase`${only} ${reason}`, below: [] };
    return { text: reason, below: cut(sentences, (rest) => phrase`And ${rest} more.`) };
  });
}

/** The first of many lines, and one for the rest. */
export function cut<Item>(items: readonly Item[], sayRest: (count: number) => Item): readonly Item[] {
  const rest = items.length - mostLines;
  return rest > 0 ? [...items.slice(0, mostLines), sayRest(rest)] : items;
}

function sentenceOf({ operationIds, what, cause }: Change, operationCount: number): Phrase {
  const suffix = plain(cause === "tree" ? " (By an edit of the overlay or the rules, not by upstream.)" : "");
  if (operationIds.length === 0) return phrase`${what}${suffix}`;
  if (operationIds.length > mostNamed && operationIds.length === operationCount) {
    return phrase`Every operation: ${what}${suffix}`;
  }
  return phrase`${namesOf(operationIds)}: ${what}${suffix}`;
}

/** The first of some names, and how many more there are. */
export function namesOf(names: readonly string[]): Phrase {
  const [first = "", ...rest] = names.slice(0, mostNamed);
  const list = rest.reduce((named, name) => phrase`${named}, ${name}`, phrase`${first}`);
  const more = names.length - mostNamed;
  return more > 0 ? phrase`${list} and ${more} more` : list;
}

const proseNames: Readonly<Record<ProseKind, readonly [one: string, many: string]>> = {
  descriptions: ["description", "descriptions"],
  summaries: ["summary", "summaries"],
  examples: ["example", "examples"],
  evidence: ["list of evidence", "lists of evidence"],
};

const proseKinds = ["descriptions", "summaries", "examples", "evidence"] as const;

/** How many texts were reworded, as a sentence; `undefined` when none was. */
export function proseSentence(prose: Readonly<Record<ProseKind, number>>): string | undefined {
  const parts = proseKinds.flatMap((kind) => {
    const [one, many] = proseNames[kind];
    const count = prose[kind];
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return parts.length === 0 ? undefined : `Reworded: ${parts.join(", ")}.`;
}
