import { SpecError } from "../openapi/document.ts";
import { sameJson } from "../openapi/json.ts";
import { sentencesOf } from "./sentences.ts";

/** One kind of fact and how prose states it. */
export interface Rule {
  /** Name of the fact; several rules may read the same one from different wordings. */
  readonly fact: string;
  /** Wording that states the fact. With the `g` flag, every occurrence in a sentence counts. */
  readonly pattern: RegExp;
  /** The fact's value; `undefined` when the wording matched but states nothing. */
  read(match: RegExpMatchArray): unknown;
  /** `append` collects every value into a list; otherwise two different values contradict each other. */
  readonly combine?: "append";
}

export interface Reading {
  readonly facts: ReadonlyMap<string, unknown>;
  /** For each fact, the sentences that it was read from. */
  readonly evidence: ReadonlyMap<string, readonly string[]>;
  /** Sentences that look like facts and match no rule. */
  readonly unexplained: readonly string[];
}

const looksLikeFact =
  /`[^`]+`|\b(?:defaults?|valid|must|maximum|minimum|limit|limited|at least|at most|only|exactly|required?|multiple|unix|milliseconds?|seconds?|granularity|rely|deprecated|retired|removed|time ?zone)\b|\b\d+[ -](?:day|hour|minute)s?\b/i;

/** Applies a table of rules to a description, sentence by sentence. */
export function readProse(description: string, rules: readonly Rule[], place: string): Reading {
  const facts = new Map<string, unknown>();
  const evidence = new Map<string, string[]>();
  const unexplained: string[] = [];
  for (const sentence of sentencesOf(description)) {
    let explained = false;
    for (const rule of rules) {
      for (const match of matchesOf(rule.pattern, sentence)) {
        explained = true;
        const value = rule.read(match);
        if (value === undefined) continue;
        recordFact(facts, rule, value, place);
        const sentences = evidence.get(rule.fact) ?? [];
        if (!sentences.includes(sentence)) evidence.set(rule.fact, [...sentences, sentence]);
      }
    }
    if (!explained && looksLikeFact.test(sentence)) unexplained.push(sentence);
  }
  return { facts, evidence, unexplained };
}

function matchesOf(pattern: RegExp, sentence: string): RegExpMatchArray[] {
  if (pattern.global) return [...sentence.matchAll(pattern)];
  const match = pattern.exec(sentence);
  return match === null ? [] : [match];
}

function recordFact(facts: Map<string, unknown>, rule: Rule, value: unknown, place: string): void {
  const known = facts.get(rule.fact);
  if (rule.combine === "append") {
    facts.set(rule.fact, [...(Array.isArray(known) ? known : []), value]);
    return;
  }
  if (known !== undefined && !sameJson(known, value)) {
    throw new SpecError(
      "derive",
      place,
      `the description says both ${JSON.stringify(known)} and ${JSON.stringify(value)} for "${rule.fact}"; ` +
        "teach the rules in scripts/src/derive which one holds",
    );
  }
  facts.set(rule.fact, value);
}
