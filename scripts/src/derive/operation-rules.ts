import type { Rule } from "./rule.ts";
import { countOf } from "./sentences.ts";

const hourMs = 3_600_000;
const unitMs: Readonly<Record<string, number>> = { minute: 60_000, hour: hourMs, day: 24 * hourMs };

/** What a description of an operation can say, one entry for each wording of a fact. */
export const operationRules: readonly Rule[] = [
  {
    fact: "maxRangeDays",
    pattern: /\b(?:maximum|longest) (?:time )?range is (\w+) days\b/i,
    read: (match) => countOf(match[1] ?? ""),
  },
  {
    fact: "maxRangeDays",
    isNegation: true,
    pattern: /\b(?:time )?range (?:cannot|must not|may not) exceed (\w+) days\b/i,
    read: (match) => countOf(match[1] ?? ""),
  },
  {
    fact: "lookBackDays",
    pattern: /\bin the (?:past|last) (\w+) days\b/i,
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
    pattern: /\bshould not rely on this (?:endpoint|operation)\b/i,
    read: () => true,
  },
  { fact: "deprecated", pattern: /\b(?:endpoint|operation) is deprecated\b/i, read: () => true },
  {
    fact: "sdkSide",
    pattern: /\breported (?:by|from) (client|server)-side SDKs\b/i,
    read: (match) => match[1]?.toLowerCase(),
  },
  { fact: "contextKinds", pattern: /\bfor the primary context kind only\b/i, read: () => "primary" },
  { fact: "contextKinds", pattern: /\bnon-primary context kinds\b/i, read: () => "any" },
  // Advice to choose between endpoints: says nothing about this one that other rules do not read.
  { fact: "advice", isFactless: true, pattern: /\bprimary(?:-| kind )only\b/i, read: () => undefined },
  {
    fact: "brokenDownBy",
    pattern: /\b(?:broken down|separated) by (?:the )?(.+?)(?= that\b| of\b|[.;:]|$)/i,
    read: (match) => match[1]?.split(/,? and |, /),
  },
];
