import type { SeriesFacts } from "./series-table.ts";

/** The facts that two tables must share to answer one question, as text. */
export function describeFacts({ operationId, measure, unit, aggregation, timeZone }: SeriesFacts): string {
  return [
    operationId ?? "unknown operation",
    measure,
    unit ?? "no unit",
    aggregation ?? "no aggregation",
    timeZone,
  ].join(", ");
}
