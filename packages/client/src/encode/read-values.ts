import type { OperationDescriptor, ParameterDescriptor } from "@ldusage/types/catalog";
import { refuseParameter } from "@ldusage/types/errors";

/** The values of one parameter, checked; `undefined` when it was not given. */
export function readValues(
  operation: OperationDescriptor,
  parameter: ParameterDescriptor,
  given: unknown,
): readonly string[] | undefined {
  if (given === undefined) return undefined;
  const { name, repeatable } = parameter;
  if (Array.isArray(given) && !repeatable) {
    throw refuseParameter(operation, name, given, "it takes one value, not a list", "give one value");
  }
  const values: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (values.length === 0) {
    throw refuseParameter(
      operation,
      name,
      given,
      "the list is empty, which would select everything",
      "leave it out",
    );
  }
  return values.map((value) => readValue(operation, parameter, value));
}

function readValue(
  operation: OperationDescriptor,
  { name, values }: ParameterDescriptor,
  value: unknown,
): string {
  const known = values?.map((text) => JSON.stringify(text)).join(", ");
  if (typeof value !== "string") {
    throw refuseParameter(
      operation,
      name,
      value,
      "it is not text",
      known === undefined ? "give text" : `use one of ${known}`,
    );
  }
  if (value === "")
    throw refuseParameter(operation, name, value, "it is empty", "give a value or leave it out");
  if (values !== undefined && !values.includes(value)) {
    throw refuseParameter(
      operation,
      name,
      value,
      "it is not one of the accepted values",
      `use one of ${known}`,
    );
  }
  if (hasLoneSurrogate(value)) {
    throw refuseParameter(
      operation,
      name,
      value,
      "it holds half a character and cannot be sent",
      "give well-formed text",
    );
  }
  return value;
}

function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}
