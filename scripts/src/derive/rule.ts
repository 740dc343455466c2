import { SpecError } from "../openapi/document.ts";
import { sameJson } from "../openapi/json.ts";
import { sentencesOf } from "./sentences.ts";

/** One kind of fact and how prose states it. */
export interface Rule {
  /** Name of the fact; several rules may read the same one from different wordings. */
  readonly fact: string;
  /** Wording that states the fact. With the `g` flag, every occurrence in a sentence counts. */
  readonly pattern: RegExp;
  /** The fact's value; `undefined` when it cannot be told from the wording. */
  read(match: RegExpMatchArray): unknown;
  /** The wording is understood and states nothing that is not read elsewhere. */
  readonly isFactless?: true;
  /** The wording itself negates something. Other rules do not read sentences with a negation. */
  readonly isNegation?: true;
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

const negation = /\b(?:no|not|never|cannot|exclud(?:e|es|ing)|except|unlike)\b/i;
const looksLikeFact =
  /`[^`]+`|\b(?:epoch|ms)\b|\b(?:defaults?|valid|must|maximum|minimum|limit|limited|at least|at most|only|exactly|required?|multiple|comma|one or more|up to|no more than|more than once|repeat(?:ed|able|edly)|unix|milliseconds?|millis|seconds?|granularity|rely|deprecated|retired|removed|time ?zone)\b|\b\d+[ -](?:day|hour|minute)s?\b/i;

// Patterns look for several words in any distance, which takes for ever in a text without end.
const longestSentence = 2_000;

/** Applies a table of rules to a description, sentence by sentence. */
export function readProse(description: string, rules: readonly Rule[], place: string): Reading {
  const facts = new Map<string, unknown>();
  const evidence = new Map<string, string[]>();
  const unexplained: string[] = [];
  for (const sentence of sentencesOf(description)) {
    if (sentence.length > longestSentence) {
      unexplained.push(`${sentence.slice(0, 200)}...`);
      continue;
    }
    // What no rule has understood, with the understood parts cut out: one sentence may state several facts.
    let rest = sentence;
    for (const rule of rules) {
      if (negation.test(sentence) && rule.isNegation !== true) continue;
      for (const match of matchesOf(rule.pattern, sentence)) {
        const value = rule.read(match);
        if (value === undefined && rule.isFactless !== true) continue;
        rest = rest.replace(match[0], " ");
        if (value === undefined) continue;
        recordFact(facts, rule, value, place);
        const sentences = evidence.get(rule.fact) ?? [];
        if (!sentences.includes(sentence)) evidence.set(rule.fact, [...sentences, sentence]);
      }
    }
    if (looksLikeFact.test(rest)) unexplained.push(sentence);
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
