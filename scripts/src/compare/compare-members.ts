import { compareText, isObject, sameJson } from "../openapi/json.ts";
import type { Difference } from "./change.ts";
import { type Phrase, phrase, quoteJson } from "./phrase.ts";

/** What a rule says of a member that differs. Nothing at all means that the rule did not understand it. */
export type Verdict = readonly Difference[] | "told elsewhere";

/** A rule for one member. It sees the whole, since members explain each other. Prose is counted, not listed. */
export type MemberRule<Whole> = "prose" | ((before: Whole, after: Whole) => Verdict);

/** A rule for each member: one that is forgotten does not compile. */
export type MemberRules<Whole> = { readonly [Member in keyof Required<Whole>]: MemberRule<Whole> };

/**
 * Compares two descriptions of the same thing member by member. A difference that its rule does not understand, or that
 * no rule is there for, is a difference all the same.
 *
 * @param owner What the members belong to, for the sentence about a member that is not understood.
 */
export function compareMembers<Whole extends object>(
  before: Whole,
  after: Whole,
  rules: MemberRules<Whole>,
  owner: Phrase,
): Verdict {
  const byName: Readonly<Record<string, MemberRule<Whole> | undefined>> = rules;
  const members = new Set([...Object.keys(before), ...Object.keys(after)]);
  const verdicts = [...members].sort(compareText).map((member): Verdict => {
    const [old, now] = [before, after].map((whole): unknown => Reflect.get(whole, member));
    if (old === now || sameJson(old ?? null, now ?? null)) return [];
    const rule = Object.hasOwn(rules, member) ? byName[member] : undefined;
    const verdict = rule === "prose" ? "told elsewhere" : (rule?.(before, after) ?? []);
    return verdict.length > 0 ? verdict : [notUnderstood(owner, member, old, now)];
  });
  return allOf(...verdicts);
}

/** Several verdicts as one: what is told elsewhere counts where nothing else is to be told. */
export function allOf(...verdicts: readonly Verdict[]): Verdict {
  const differences = verdicts.flatMap(listed);
  return differences.length === 0 && verdicts.includes("told elsewhere") ? "told elsewhere" : differences;
}

/** The differences of a verdict. */
export function listed(verdict: Verdict): readonly Difference[] {
  return verdict === "told elsewhere" ? [] : verdict;
}

/** A difference that is there, and that no rule has words for. */
function notUnderstood(owner: Phrase, member: string, old: unknown, now: unknown): Difference {
  if (sameJson(withoutOrder(old), withoutOrder(now))) {
    return { kind: "order-changed", what: phrase`The order in ${member} of ${owner} is another.` };
  }
  return {
    kind: "unknown",
    what: phrase`${member} of ${owner} is ${quoteJson(now)} now; it was ${quoteJson(old)}.`,
  };
}

function withoutOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => JSON.stringify(withoutOrder(item)));
    return items.sort(compareText);
  }
  if (!isObject(value)) return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => compareText(left, right))
      .map(([name, member]) => [name, withoutOrder(member)]),
  );
}

/** What a list of names lost and gained. */
export function namesChanged(
  before: readonly string[],
  after: readonly string[],
): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  return {
    added: after.filter((name) => !before.includes(name)),
    removed: before.filter((name) => !after.includes(name)),
  };
}
