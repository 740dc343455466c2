import {
  type OperationDescriptor,
  type ParameterDescriptor,
  parameterWithRole,
} from "@ldusage/types/catalog";
import { refuseParameter } from "@ldusage/types/errors";
import { epochMsOf } from "@ldusage/types/time";

const dayMs = 86_400_000;

/**
 * The range parameters in the operation's unit. In seconds a start is rounded down and an end is rounded up, so
 * that nothing that was asked for is lost.
 */
export function encodeRange(
  operation: OperationDescriptor,
  parameters: object,
): [string, readonly string[]][] {
  const start = parameterWithRole(operation, "range-start");
  const end = parameterWithRole(operation, "range-end");
  const startMs = readTime(operation, start, parameters);
  const endMs = readTime(operation, end, parameters);
  if (start !== undefined && startMs !== undefined && endMs !== undefined) {
    checkOrder(operation, start, end, startMs, endMs);
  }
  const unitMs = operation.timeUnit === "s" ? 1000 : 1;
  const startCount = startMs === undefined ? undefined : Math.floor(startMs / unitMs);
  const endCount = endMs === undefined ? undefined : Math.ceil(endMs / unitMs);
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

function readTime(
  { operationId }: OperationDescriptor,
  parameter: ParameterDescriptor | undefined,
  parameters: object,
): number | undefined {
  if (parameter === undefined) return undefined;
  const input = Reflect.get(parameters, parameter.name);
  return input === undefined ? undefined : epochMsOf(input, { operationId, parameter: parameter.name });
}

function checkOrder(
  operation: OperationDescriptor,
  start: ParameterDescriptor,
  end: ParameterDescriptor | undefined,
  startMs: number,
  endMs: number,
): void {
  const given = new Date(startMs).toISOString();
  const until = new Date(endMs).toISOString();
  if (startMs > endMs) {
    throw refuseParameter(
      operation,
      start.name,
      given,
      `it is later than ${end?.name} = ${until}`,
      "swap them",
    );
  }
  const { maxRangeDays } = operation;
  if (maxRangeDays !== null && endMs - startMs > maxRangeDays * dayMs) {
    throw refuseParameter(
      operation,
      start.name,
      given,
      `the range up to ${until} is longer than ${maxRangeDays} days`,
      "ask for less, or let collectSeries of @ldusage/helpers split the range",
    );
  }
}

function entry(
  parameter: ParameterDescriptor | undefined,
  count: number | undefined,
): [string, readonly string[]][] {
  // `-0` and exponents do not occur: times are bounded and rounded.
  return parameter === undefined || count === undefined ? [] : [[parameter.name, [String(count)]]];
}
