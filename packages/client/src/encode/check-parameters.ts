import { type OperationDescriptor, parameterWithRole, refuseParameter } from "@ldusage/types/runtime";
import type { WireOperation } from "../core/wire-operation.ts";
import { checkNames } from "./check-names.ts";
import { checkPair } from "./check-pair.ts";
import { checkRange } from "./check-range.ts";
import { checkScope } from "./check-scope.ts";
import { checkValues } from "./check-values.ts";
import { readRange } from "./encode-parameters.ts";
import { readValues } from "./read-values.ts";

const rules = [checkNames, checkValues, checkRange, checkPair, checkScope];

/**
 * Checks the parameters of a call against every rule that the catalog knows. Types state most of the same rules; this
 * is for what they do not see.
 *
 * @returns the parameters that were given, in the order of the documentation.
 * @throws UsageInputError for the first parameter that breaks a rule.
 */
export function checkParameters(
  operation: OperationDescriptor,
  parameters: object,
  nowMs: number,
  wire: WireOperation = wireOperationOf(operation),
): object {
  if (typeof parameters !== "object" || parameters === null || Array.isArray(parameters)) {
    const wayOut = "give the parameters by name";
    throw refuseParameter(operation, "parameters", parameters, "it is not an object", wayOut);
  }
  const values = new Map<string, readonly string[]>();
  const given: Record<string, unknown> = {};
  for (const parameter of operation.parameters) {
    const { name, role, repeatable } = parameter;
    const value: unknown = Reflect.get(parameters, name);
    if (value === undefined) continue;
    if (role === "range-start" || role === "range-end") {
      given[name] = value;
      continue;
    }
    const read = readValues(operation, parameter, value);
    values.set(name, read);
    given[name] = repeatable ? read : read[0];
  }
  const { rangeStart, rangeEnd } = wire;
  const range = readRange(wire, parameters);
  for (const check of rules) check(operation, { parameters, values, ...range, nowMs });
  // Times are given on as they were read: reading a text takes longer than all the rest.
  if (rangeStart !== undefined && range.startMs !== undefined) given[rangeStart] = { epochMs: range.startMs };
  if (rangeEnd !== undefined && range.endMs !== undefined) given[rangeEnd] = { epochMs: range.endMs };
  return given;
}

/** The facts of an operation that a request needs. */
export function wireOperationOf(operation: OperationDescriptor): WireOperation {
  const { operationId, path, timeUnit, maxRangeDays } = operation;
  const rangeStart = parameterWithRole(operation, "range-start")?.name;
  const rangeEnd = parameterWithRole(operation, "range-end")?.name;
  return {
    operationId,
    path,
    ...(timeUnit !== null && { timeUnit }),
    ...(rangeStart !== undefined && { rangeStart }),
    ...(rangeEnd !== undefined && { rangeEnd }),
    ...(maxRangeDays !== null && { maxRangeDays }),
  };
}
