import { maxRangeRules } from "./max-range-rules.ts";
import type { Rule } from "./rule.ts";
import { countOf } from "./sentences.ts";

const hourMs = 3_600_000;
const unitMs: Readonly<Record<string, number>> = { minute: 60_000, hour: hourMs, day: 24 * hourMs };

/** What a description of an operation can say, one entry for each wording of a fact. */
export const operationRules: readonly Rule[] = [
  ...maxRangeRules,
  {
    fact: "lookBackDays",
    pattern: /\b(?:in|over|during|for) the (?:past|last) (\w+) days\b/i,
    read: (match) => countOf(match[1] ?? ""),
  },
  {
    fact: "ageSteps",
    combine: "append",
    pattern:
      /\bwithin the (?:past|last) (\w+) (minute|hour|day)s?\b[^.;]*?\b(minutely|hourly|daily) data\b/gi,
    read: (match) => {
      const count = countOf(match[1] ?? "");
      const width = unitMs[match[2]?.toLowerCase() ?? ""];
      return count === undefined || width === undefined
        ? undefined
        : { granularity: match[3], withinMs: count * width };
    },
  },
  {
    fact: "ageSteps",
    combine: "append",
    pattern: /\b(?:otherwise|any other range|anything older)\b[^.;]*?\b(minutely|hourly|daily) data\b/gi,
    read: (match) => ({ granularity: match[1], withinMs: null }),
  },
  {
    fact: "ageRule",
    isFactless: true,
    pattern: /\bgranularity of the data depends on (?:its age|the age of the data)\b/i,
    read: () => undefined,
  },
  { fact: "fixedGranularity", pattern: /\bgranularity is always (\w+)\b/i, read: (match) => match[1] },
  {
    fact: "fixedGranularity",
    pattern: /\bonly (\w+) granularity is (?:supported|available)\b/i,
    read: (match) => match[1]?.toLowerCase(),
  },
  // Said again, and exactly, by the granularity parameter.
  {
    fact: "granularity",
    isFactless: true,
    pattern: /\bsupported granularity varies by aggregation type\b/i,
    read: () => undefined,
  },
  {
    fact: "granularity",
    isFactless: true,
    pattern: /\bsupports (?:\w+ and )?\w+ granularity\b/i,
    read: () => undefined,
  },
  {
    fact: "retiring",
    isNegation: true,
    pattern: /\b(?:should|do) not rely on this (?:endpoint|operation)\b/i,
    read: () => true,
  },
  {
    fact: "deprecated",
    pattern: /\b(?:endpoint|operation|method) (?:is|has been) (?:now )?deprecated\b|^deprecated[.:]?/i,
    read: () => true,
  },
  {
    fact: "sdkSide",
    pattern: /\b(?:reported|sent) (?:by|from) (client|server)-side SDKs\b/i,
    read: (match) => match[1]?.toLowerCase(),
  },
  {
    fact: "contextKinds",
    pattern: /\b(?:for the primary context kind only|(?:only for|for only) the primary context kind)\b/i,
    read: () => "primary",
  },
  { fact: "contextKinds", pattern: /\bnon-primary context kinds\b/i, read: () => "any" },
  // Advice to choose between endpoints: says nothing about this one that other rules do not read.
  { fact: "advice", isFactless: true, pattern: /\bprimary(?:-| kind )only\b/i, read: () => undefined },
  {
    fact: "brokenDownBy",
    pattern: /\b(?:broken down|separated|split) by (?:the )?(.+?)(?= that\b| of\b|[.;:]|$)/i,
    read: (match) => match[1]?.split(/,? and |, /),
  },
];
