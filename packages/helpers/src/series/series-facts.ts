import { describeOperation, parameterWithRole } from "@ldusage/types/catalog";
import { aggregationOf, textOf } from "../plan/chosen-values.ts";
import type { SeriesFacts } from "./series-table.ts";

/** Facts of a response whose operation is not known: nothing may be added. */
export const unknownFacts: SeriesFacts = /* @__PURE__ */ Object.freeze({
  operationId: undefined,
  measure: "unknown",
  unit: null,
  aggregation: undefined,
  additiveOverTime: false,
  additiveAcrossGroups: "unknown",
  timeZone: "UTC",
  isUpperBound: false,
});

/** What the numbers of an operation are when it is called with certain parameters. */
export function seriesFacts(operationId: string, parameters: object): SeriesFacts {
  const operation = describeOperation(operationId);
  const aggregation = aggregationOf(operation, parameters);
  return {
    operationId,
    measure: operation.measure,
    unit: operation.unit,
    aggregation,
    additiveOverTime:
      operation.additiveOverTime === "always" ||
      (operation.additiveOverTime === "incremental-only" && aggregation === "incremental"),
    additiveAcrossGroups: operation.additiveAcrossGroups,
    timeZone: textOf(parameters, parameterWithRole(operation, "time-zone")?.name) ?? "UTC",
    isUpperBound: false,
  };
}
