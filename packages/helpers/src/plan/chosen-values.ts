import {
  type AggregationKind,
  aggregationOfValue,
  type OperationDescriptor,
  parameterWithRole,
} from "@ldusage/types/catalog";

/** What a point covers, given the parameters of a call; `undefined` when the operation has no aggregations. */
export function aggregationOf(
  operation: OperationDescriptor,
  parameters: object,
): AggregationKind | undefined {
  const chosen = textOf(parameters, parameterWithRole(operation, "aggregation")?.name);
  return aggregationOfValue(operation, chosen)?.kind ?? operation.fixedAggregation?.kind;
}

/** The value of a parameter that takes one text; `undefined` when it was not given. */
export function textOf(parameters: object, name: string | undefined): string | undefined {
  const value: unknown = name === undefined ? undefined : Reflect.get(parameters, name);
  return typeof value === "string" ? value : undefined;
}
