export { type ServiceConnectionsOptions, serviceConnections } from "./billing/service-connections.ts";
export { type CollectOptions, type CollectProgress, collectSeries } from "./collect/collect-series.ts";
export type { SeriesSource } from "./collect/series-source.ts";
export { isNonAdditiveError, NonAdditiveError } from "./errors/non-additive-error.ts";
export { isSeriesConflictError, SeriesConflictError } from "./errors/series-conflict-error.ts";
export { type CsvOptions, toCsv } from "./formats/to-csv.ts";
export type { Aggregate } from "./pivot/aggregate.ts";
export { type PivotOptions, type PivotTable, pivot } from "./pivot/pivot.ts";
export { type SeriesRow, toRows } from "./pivot/to-rows.ts";
export { type PlanOptions, planRequests } from "./plan/plan-requests.ts";
export type { PlannedRequest, RequestPlan } from "./plan/request-plan.ts";
export type { TimeRange } from "./ranges/time-range.ts";
export { type DecodeContext, decodeSeries } from "./series/decode-series.ts";
export { mergeTables } from "./series/merge-tables.ts";
export type {
  Dimensions,
  DimensionValue,
  SeriesColumn,
  SeriesFacts,
  SeriesTable,
} from "./series/series-table.ts";
