import type { OperationDescriptor, ParameterDescriptor } from "@ldusage/types/catalog";
import { refuseParameter } from "@ldusage/types/errors";
import { checkPair } from "./check-pair.ts";
import { checkScope } from "./check-scope.ts";
import { encodeRange } from "./encode-range.ts";
import { readValues } from "./read-values.ts";

/** The parameters of a call in the form that goes over the wire. */
export interface EncodedCall {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
}

/** Values by parameter name, only of parameters that were given. */
export type GivenValues = ReadonlyMap<string, readonly string[]>;

/**
 * Checks the parameters of a call against the operation's facts and writes them as the operation wants them:
 * times in its unit, lists as lists, in the order of its documentation.
 *
 * @throws UsageInputError for the first parameter that breaks a rule. Nothing has been sent then.
 */
export function encodeCall(operation: OperationDescriptor, parameters: object): EncodedCall {
  checkNames(operation, parameters);
  const given = new Map(encodeRange(operation, parameters));
  for (const parameter of operation.parameters) {
    if (parameter.role === "range-start" || parameter.role === "range-end") continue;
    const values = readValues(operation, parameter, Reflect.get(parameters, parameter.name));
    if (values !== undefined) given.set(parameter.name, values);
  }
  checkPair(operation, given);
  checkScope(operation, given);
  return { path: pathOf(operation, given), query: queryOf(operation, given) };
}

function checkNames(operation: OperationDescriptor, parameters: object): void {
  if (typeof parameters !== "object" || parameters === null || Array.isArray(parameters)) {
    throw refuseParameter(
      operation,
      "parameters",
      parameters,
      "it is not an object",
      "give the parameters by name",
    );
  }
  const names = operation.parameters.map(({ name }) => name);
  for (const name of Object.keys(parameters)) {
    if (names.includes(name) || Reflect.get(parameters, name) === undefined) continue;
    const wayOut = names.length === 0 ? "give none" : `use ${names.join(", ")}`;
    // A foreign member may be anything, such as the client's own options with the token: its value is not shown.
    throw refuseParameter(operation, name, "(not shown)", "the operation has no such parameter", wayOut);
  }
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
  const single = (parameter: ParameterDescriptor, values: readonly string[]): string | readonly string[] =>
    parameter.repeatable ? values : (values[0] ?? []);
  return Object.fromEntries(
    operation.parameters.flatMap((parameter) => {
      const values = parameter.place === "query" ? given.get(parameter.name) : undefined;
      return values === undefined ? [] : [[parameter.name, single(parameter, values)]];
    }),
  );
}
