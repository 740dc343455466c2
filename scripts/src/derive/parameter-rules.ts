import type { Rule } from "./rule.ts";
import { countOf, listedValues } from "./sentences.ts";

const hourMs = 3_600_000;
const durationMs: Readonly<Record<string, number>> = { hour: hourMs, day: 24 * hourMs };

/** What a description of a parameter can say, one entry for each wording of a fact. */
export const parameterRules: readonly Rule[] = [
  {
    fact: "role",
    pattern: /\b(?:starts?|begins?) (?:from|at|with) th(?:is|e) (?:timestamp|time)\b/i,
    read: () => "range-start",
  },
  {
    fact: "role",
    pattern: /\bends? (?:at|with|before) th(?:is|e) (?:timestamp|time)\b/i,
    read: () => "range-end",
  },
  { fact: "role", pattern: /\btime ?zone\b.*\bbreaks between days\b/i, read: () => "time-zone" },
  {
    fact: "role",
    pattern: /\bfor each distinct value of (?:the given|this|a) field\b/i,
    read: () => "group-by",
  },
  { fact: "role", pattern: /\baggregation method\b/i, read: () => "aggregation" },
  { fact: "role", pattern: /\brolling\b.*\bmonth-to-date\b.*\bcounts\b/i, read: () => "aggregation" },
  { fact: "role", pattern: /\b(?:data granularity|granularity of the data)\b/i, read: () => "bucket-width" },
  {
    fact: "role",
    pattern:
      /\bto filter(?: the)?(?: results)? (?:by|to|on)\b|\bfilters?(?: the)?(?: results)? (?:by|to|on)\b|\b(?:only (?:the series|those) that )?match this\b|\bto list\b/i,
    read: () => "filter",
  },
  {
    fact: "noun",
    pattern: /\b(?:an?|the) ([\w ]+?) to filter(?: the)?(?: results)? (?:by|to|on)\b/i,
    read: (match) => match[1],
  },
  { fact: "noun", pattern: /^The type of (\w+)\b/i, read: (match) => `${match[1]} type` },
  {
    fact: "noun",
    pattern: /^The ([\w ]+?) to list\b/i,
    read: (match) => (match[1]?.includes(" with ") ? undefined : match[1]),
  },
  { fact: "noun", pattern: /\bmatch this ([\w ]+?)\./i, read: (match) => match[1] },
  { fact: "noun", pattern: /^The ([\w ]+? (?:key|ID|name))\.?$/, read: (match) => match[1] },
  {
    fact: "timeUnit",
    pattern: /\b(?:unix|epoch)(?: (?:unix|epoch|time|timestamps?|in))* (milliseconds|seconds)\b/i,
    read: readUnit,
  },
  { fact: "timeUnit", pattern: /\b(milliseconds|seconds) since the (?:unix )?epoch\b/i, read: readUnit },
  {
    fact: "defaultFrom",
    pattern: /\bdefaults? (?:to|is) the (?:beginning|start) of the current (?:calendar )?month\b/i,
    read: () => ({ kind: "month-start" }),
  },
  {
    fact: "defaultFrom",
    pattern: /\bdefaults? (?:to|is) (\w+) (hour|day)s? ago\b/i,
    read: (match) => {
      const count = countOf(match[1] ?? "");
      const unitMs = durationMs[match[2]?.toLowerCase() ?? ""];
      return count === undefined || unitMs === undefined
        ? undefined
        : { kind: "ago", durationMs: count * unitMs };
    },
  },
  { fact: "defaultTo", pattern: /\bdefaults? (?:to|is) (?:the current time|now)\b/i, read: () => "now" },
  { fact: "default", pattern: /\bdefaults? (?:to|is) `([^`]+)`/i, read: (match) => match[1] },
  { fact: "default", pattern: /`([^`]+)` \(default\)/i, read: (match) => match[1] },
  { fact: "spokenDefault", pattern: /\bdefault is ([\w-]+ [\w-]+)\./i, read: (match) => match[1] },
  {
    fact: "default",
    isNegation: true,
    pattern: /\bif not set, queries for the (\w+) context kind\b/i,
    read: (match) => match[1],
  },
  {
    fact: "repeatable",
    pattern:
      /\b(?:can|may) be (?:repeated|(?:specified|given|passed|used) (?:multiple times|several times|more than once))\b/i,
    read: () => true,
  },
  {
    fact: "values",
    pattern: /\b(?:valid|allowed|accepted|possible) values(?! depend)(?: are)?:? ?(.+)$/i,
    read: (match) => nonEmpty(listedValues(match[1] ?? "")),
  },
  {
    fact: "values",
    pattern: /\bmust be (?:either|one of):? (.+)$/i,
    read: (match) => nonEmpty(listedValues(match[1] ?? "")),
  },
  {
    fact: "supports",
    combine: "append",
    pattern:
      /\b([\w-]+(?:(?:, | and |, and )[\w-]+)*) supports? ((?:`\w+`(?:, and |, | and )?)+)(?: only)?/gi,
    read: (match) => ({
      aggregations: listedValues(match[1] ?? ""),
      granularities: listedValues(match[2] ?? ""),
    }),
  },
  { fact: "pairs", isFactless: true, pattern: /\bvalid values depend on `\w+`/i, read: () => undefined },
  {
    fact: "restricted",
    combine: "append",
    pattern: /`(\w+)` granularity is only supported with the `?(\w+)`? aggregation type\b/gi,
    read: (match) => ({ granularity: match[1], aggregation: match[2] }),
  },
  {
    fact: "alwaysIncluded",
    combine: "append",
    pattern: /`(\w+)` is always included as a grouping dimension\b/gi,
    read: (match) => match[1],
  },
  {
    fact: "requiresExactlyOne",
    pattern: /\bexactly one (?:`(\w+)`|(\w+ key)) (?:must|is|has)\b/i,
    read: (match) => match[1] ?? match[2],
  },
];

function readUnit(match: RegExpMatchArray): string {
  return match[1]?.toLowerCase() === "seconds" ? "s" : "ms";
}

function nonEmpty(values: readonly string[]): readonly string[] | undefined {
  return values.length === 0 ? undefined : values;
}
