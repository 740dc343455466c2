import { maxRangeRules } from "./max-range-rules.ts";
import type { Rule } from "./rule.ts";
import { countOf, listedValues } from "./sentences.ts";

const hourMs = 3_600_000;
const durationMs: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: hourMs,
  day: 24 * hourMs,
  week: 7 * 24 * hourMs,
};

/** Nouns that name what a filter selects. */
const selectable = "(?:key|id|name|type|version|kind|value)";
const millisecondsOrSeconds = "(milliseconds?|millis|msecs?|ms|seconds?|secs?)(?! or (?:milli)?seconds)\\b";

/** What a description of a parameter can say, one entry for each wording of a fact. */
export const parameterRules: readonly Rule[] = [
  {
    fact: "role",
    pattern: /\b(?:starts?|begins?) (?:from|at|with) th(?:is|e) (?:timestamp|time)\b/i,
    read: () => "range-start",
  },
  {
    fact: "role",
    pattern:
      /^(?:the )?(?:start|beginning|lower bound) (?:of the (?:requested )?(?:time |date )?(?:range|period|window)|time\b)/i,
    read: () => "range-start",
  },
  {
    fact: "role",
    pattern: /\bends? (?:at|with|before) th(?:is|e) (?:timestamp|time)\b/i,
    read: () => "range-end",
  },
  {
    fact: "role",
    pattern:
      /^(?:the )?(?:end|upper bound) (?:of the (?:requested )?(?:time |date )?(?:range|period|window)|time\b)/i,
    read: () => "range-end",
  },
  { fact: "role", pattern: /\btime ?zone\b.*\bbreaks between days\b/i, read: () => "time-zone" },
  { fact: "role", pattern: /^(?:the )?(?:IANA )?time ?zone\b/i, read: () => "time-zone" },
  {
    fact: "role",
    pattern: /\bfor each distinct value of (?:the given|this|a) field\b/i,
    read: () => "group-by",
  },
  {
    fact: "role",
    pattern: /^(?:the )?(?:dimensions?|fields?) to group (?:the )?(?:results?|series|data)? ?by\b/i,
    read: () => "group-by",
  },
  { fact: "role", pattern: /^groups? (?:the )?(?:results?|series|data)? ?by\b/i, read: () => "group-by" },
  { fact: "role", pattern: /\baggregation method\b/i, read: () => "aggregation" },
  { fact: "role", pattern: /^(?:the )?(?:type|kind) of aggregation\b/i, read: () => "aggregation" },
  { fact: "role", pattern: /\brolling\b.*\bmonth-to-date\b.*\bcounts\b/i, read: () => "aggregation" },
  { fact: "role", pattern: /\b(?:data granularity|granularity of the data)\b/i, read: () => "bucket-width" },
  {
    fact: "role",
    pattern: /^the (?:width|size) of (?:the )?(?:time )?buckets\b/i,
    read: () => "bucket-width",
  },
  {
    fact: "role",
    pattern:
      /\bto filter(?: the)?(?: results)? (?:by|to|on)\b|\bfilters?(?: the)?(?: results)? (?:by|to|on)\b|\b(?:only (?:the series|those) that )?match this\b|\bto list\b/i,
    read: () => "filter",
  },
  {
    fact: "role",
    pattern: /^(?:limits?|restricts?|narrows?) (?:the )?(?:results?|series|data) (?:by|to)\b/i,
    read: () => "filter",
  },
  {
    fact: "noun",
    pattern: /\b(?:an?|the) ([\w ]+?) to filter(?: the)?(?: results)? (?:by|to|on)\b/i,
    read: (match) => match[1],
  },
  {
    fact: "noun",
    pattern:
      /\b(?:one or more|multiple|several|list of) ([\w -]+?)s to filter(?: the)?(?: results)? (?:by|to|on)\b/i,
    read: (match) => match[1]?.replace(/^comma[ -]separated /i, ""),
  },
  {
    fact: "noun",
    pattern: new RegExp(
      `^(?:filters?|limits?|restricts?|narrows?)(?: the)?(?: results?| series| data)? (?:by|to|on) (?:an? |the given |the |this |given )?([\\w ]*?${selectable})s?\\b(?: of| with|[.,;(]|$)`,
      "i",
    ),
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
    pattern: new RegExp(
      `\\b(?:unix|epoch)(?:[ ,(]+(?:unix|epoch|time|timestamps?|in|as))*[ ,(]+${millisecondsOrSeconds}`,
      "i",
    ),
    read: readUnit,
  },
  {
    fact: "timeUnit",
    pattern: new RegExp(
      `\\b${millisecondsOrSeconds} (?:since|from|after) (?:the )?(?:start of the )?(?:unix )?(?:epoch|1970-01-01)\\b`,
      "i",
    ),
    read: readUnit,
  },
  {
    fact: "defaultFrom",
    pattern:
      /\bdefaults? (?:to|is) the (?:beginning|start|first day) of (?:the current|this) (?:calendar )?month\b/i,
    read: () => ({ kind: "month-start" }),
  },
  {
    fact: "defaultFrom",
    pattern: /\bdefaults? (?:to|is) (\w+) (minute|hour|day|week)s? (?:ago|before now)\b/i,
    read: (match) => {
      const count = countOf(match[1] ?? "");
      const unitMs = durationMs[match[2]?.toLowerCase() ?? ""];
      return count === undefined || unitMs === undefined
        ? undefined
        : { kind: "ago", durationMs: count * unitMs };
    },
  },
  {
    fact: "defaultTo",
    pattern: /\bdefaults? (?:to|is) (?:the (?:current|present) (?:date and )?time|now)\b/i,
    read: () => "now",
  },
  {
    fact: "default",
    pattern: /\bdefaults?(?: value)?(?: to| is|:) [`"']([^`"']+)[`"']/i,
    read: (match) => match[1],
  },
  { fact: "default", pattern: /[`"']([^`"']+)[`"'] \((?:the )?default\)/i, read: (match) => match[1] },
  { fact: "default", pattern: /[`"']([^`"']+)[`"'] (?:is the|by) default\b/i, read: (match) => match[1] },
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
      /\b(?:can|may) be (?:repeated|(?:specified|given|passed|used|provided|set|supplied|included|sent) (?:multiple times|several times|more than once|repeatedly))\b/i,
    read: () => true,
  },
  {
    fact: "repeatable",
    pattern: /\bis repeatable\b|^repeatable\b|\brepeat (?:the|this) (?:query )?parameter\b/i,
    read: () => true,
  },
  // Several values, without a word of how: one pair each, unless another word says that they share one text.
  {
    fact: "several",
    pattern:
      /\b(?:one or more|multiple) (?:[\w-]+ ){0,3}?(?:keys|ids|names|types|versions|kinds|values)\b(?: (?:can|may) be \w+)?/i,
    read: () => true,
  },
  { fact: "joined", pattern: /\bcomma[ -](?:separated|delimited)\b(?: list)?/i, read: () => true },
  {
    fact: "values",
    pattern:
      /\b(?:valid|allowed|accepted|possible|supported|permitted) (?:values|options)(?! depend)(?: are| include)?:? ?(.+)$/i,
    read: (match) => nonEmpty(listedValues(match[1] ?? "")),
  },
  {
    fact: "values",
    pattern: /\b(?:must|can) be (?:either|one of):? (.+)$/i,
    read: (match) => nonEmpty(listedValues(match[1] ?? "")),
  },
  {
    fact: "values",
    pattern: /^(?:one|any) of:? ([`"'].+)$/i,
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
  {
    fact: "requiresExactlyOne",
    pattern: /\brequires exactly one (?:`(\w+)`|(\w+ key))(?=[.;,]|$)/i,
    read: (match) => match[1] ?? match[2],
  },
  ...maxRangeRules,
];

function readUnit(match: RegExpMatchArray): string {
  return match[1]?.toLowerCase().startsWith("s") ? "s" : "ms";
}

function nonEmpty(values: readonly string[]): readonly string[] | undefined {
  return values.length === 0 ? undefined : values;
}
