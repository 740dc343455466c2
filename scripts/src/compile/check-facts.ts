import type { OperationDescriptor } from "@ldusage/types/catalog";
import { SpecError } from "../openapi/document.ts";
import { isRangeEnd } from "../openapi/is-range-end.ts";
import { isObject } from "../openapi/json.ts";

const choices: Readonly<Record<string, readonly unknown[]>> = {
  timeUnit: ["ms", "s", null],
  timeUnitSource: ["documented", "assumed", null],
  measure: ["distinct", "distinct-pairs", "counter", "gauge", "list", "unknown"],
  additiveOverTime: ["always", "incremental-only", "never"],
  additiveAcrossGroups: ["yes", "no", "unknown", "not-grouped"],
};

/** Members of a descriptor that come from derive, overlay and compile together. */
const members = [
  "timeUnit",
  "timeUnitSource",
  "defaultFrom",
  "maxRangeDays",
  "lookBackDays",
  "granularity",
  "aggregations",
  "fixedAggregation",
  "groupBy",
  "measure",
  "unit",
  "pairDimension",
  "additiveOverTime",
  "additiveAcrossGroups",
  "population",
  "response",
  "retiring",
];

/** Members that are read from the OpenAPI document itself. */
const given = ["operationId", "path", "summary", "parameters", "statuses", "deprecated"];

/** Checks that an operation is described completely and without contradiction. */
export function checkFacts(
  descriptor: Record<string, unknown> & { parameters: OperationDescriptor["parameters"] },
  place: string,
  schemas: readonly string[],
): OperationDescriptor {
  const fail = (problem: string): SpecError => new SpecError("compile", place, problem);
  for (const member of members)
    if (descriptor[member] === undefined) throw fail(`it lacks the fact "${member}"`);
  const unknown = Object.keys(descriptor).find(
    (member) => !members.includes(member) && !given.includes(member),
  );
  if (unknown !== undefined) throw fail(`the fact "${unknown}" is not known`);
  for (const [member, allowed] of Object.entries(choices)) {
    if (!allowed.includes(descriptor[member])) {
      throw fail(
        `"${member}" is ${JSON.stringify(descriptor[member])}, not one of ${JSON.stringify(allowed)}`,
      );
    }
  }
  const hasRange = descriptor.parameters.some(isRangeEnd);
  if (hasRange !== (descriptor["timeUnit"] !== null)) {
    throw fail("it takes a range without a unit, or has a unit without a range");
  }
  if ((descriptor["measure"] === "distinct-pairs") !== (descriptor["pairDimension"] !== null)) {
    throw fail("a measure of distinct pairs, and only that, names a pairDimension");
  }
  if (descriptor["unit"] !== null && typeof descriptor["unit"] !== "string") throw fail('"unit" is not text');
  const response = descriptor["response"];
  if (
    !isObject(response) ||
    typeof response["schema"] !== "string" ||
    !schemas.includes(response["schema"])
  ) {
    throw fail("its response names no schema of the document");
  }
  // The checks above, and the stages before that wrote the members, establish the shape.
  return descriptor as unknown as OperationDescriptor;
}
