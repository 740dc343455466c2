import type { OperationDescriptor } from "@ldusage/types/catalog";
import { refuseParameter } from "@ldusage/types/errors";
import type { Clock } from "../clock.ts";
import { encodeRange, readRange } from "./encode-range.ts";
import type { GivenParameters, GivenValues, ParameterCheck } from "./given-parameters.ts";
import { readValues } from "./read-values.ts";

/** The parameters of a call in the form that goes over the wire. */
export interface EncodedCall {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
}

/** What encoding depends on besides the call. */
export interface EncodeSettings {
  readonly checks: readonly ParameterCheck[];
  readonly clock: Clock;
}

/**
 * Reads the parameters of a call, has them checked against the operation's facts, and writes them as the operation
 * wants them: times in its unit, lists as lists, in the order of its documentation.
 *
 * @throws UsageInputError for the first parameter that breaks a rule. Nothing has been sent then.
 */
export function encodeCall(
  operation: OperationDescriptor,
  parameters: object,
  { checks, clock }: EncodeSettings,
): EncodedCall {
  checkObject(operation, parameters);
  const values = new Map<string, readonly string[]>();
  for (const parameter of operation.parameters) {
    if (parameter.role === "range-start" || parameter.role === "range-end") continue;
    const found = readValues(operation, parameter, Reflect.get(parameters, parameter.name));
    if (found !== undefined) values.set(parameter.name, found);
  }
  const given: GivenParameters = {
    parameters,
    values,
    ...readRange(operation, parameters),
    nowMs: clock.nowMs(),
  };
  for (const check of checks) check(operation, given);
  const written = new Map([...encodeRange(operation, given), ...values]);
  return { path: pathOf(operation, written), query: queryOf(operation, written) };
}

function checkObject(operation: OperationDescriptor, parameters: unknown): void {
  if (typeof parameters === "object" && parameters !== null && !Array.isArray(parameters)) return;
  const wayOut = "give the parameters by name";
  throw refuseParameter(operation, "parameters", parameters, "it is not an object", wayOut);
}

function pathOf(operation: OperationDescriptor, given: GivenValues): Record<string, string> {
  const inPath = operation.parameters.filter(({ place }) => place === "path");
  return Object.fromEntries(
    inPath.map((parameter) => {
      const [value] = given.get(parameter.name) ?? [];
      if (value === undefined) {
        throw refuseParameter(operation, parameter.name, value, "it is a part of the path", "give it");
      }
      // Both would name another path once the URL is normalised.
      if (value === "." || value === "..") {
        throw refuseParameter(operation, parameter.name, value, "it would change the path", "give a key");
      }
      return [parameter.name, value];
    }),
  );
}

function queryOf(
  operation: OperationDescriptor,
  given: GivenValues,
): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    operation.parameters.flatMap(({ name, place, repeatable }) => {
      const values = place === "query" ? given.get(name) : undefined;
      return values === undefined ? [] : [[name, repeatable ? values : (values[0] ?? [])]];
    }),
  );
}
