import type { GranularityRule, GranularityStep } from "@ldusage/types/catalog";
import { type Phrase, phrase, plain, quoteList } from "../phrase.ts";

const hourMs = 3_600_000;
const minuteMs = 60_000;

/** How the width of buckets is decided, as the end of a sentence. */
export function describeRule(rule: GranularityRule): Phrase {
  switch (rule.mode) {
    case "none":
      return plain("nothing, as there are no buckets");
    case "fixed":
      return phrase`always ${rule.value}${plain(rule.source === "assumed" ? " (assumed)" : "")}`;
    case "age":
      return phrase`decided by age (${joinSteps(rule.steps)})`;
    case "parameter":
      return phrase`chosen among ${quoteList(rule.values)}`;
  }
}

function joinSteps(steps: readonly GranularityStep[]): Phrase {
  const [first, ...rest] = steps.map(describeStep);
  return rest.reduce((list, step) => phrase`${list}, ${step}`, first ?? plain("no steps"));
}

function describeStep({ granularity, withinMs }: GranularityStep): Phrase {
  if (withinMs === null) return phrase`otherwise ${granularity}`;
  const [count, unit] =
    withinMs % hourMs === 0 ? [withinMs / hourMs, "hours"] : [withinMs / minuteMs, "minutes"];
  return phrase`${granularity} within the past ${count} ${plain(unit)}`;
}
