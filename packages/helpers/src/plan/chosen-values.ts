import {
  type AggregationKind,
  aggregationOfValue,
  type OperationDescriptor,
  parameterWithRole,
} from "@ldusage/types/catalog";
import { refuseParameter } from "@ldusage/types/errors";

/**
 * What a point covers, given the parameters of a call; `undefined` when the operation has no aggregations.
 *
 * @throws UsageInputError for an aggregation that the operation does not have: nobody knows what its points are.
 */
export function aggregationOf(
  operation: OperationDescriptor,
  parameters: object,
): AggregationKind | undefined {
  const name = parameterWithRole(operation, "aggregation")?.name;
  const chosen = textOf(parameters, name);
  const found = aggregationOfValue(operation, chosen);
  if (name !== undefined && chosen !== undefined && found === undefined) {
    const values = operation.aggregations.map(({ value }) => value).join(", ");
    throw refuseParameter(
      operation,
      name,
      chosen,
      "it is not an aggregation of the operation",
      `use one of ${values}`,
    );
  }
  return found?.kind ?? operation.fixedAggregation?.kind;
}

/** The value of a parameter that takes one text; `undefined` when it was not given. A list of one is that one. */
export function textOf(parameters: object, name: string | undefined): string | undefined {
  const given: unknown = name === undefined ? undefined : Reflect.get(parameters, name);
  const value: unknown = Array.isArray(given) && given.length === 1 ? given[0] : given;
  return typeof value === "string" ? value : undefined;
}
