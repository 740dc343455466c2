import type { AggregationDescriptor, OperationDescriptor } from "@ldusage/types/catalog";
import { markdownCode } from "./escape.ts";
import type { PitfallRule } from "./render-operation-pitfalls.ts";

/** What goes wrong with the numbers. */
export const numberPitfalls: readonly PitfallRule[] = [
  defaultMonthToDate,
  rollingWindow,
  distinctOverTime,
  distinctIncrements,
  gaugeOverTime,
  overlappingGroups,
  unknownMeasure,
  unknownUnit,
  contextKinds,
  fractions,
];

const isSeries = ({ response }: OperationDescriptor): boolean => response.kind === "series";

function usualOf({ aggregations }: OperationDescriptor): AggregationDescriptor | undefined {
  return aggregations.find(({ isDefault }) => isDefault);
}

function ofKind({ aggregations }: OperationDescriptor, kind: string): string | undefined {
  const found = aggregations.find((entry) => entry.kind === kind);
  return found && markdownCode(found.value);
}

function defaultMonthToDate(operation: OperationDescriptor): string[] {
  if (usualOf(operation)?.kind !== "month-to-date") return [];
  const increments = operation.additiveOverTime === "incremental-only" && ofKind(operation, "incremental");
  const instead = increments ? `, or ask for ${increments} points, which may be added` : "";
  return [
    `By default each point counts from the first of its month, so adding points counts nearly everything many times: take \`monthEnd\`${instead}.`,
  ];
}

function rollingWindow(operation: OperationDescriptor): string[] {
  const isFixed = operation.fixedAggregation?.kind === "rolling";
  const entry = isFixed
    ? operation.fixedAggregation
    : operation.aggregations.find(({ kind }) => kind === "rolling");
  if (entry?.windowDays === undefined) return [];
  const isUsual = usualOf(operation)?.kind === "rolling";
  const which = isFixed || isUsual ? "each point" : `each ${ofKind(operation, "rolling")} point`;
  const toDate = ofKind(operation, "month-to-date");
  const wayOut =
    toDate === undefined ? "do not set it beside an invoice" : `ask for ${toDate} points for that`;
  const lead = isUsual ? `By default ${which}` : `E${which.slice(1)}`;
  return [
    `${lead} covers ${entry.windowDays} days, which is no calendar month and no invoice figure: ${wayOut}.`,
  ];
}

function distinctOverTime(operation: OperationDescriptor): string[] {
  const { measure, additiveOverTime } = operation;
  if (!measure.startsWith("distinct") || additiveOverTime !== "never") return [];
  return [
    "A key that is seen on several days is one key, so no sum of points is a number of keys: ask for points that cover the time you need.",
  ];
}

function distinctIncrements(operation: OperationDescriptor): string[] {
  const increments = ofKind(operation, "incremental");
  if (!operation.measure.startsWith("distinct") || increments === undefined) return [];
  return [
    `Whether ${increments} points hold the keys that are new in the month or all that were active is not stated: \`differences\` of month-to-date points gives the new ones.`,
  ];
}

function gaugeOverTime({ measure }: OperationDescriptor): string[] {
  if (measure !== "gauge") return [];
  return [
    "What is alive in several buckets is counted in each, so sums over time mean nothing: compare the largest points, or the means.",
  ];
}

function overlappingGroups(operation: OperationDescriptor): string[] {
  if (operation.additiveAcrossGroups === "no") {
    return [
      "Groups may overlap, and then their sum is more than the whole: ask without a breakdown for the whole.",
    ];
  }
  return operation.additiveAcrossGroups === "unknown" && operation.groupBy !== null
    ? ["Whether groups overlap is not known: read them one by one, and do not add them."]
    : [];
}

function unknownMeasure({ measure }: OperationDescriptor): string[] {
  return measure === "unknown"
    ? [
        "Nothing states yet what it counts, so it is treated as what cannot be added: read single points only.",
      ]
    : [];
}

function unknownUnit(operation: OperationDescriptor): string[] {
  if (operation.unit !== null || !isSeries(operation)) return [];
  return [
    "What one unit is, is not stated: compare with the Usage page of your account before you report it.",
  ];
}

function contextKinds(operation: OperationDescriptor): string[] {
  const { measure, population } = operation;
  if (population.contextKinds === "primary" && measure === "distinct") {
    return [
      "It counts the primary kind of context alone, which can change for the whole running month: ask for the running month again each time.",
    ];
  }
  return measure === "distinct"
    ? ["It does not count the primary kind of context alone: do not set it beside operations that do."]
    : [];
}

function fractions({ response }: OperationDescriptor): string[] {
  return response.kind === "series" && response.values === "number"
    ? ["Values have fractions: round what you print, and nothing before you add."]
    : [];
}
