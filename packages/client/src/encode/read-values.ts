import { type OperationDescriptor, type ParameterDescriptor, refuseParameter } from "@ldusage/types/runtime";

/**
 * The values of one parameter as text.
 *
 * @throws UsageInputError for what cannot be sent, and for nothing where something is needed.
 */
export function readValues(
  operation: OperationDescriptor,
  { name, repeatable, values: accepted }: ParameterDescriptor,
  given: unknown,
): readonly string[] {
  const refuse = (value: unknown, rule: string, wayOut: string): Error =>
    refuseParameter(operation, name, value, rule, wayOut);
  if (Array.isArray(given) && !repeatable)
    throw refuse(given, "it takes one value, not a list", "give one value");
  const values: readonly unknown[] = Array.isArray(given) ? Array.from(given) : [given];
  if (values.length === 0) {
    throw refuse(given, "the list is empty, which would select everything", "leave it out");
  }
  return values.map((value) => {
    if (typeof value !== "string") {
      const known = accepted?.map((text) => JSON.stringify(text)).join(", ");
      throw refuse(value, "it is not text", known === undefined ? "give text" : `use one of ${known}`);
    }
    if (value === "") throw refuse(value, "it is empty", "give a value or leave it out");
    if (/\p{Surrogate}/u.test(value)) {
      throw refuse(value, "it holds half a character and cannot be sent", "give well-formed text");
    }
    return value;
  });
}
