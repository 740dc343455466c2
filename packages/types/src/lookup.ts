import type {
  AggregationDescriptor,
  OperationDescriptor,
  ParameterDescriptor,
  ParameterRole,
} from "./descriptor.ts";
import { UsageInputError } from "./errors/index.ts";
import { catalog } from "./generated/catalog.ts";

/**
 * The facts of an operation.
 *
 * @throws UsageInputError when there is no operation of that name.
 */
export function describeOperation(operationId: string): OperationDescriptor {
  const descriptors: Readonly<Record<string, OperationDescriptor>> = catalog;
  const descriptor = Object.hasOwn(catalog, operationId) ? descriptors[operationId] : undefined;
  if (descriptor === undefined) {
    throw new UsageInputError({
      operationId,
      parameter: "operationId",
      value: operationId,
      rule: "it is not an operation of the Account usage API",
      wayOut: `use one of ${Object.keys(catalog).join(", ")}`,
    });
  }
  return descriptor;
}

/** The parameter that plays a role in an operation, whatever it is called there. */
export function parameterWithRole(
  descriptor: OperationDescriptor,
  role: ParameterRole,
): ParameterDescriptor | undefined {
  return descriptor.parameters.find((parameter) => parameter.role === role);
}

/** The aggregation of a call: the one of the given value, or the default where none is given. */
export function aggregationOfValue(
  { aggregations }: OperationDescriptor,
  chosen: string | undefined,
): AggregationDescriptor | undefined {
  return aggregations.find(({ value, isDefault }) => (chosen === undefined ? isDefault : value === chosen));
}
