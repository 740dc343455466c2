import type { OperationDescriptor } from "@ldusage/types/catalog";
import { UsageInputError } from "@ldusage/types/errors";

/** The error for a parameter of an operation. */
export function refuse(
  { operationId }: OperationDescriptor,
  parameter: string,
  value: unknown,
  rule: string,
  wayOut: string,
): UsageInputError {
  return new UsageInputError({ operationId, parameter, value, rule, wayOut });
}
