import type { Rule } from "./rule.ts";
import { countOf } from "./sentences.ts";

const read = (match: RegExpMatchArray): number | undefined => countOf(match[1] ?? "");

/** How operations, and the ends of their ranges, tell the longest range. */
export const maxRangeRules: readonly Rule[] = [
  {
    fact: "maxRangeDays",
    pattern: /\b(?:maximum|longest) (?:time |date )?range(?: is| of|:) (\w+) days\b/i,
    read,
  },
  { fact: "maxRangeDays", pattern: /\b(\w+)[ -]days? (?:maximum|limit)\b/i, read },
  {
    fact: "maxRangeDays",
    isNegation: true,
    pattern: /\brange (?:cannot|can not|must not|may not) (?:exceed|be (?:longer|more) than) (\w+) days\b/i,
    read,
  },
  {
    fact: "maxRangeDays",
    isNegation: true,
    pattern:
      /\brange (?:can|may|must|is|should)(?: be| span| cover)? (?:up to|at most|limited to|no more than|no longer than|not more than) (\w+) days\b/i,
    read,
  },
  {
    fact: "maxRangeDays",
    isNegation: true,
    pattern:
      /\b(?:data|results?|series) (?:for|of|over|covering) (?:a range of )?(?:up to|at most|no more than) (\w+) days\b/i,
    read,
  },
];
