import type { OperationDescriptor } from "@ldusage/types/catalog";
import { measures } from "./describe-facts.ts";
import { codeCell, markdownText } from "./escape.ts";
import { factTable } from "./markdown-table.ts";

/** What the numbers of an operation are, and whether they may be added. */
export function renderCounts(operation: OperationDescriptor): string {
  const { measure, unit, pairDimension, population } = operation;
  const isList = measure === "list";
  const pairs = pairDimension === null ? "" : `, each with one ${codeCell(pairDimension)}`;
  return factTable([
    ["Measure", `${measures[measure]}${pairs}`],
    ["Unit", isList && unit === null ? "" : unit === null ? "not stated" : markdownText(unit)],
    ["SDKs", { client: "client-side", server: "server-side", any: "all, or not stated" }[population.sdkSide]],
    ["Kinds of context", population.contextKinds === "primary" ? "the primary kind alone" : "any"],
    ["Over time", isList && operation.additiveOverTime === "never" ? "" : overTime(operation)],
    [
      "Across groups",
      isList && operation.additiveAcrossGroups === "not-grouped" ? "" : acrossGroups(operation),
    ],
  ]);
}

function overTime({ additiveOverTime, measure, aggregations }: OperationDescriptor): string {
  const named = (kind: string): string[] =>
    aggregations.filter((entry) => entry.kind === kind).map(({ value }) => codeCell(value));
  if (additiveOverTime === "always") return "Points add up: `resample` and `pivot` add them.";
  const toDate = named("month-to-date").map(
    (value) => ` Of ${value} points, \`monthEnd\` gives what a month reached.`,
  );
  if (additiveOverTime === "incremental-only") {
    const which = named("incremental").join(" and ") || "incremental";
    return `Only ${which} points add up: \`resample\` and \`pivot\` add them.${toDate.join("")}`;
  }
  return `${neverOverTime[measure]}${toDate.join("")}`;
}

const neverOverTime: Readonly<Record<OperationDescriptor["measure"], string>> = {
  distinct: "Points do not add up: a key that is seen on several days would count each time.",
  "distinct-pairs": "Points do not add up: a pair that is seen on several days would count each time.",
  counter: "Points do not add up.",
  gauge:
    "Points do not add up: what is alive in several buckets would count in each. Take the largest, or the mean.",
  list: "Points do not add up.",
  unknown: "Nothing states that points add up, so nothing adds them.",
};

function acrossGroups({ additiveAcrossGroups, measure }: OperationDescriptor): string {
  switch (additiveAcrossGroups) {
    case "yes":
      return measure === "distinct-pairs"
        ? "Groups add up, as each pair counts once: `rollup` adds them."
        : "Groups add up: `rollup` adds them.";
    case "no":
      return "Groups do not add up, since a key may be in several: ask without a breakdown for the whole. Their sum is an upper bound, which `allowUpperBound: true` gives.";
    case "unknown":
      return "Whether groups add up is not known: `rollup` gives their sum as an upper bound alone, with `allowUpperBound: true`.";
    case "not-grouped":
      return "There is no breakdown.";
  }
}
