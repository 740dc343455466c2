export {
  type Chargeback,
  type ChargebackOptions,
  type ChargebackRow,
  chargeback,
} from "./billing/chargeback.ts";
export { checkLimit, type LimitAlert, type LimitCheck, type LimitOptions } from "./billing/check-limit.ts";
export {
  type DailyValues,
  type ForecastOptions,
  forecastMonthEnd,
  type MonthEndForecast,
} from "./billing/forecast-month-end.ts";
export {
  hintServiceConnectionUnit,
  type ServiceConnectionUnitHint,
} from "./billing/service-connection-unit.ts";
export { type ServiceConnectionsOptions, serviceConnections } from "./billing/service-connections.ts";
export { decodeSeriesBytes } from "./bytes/decode-series-bytes.ts";
export type { BodyCache } from "./collect/body-cache.ts";
export type { CollectOptions, CollectProgress } from "./collect/collect-options.ts";
export { collectPieces } from "./collect/collect-pieces.ts";
export { collectSeries } from "./collect/collect-series.ts";
export type { SeriesPiece } from "./collect/piece-collector.ts";
export type { SeriesSource, SourceEvent, SourceOptions } from "./collect/series-source.ts";
export { isNonAdditiveError, NonAdditiveError } from "./errors/non-additive-error.ts";
export {
  isSeriesConflictError,
  SeriesConflictError,
  type SeriesConflictErrorFacts,
} from "./errors/series-conflict-error.ts";
export { type CsvOptions, toCsv, toCsvStream } from "./formats/to-csv.ts";
export { toMarkdown, toMarkdownStream } from "./formats/to-markdown.ts";
export { toNdjson, toNdjsonStream } from "./formats/to-ndjson.ts";
export type { Aggregate } from "./pivot/aggregate.ts";
export { filterSeries, type SeriesMatch } from "./pivot/filter-series.ts";
export { joinNames, type NameJoins, type NameSource } from "./pivot/join-names.ts";
export { type PivotOptions, type PivotTable, pivot } from "./pivot/pivot.ts";
export { type RollupOptions, rollup } from "./pivot/rollup.ts";
export { type ShareOptions, share } from "./pivot/share.ts";
export { type SeriesRow, toRows } from "./pivot/to-rows.ts";
export { type TidyCodes, type TidyColumns, type TidyDimension, toTidy } from "./pivot/to-tidy.ts";
export { toWide } from "./pivot/to-wide.ts";
export { type TopOptions, topN } from "./pivot/top-series.ts";
export { type PlanOptions, planRequests } from "./plan/plan-requests.ts";
export type { PlannedRequest, RequestPlan } from "./plan/request-plan.ts";
export { billingMonth } from "./ranges/billing-month.ts";
export { type BillingMonth, billingMonths } from "./ranges/billing-months.ts";
export { lastDays } from "./ranges/last-days.ts";
export { monthToDate } from "./ranges/month-to-date.ts";
export { parseRange } from "./ranges/parse-range.ts";
export { type SplitRule, splitRange } from "./ranges/split-range.ts";
export type { TimeRange } from "./ranges/time-range.ts";
export { differences } from "./resample/differences.ts";
export { type FillHolesOptions, fillHoles } from "./resample/fill-holes.ts";
export { type MonthEndTable, monthEnd } from "./resample/month-end.ts";
export type { ReplacedPoint } from "./resample/regroup.ts";
export { type ResampleOptions, resample } from "./resample/resample.ts";
export { type DecodeContext, decodeSeries } from "./series/decode-series.ts";
export { type MergeOptions, mergeTables } from "./series/merge-tables.ts";
export type {
  Dimensions,
  DimensionValue,
  SeriesColumn,
  SeriesFacts,
  SeriesTable,
} from "./series/series-table.ts";
