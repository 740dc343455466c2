import type { OperationDescriptor } from "@ldusage/types/catalog";
import { describeDuration } from "./describe-facts.ts";
import { markdownCode } from "./escape.ts";
import type { PitfallRule } from "./render-operation-pitfalls.ts";

/** What goes wrong with times and buckets. */
export const rangePitfalls: readonly PitfallRule[] = [
  secondsOnTheWire,
  assumedUnit,
  longRange,
  fixedLookBack,
  granularityByAge,
  fixedGranularity,
  impossiblePairs,
  localDays,
];

/** The parameter of a role, as code; nothing where there is none. */
function named({ parameters }: OperationDescriptor, role: string): string[] {
  return parameters.filter((parameter) => parameter.role === role).map(({ name }) => markdownCode(name));
}

function ends(operation: OperationDescriptor): string {
  return [...named(operation, "range-start"), ...named(operation, "range-end")].join(" and ");
}

function secondsOnTheWire(operation: OperationDescriptor): string[] {
  if (operation.timeUnit !== "s") return [];
  return [
    `On the wire ${ends(operation)} count seconds, and milliseconds would quietly ask about a far future: give the client a date, and it writes the unit.`,
  ];
}

function assumedUnit(operation: OperationDescriptor): string[] {
  if (operation.timeUnitSource !== "assumed") return [];
  return [
    `The reference does not state the unit of ${ends(operation)}: see that the points of your first answer lie in the range that you asked for.`,
  ];
}

function longRange({ maxRangeDays, response }: OperationDescriptor): string[] {
  if (maxRangeDays === null) return [];
  const wayOut =
    response.kind === "series"
      ? "`collectSeries` splits it where it may be split"
      : "make one call for each part";
  const leap = maxRangeDays === 365 ? ", which a leap year is too long for" : "";
  return [`One request may ask for ${maxRangeDays} days${leap}: ${wayOut}.`];
}

function fixedLookBack({ lookBackDays }: OperationDescriptor): string[] {
  if (lookBackDays === null) return [];
  return [
    `It takes no range, and what is older than ${lookBackDays} days is gone from its answers: keep the answers that you need later.`,
  ];
}

function granularityByAge({ granularity, response }: OperationDescriptor): string[] {
  if (granularity.mode !== "age") return [];
  const [finest] = granularity.steps;
  if (finest === undefined || finest.withinMs === null) return [];
  const wayOut =
    response.kind === "series"
      ? "`collectSeries` asks for each part on its own"
      : "make one call for each part";
  return [
    `There is no granularity parameter, and a range that begins more than ${describeDuration(finest.withinMs)} ago has no ${finest.granularity} points even for its end: ${wayOut}.`,
  ];
}

function fixedGranularity({ granularity }: OperationDescriptor): string[] {
  if (granularity.mode !== "fixed") return [];
  return [
    `There is no granularity parameter, and points are ${granularity.value}: make wider ones with \`resample\`.`,
  ];
}

function impossiblePairs(operation: OperationDescriptor): string[] {
  const { granularity, aggregations, additiveOverTime } = operation;
  if (granularity.mode !== "parameter") return [];
  return granularity.values.flatMap((width) => {
    const without = aggregations.filter(({ granularities }) => !granularities.includes(width));
    const withIt = aggregations.filter(({ granularities }) => granularities.includes(width));
    if (without.length === 0 || withIt.length === 0) return [];
    const list = (entries: typeof aggregations): string =>
      entries.map(({ value }) => markdownCode(value)).join(" and ");
    const addable = additiveOverTime === "never" ? [] : without.filter(({ kind }) => kind === "incremental");
    const add = addable.length === 0 ? "" : `, and add those of ${list(addable)} with \`resample\``;
    return [
      `\`${width}\` points come with ${list(withIt)} alone: ask for other ones with ${list(without)}${add}.`,
    ];
  });
}

function localDays(operation: OperationDescriptor): string[] {
  return named(operation, "time-zone").map(
    (name) =>
      `Days begin in UTC unless ${name} names another time zone: give the same one in every call whose answers you compare.`,
  );
}
