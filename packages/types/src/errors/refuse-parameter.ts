import { UsageInputError } from "./usage-input-error.ts";

/** The error for a parameter of an operation that is refused. */
export function refuseParameter(
  { operationId }: { readonly operationId: string },
  parameter: string,
  value: unknown,
  rule: string,
  wayOut: string,
): UsageInputError {
  return new UsageInputError({ operationId, parameter, value, rule, wayOut });
}

/** The error for an option that is refused. */
export function refuseOption(
  parameter: string,
  value: unknown,
  rule: string,
  wayOut: string,
): UsageInputError {
  return new UsageInputError({ parameter, value, rule, wayOut });
}
