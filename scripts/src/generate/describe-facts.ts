import type { AggregationKind, OperationDescriptor, RangeDefault } from "@ldusage/types/catalog";

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const minuteMs = 60_000;

/** What each kind of measure counts, in words. */
export const measures: Readonly<Record<OperationDescriptor["measure"], string>> = {
  distinct: "distinct keys",
  "distinct-pairs": "distinct pairs",
  counter: "things that happened",
  gauge: "things that are alive at a time",
  list: "names, no numbers",
  unknown: "not stated; treated as not additive",
};

function describeMeasure(operation: OperationDescriptor): string {
  const unit = operation.unit === null ? "" : ` (${operation.unit})`;
  return `${measures[operation.measure]}${unit}`;
}

/** Whether the numbers may be added, as a sentence. */
function describeAdditivity(operation: OperationDescriptor): string {
  if (operation.response.kind === "list") return "A list: there is nothing to add.";
  const time = {
    always: "Points add up over time.",
    "incremental-only": "Only incremental points add up over time.",
    never: "Points do not add up over time.",
  }[operation.additiveOverTime];
  const groups = {
    yes: " Groups add up.",
    no: " Groups do not add up: their sum is an upper bound.",
    unknown: " Whether groups add up is not known.",
    "not-grouped": "",
  }[operation.additiveAcrossGroups];
  return `${time}${groups}`;
}

/** The unit of times on the wire, and whether it is stated or assumed. */
export function describeUnit(operation: OperationDescriptor): string {
  if (operation.timeUnit === null) return "no range";
  const unit = operation.timeUnit === "ms" ? "milliseconds" : "seconds";
  return operation.timeUnitSource === "documented" ? unit : `${unit} (assumed)`;
}

export function describeDefaultFrom(defaultFrom: RangeDefault | null): string {
  if (defaultFrom === null) return "";
  if (defaultFrom.kind === "month-start") return "start of the month";
  return `${describeDuration(defaultFrom.durationMs)} ago`;
}

/** A time span in the largest unit that it is several whole ones of. */
export function describeDuration(durationMs: number): string {
  const units = [
    [dayMs, "days"],
    [hourMs, "hours"],
    [minuteMs, "minutes"],
  ] as const;
  const [unitMs, name] = units.find(([ms]) => durationMs % ms === 0 && durationMs > ms) ?? [1000, "seconds"];
  return `${durationMs / unitMs} ${name}`;
}

/** What one point covers. */
export function describeCoverage(kind: AggregationKind, windowDays: number | undefined): string {
  return {
    "month-to-date": "from the first of its month to the end of its bucket",
    incremental: "its bucket alone",
    rolling: `the ${windowDays === undefined ? "days" : `${windowDays} days`} that end with its bucket`,
    unknown: "not stated",
  }[kind];
}

/**
 * Where a range may be cut without changing a point, of an operation whose granularity does not depend on age. It is
 * the rule that `planRequests` cuts by.
 */
export function cutPlace(
  { additiveOverTime }: OperationDescriptor,
  kind: AggregationKind | undefined,
): "month" | "day" | "nowhere" {
  if (kind === "unknown") return "nowhere";
  if (kind === "rolling") return "day";
  const isPlain = kind === undefined || kind === "incremental";
  return additiveOverTime !== "never" && isPlain ? "day" : "month";
}

/** The granularities that can be had, and how one is chosen. */
export function describeGranularity(operation: OperationDescriptor): string {
  const { granularity, aggregations } = operation;
  switch (granularity.mode) {
    case "none":
      return "none";
    case "fixed":
      return `always ${granularity.value}${granularity.source === "assumed" ? " (assumed)" : ""}`;
    case "age":
      return `by age: ${granularity.steps.map((step) => step.granularity).join(", ")}`;
    case "parameter":
      return aggregations
        .map(({ value, granularities }) => `${value}: ${granularities.join(", ")}`)
        .join("; ");
  }
}

export function describeGroups(operation: OperationDescriptor): string {
  if (operation.groupBy === null) return "";
  const values = operation.groupBy.values.map(({ value }) => value).join(", ");
  return operation.groupBy.parameter === null ? `always: ${values}` : values;
}

/** What is known of an operation for readers: a label and a text for each fact that there is. */
export function factRows(operation: OperationDescriptor): [label: string, text: string][] {
  const rows: [string, string][] = [
    ["Counts", `${describeMeasure(operation)}. ${describeAdditivity(operation)}`],
    ["Time on the wire", describeUnit(operation)],
    ["Default start", describeDefaultFrom(operation.defaultFrom)],
    ["Longest range", operation.maxRangeDays === null ? "" : `${operation.maxRangeDays} days`],
    ["Granularity", describeGranularity(operation)],
    ["Groups", describeGroups(operation)],
    ["Documented statuses", operation.statuses.join(", ")],
  ];
  return rows.filter(([, text]) => text !== "");
}
