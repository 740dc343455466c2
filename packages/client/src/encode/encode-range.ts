import {
  type OperationDescriptor,
  type ParameterDescriptor,
  parameterWithRole,
} from "@ldusage/types/catalog";
import { epochMsOf } from "@ldusage/types/time";
import type { GivenParameters } from "./given-parameters.ts";

const dayMs = 86_400_000;

/** The ends of a range as a caller gave them, in milliseconds since the Unix epoch. */
export function readRange(
  operation: OperationDescriptor,
  parameters: object,
): Pick<GivenParameters, "startMs" | "endMs"> {
  const readTime = (parameter: ParameterDescriptor | undefined): number | undefined => {
    if (parameter === undefined) return undefined;
    const input = Reflect.get(parameters, parameter.name);
    const { operationId } = operation;
    return input === undefined ? undefined : epochMsOf(input, { operationId, parameter: parameter.name });
  };
  return {
    startMs: readTime(parameterWithRole(operation, "range-start")),
    endMs: readTime(parameterWithRole(operation, "range-end")),
  };
}

/**
 * The range parameters in the operation's unit. In seconds a start is rounded down and an end is rounded up, so
 * that nothing that was asked for is lost.
 */
export function encodeRange(
  operation: OperationDescriptor,
  { startMs, endMs }: GivenParameters,
): [string, readonly string[]][] {
  const unitMs = operation.timeUnit === "s" ? 1000 : 1;
  const startCount = startMs === undefined ? undefined : Math.floor(startMs / unitMs);
  const endCount = endMs === undefined ? undefined : Math.ceil(endMs / unitMs);
  const start = parameterWithRole(operation, "range-start");
  const end = parameterWithRole(operation, "range-end");
  return [...entry(start, withinLimit(operation, startCount, endCount, unitMs)), ...entry(end, endCount)];
}

// Rounding both ways can make a range of exactly the longest length longer by one unit.
function withinLimit(
  { maxRangeDays }: OperationDescriptor,
  startCount: number | undefined,
  endCount: number | undefined,
  unitMs: number,
): number | undefined {
  if (startCount === undefined || endCount === undefined || maxRangeDays === null) return startCount;
  return Math.max(startCount, endCount - (maxRangeDays * dayMs) / unitMs);
}

function entry(
  parameter: ParameterDescriptor | undefined,
  count: number | undefined,
): [string, readonly string[]][] {
  // `-0` and exponents do not occur: times are bounded and rounded.
  return parameter === undefined || count === undefined ? [] : [[parameter.name, [String(count)]]];
}
