import type { GranularityStep, OperationDescriptor } from "@ldusage/types/catalog";
import {
  cutPlace,
  describeCoverage,
  describeDefaultFrom,
  describeDuration,
  describeUnit,
} from "./describe-facts.ts";
import { codeCell } from "./escape.ts";
import { factTable, markdownTable } from "./markdown-table.ts";

/** Which range an operation takes, and where one that is too long may be cut. */
export function renderRange(operation: OperationDescriptor): string {
  const { timeUnit, defaultFrom, maxRangeDays, lookBackDays } = operation;
  const unit = timeUnit === null ? "no range can be given" : describeUnit(operation);
  const converted = timeUnit === null ? "" : "; you give dates, and the client converts them";
  const noLimit = timeUnit === null ? "" : "not stated";
  return factTable([
    ["Times on the wire", `${unit}${converted}`],
    ["Default start", describeDefaultFrom(defaultFrom)],
    ["Longest range", maxRangeDays === null ? noLimit : `${maxRangeDays} days in one request`],
    ["Looks back", lookBackDays === null ? "" : `${lookBackDays} days, always`],
    ["Where a range may be cut", operation.response.kind === "series" ? describeCuts(operation) : ""],
  ]);
}

const places = {
  month: "at the start of a month of UTC",
  day: "at the start of a day of UTC",
  nowhere: "not known",
} as const;

function describeCuts(operation: OperationDescriptor): string {
  const { granularity, aggregations, fixedAggregation } = operation;
  if (granularity.mode === "age") return "where the granularity changes, at the start of a wider bucket";
  if (aggregations.length === 0) return places[cutPlace(operation, fixedAggregation?.kind)];
  const byPlace = new Map<string, string[]>();
  for (const { kind, value } of aggregations) {
    const place = places[cutPlace(operation, kind)];
    byPlace.set(place, [...(byPlace.get(place) ?? []), codeCell(value)]);
  }
  return Array.from(byPlace, ([place, values]) => `${place} (${values.join(", ")})`).join("; ");
}

/** Which bucket widths there are, and what each point covers. */
export function renderGranularity(operation: OperationDescriptor): string {
  const { fixedAggregation: fixed } = operation;
  const covers = fixed === null ? "" : describeCoverage(fixed.kind, fixed.windowDays);
  const paragraphs = [
    ...widthsOf(operation),
    covers === "" ? "" : `Each point covers ${covers}; that cannot be chosen.\n`,
  ];
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n");
}

function widthsOf(operation: OperationDescriptor): string[] {
  const { granularity, aggregations } = operation;
  switch (granularity.mode) {
    case "none":
      return ["There are no buckets: the answer is a list.\n", pairTable(operation, [], null)];
    case "age": {
      const widths = new Set(aggregations.flatMap(({ granularities }) => granularities));
      return [
        "The age of a range decides the width of its buckets. It cannot be chosen.\n",
        ageTable(granularity.steps),
        pairTable(operation, [...widths], null),
      ];
    }
    case "fixed": {
      const isAssumed = granularity.source === "assumed";
      const assumed = isAssumed ? " This is assumed: the reference does not state it." : "";
      return [
        `Points are ${granularity.value}, always.${assumed}\n`,
        pairTable(operation, [granularity.value], granularity.value),
      ];
    }
    case "parameter":
      return [pairTable(operation, granularity.values, granularity.default)];
  }
}

function ageTable(steps: readonly GranularityStep[]): string {
  const rows = steps.map(({ granularity, withinMs }) => [
    withinMs === null ? "anything else" : `all of it within the past ${describeDuration(withinMs)}`,
    granularity,
  ]);
  return markdownTable(["Range", "Granularity"], rows);
}

/** Which aggregation can be had in which granularity. */
function pairTable(
  { parameters, aggregations }: OperationDescriptor,
  widths: readonly string[],
  usual: string | null,
): string {
  const name = (role: string): string => {
    const parameter = parameters.find((candidate) => candidate.role === role);
    return parameter === undefined ? "" : codeCell(parameter.name);
  };
  const isUsual = (width: string): string => (width === usual ? " (default)" : "");
  if (aggregations.length === 0) {
    return widths.length < 2
      ? ""
      : markdownTable(
          [name("bucket-width") || "Granularity"],
          widths.map((width) => [`${width}${isUsual(width)}`]),
        );
  }
  const rows = aggregations.map(({ value, kind, windowDays, granularities, isDefault }) => [
    `${codeCell(value)}${isDefault ? " (default)" : ""}`,
    describeCoverage(kind, windowDays),
    ...widths.map((width) => {
      if (!granularities.some((granularity) => granularity === width)) return "no";
      return isDefault && width === usual ? "default" : "yes";
    }),
  ]);
  const header = [
    name("aggregation") || "Aggregation",
    "A point covers",
    ...widths.map((width) => `${width}${isUsual(width)}`),
  ];
  return markdownTable(header, rows);
}
