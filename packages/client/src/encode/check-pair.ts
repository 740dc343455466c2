import { aggregationOfValue, parameterWithRole, refuseParameter } from "@ldusage/types/runtime";
import type { ParameterCheck } from "./given-parameters.ts";

/** Refuses a granularity that the chosen aggregation cannot be had in. */
export const checkPair: ParameterCheck = (operation, { values }) => {
  const { granularity } = operation;
  if (granularity.mode !== "parameter") return;
  const widthParameter = parameterWithRole(operation, "bucket-width");
  const aggregationParameter = parameterWithRole(operation, "aggregation");
  if (widthParameter === undefined || aggregationParameter === undefined) return;
  const width = values.get(widthParameter.name)?.[0] ?? granularity.default;
  const chosen = values.get(aggregationParameter.name)?.[0];
  const aggregation = aggregationOfValue(operation, chosen);
  if (aggregation === undefined || width === null) return;
  if (aggregation.granularities.some((allowed) => allowed === width)) return;
  throw refuseParameter(
    operation,
    widthParameter.name,
    width,
    `${aggregationParameter.name} ${aggregation.value} cannot be had in it`,
    `use ${aggregation.granularities.join(" or ")}`,
  );
};
