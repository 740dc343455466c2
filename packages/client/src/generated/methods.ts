// Generated from spec/account-usage.json by `npm run generate`. Do not edit.

import type {
  GetContextsClientsideUsageParameters,
  GetContextsServersideUsageParameters,
  GetContextsTotalUsageParameters,
  GetDataExportEventsUsageParameters,
  GetEvaluationsUsageParameters,
  GetEventsUsageParameters,
  GetExperimentationEventsUsageParameters,
  GetExperimentationKeysUsageParameters,
  GetMAUClientsideUsageParameters,
  GetMAUTotalUsageParameters,
  GetMauSdksByTypeParameters,
  GetMauUsageByCategoryParameters,
  GetMauUsageParameters,
  GetObservabilityErrorsUsageParameters,
  GetObservabilityLogsUsageParameters,
  GetObservabilityMetricsUsageParameters,
  GetObservabilitySessionsUsageParameters,
  GetObservabilityTracesUsageParameters,
  GetServiceConnectionsUsageParameters,
  GetStreamUsageBySdkVersionParameters,
  GetStreamUsageParameters,
  GetStreamUsageSdkversionParameters,
  GetVegaAIUsageParameters,
  components,
} from "@ldusage/types";
import type { CallOptions } from "../call/call-options.ts";

/**
 * One method for each operation of the API.
 *
 * @example
 * ```ts
 * import { createUsageClient, type UsageMethods } from "@ldusage/client";
 *
 * const usage: UsageMethods = createUsageClient({ accessToken: "api-123" });
 * Object.values(usage).every((member) => typeof member !== "undefined"); //=> true
 * ```
 */
export interface UsageMethods {
  /**
   * Contexts of every kind that client-side SDKs reported.
   *
   * Time series of the context keys that LaunchDarkly observed in the account, non-primary context kinds included: a breakdown that goes beyond the MAU endpoints, which look at the primary kind only. The counts come from data reported by client-side SDKs.
   *
   * The supported granularity varies by aggregation type. The maximum time range is 365 days.
   *
   * - Counts: distinct keys (contexts). Points do not add up over time. Groups do not add up: their sum is an upper bound.
   * - Time on the wire: milliseconds
   * - Default start: start of the month
   * - Longest range: 365 days
   * - Granularity: month_to_date: daily, monthly; incremental: daily; rolling_30d: daily
   * - Groups: projectId, environmentId, sdkName, sdkAppId, anonymousV2
   * - Documented statuses: 200, 400, 401, 403, 429, 503
   *
   * `GET /api/v2/usage/clientside-contexts`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getContextsClientsideUsage({ from: "2026-11-01", groupBy: "projectId" });
   * console.log(answer.series.length);
   * ```
   */
  getContextsClientsideUsage(
    parameters?: GetContextsClientsideUsageParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SeriesListRep"]>;

  /**
   * Contexts of every kind that server-side SDKs reported.
   *
   * Time series of the context keys that LaunchDarkly observed in the account, non-primary context kinds included: a breakdown that goes beyond the MAU endpoints, which look at the primary kind only. The counts come from data reported by server-side SDKs.
   *
   * The supported granularity varies by aggregation type. The maximum time range is 365 days.
   *
   * - Counts: distinct keys (contexts). Points do not add up over time. Groups do not add up: their sum is an upper bound.
   * - Time on the wire: seconds
   * - Default start: start of the month
   * - Longest range: 365 days
   * - Granularity: month_to_date: daily, monthly; incremental: daily; rolling_30d: daily
   * - Groups: projectId, environmentId, sdkName, sdkAppId, anonymousV2
   * - Documented statuses: 200, 400, 401, 403, 429, 503
   *
   * `GET /api/v2/usage/serverside-contexts`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getContextsServersideUsage({ from: "2026-11-01", groupBy: "projectId" });
   * console.log(answer.series.length);
   * ```
   */
  getContextsServersideUsage(
    parameters?: GetContextsServersideUsageParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SeriesListRep"]>;

  /**
   * Contexts of every kind, from all SDKs.
   *
   * Time series of the context keys that LaunchDarkly observed in the account, non-primary context kinds included: a breakdown that goes beyond the MAU endpoints, which look at the primary kind only.
   *
   * The supported granularity varies by aggregation type. The maximum time range is 365 days.
   *
   * - Counts: distinct keys (contexts). Points do not add up over time. Groups do not add up: their sum is an upper bound.
   * - Time on the wire: milliseconds
   * - Default start: start of the month
   * - Longest range: 365 days
   * - Granularity: month_to_date: daily, monthly; incremental: daily; rolling_30d: daily
   * - Groups: projectId, environmentId, sdkName, sdkType, sdkAppId, anonymousV2
   * - Documented statuses: 200, 400, 401, 403, 429, 503
   *
   * `GET /api/v2/usage/total-contexts`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getContextsTotalUsage({ from: "2026-11-01", groupBy: "projectId" });
   * console.log(answer.series.length);
   * ```
   */
  getContextsTotalUsage(
    parameters?: GetContextsTotalUsageParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SeriesListRep"]>;

  /**
   * Events sent by Data Export.
   *
   * Time series of the number of data export events of the account. The supported granularity varies by aggregation type. The maximum time range is 365 days.
   *
   * - Counts: things that happened (events). Only incremental points add up over time. Groups add up.
   * - Time on the wire: milliseconds
   * - Default start: start of the month
   * - Longest range: 365 days
   * - Granularity: month_to_date: hourly, daily, monthly; incremental: hourly, daily
   * - Groups: environmentId, eventKind
   * - Documented statuses: 200, 400, 401, 403, 429, 503
   *
   * `GET /api/v2/usage/data-export-events`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getDataExportEventsUsage({ from: "2026-11-01", groupBy: "environmentId" });
   * console.log(answer.series.length);
   * ```
   */
  getDataExportEventsUsage(
    parameters?: GetDataExportEventsUsageParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SeriesListRep"]>;

  /**
   * Evaluations of one flag in one environment, by variation.
   *
   * Time series of how many times a flag was evaluated, broken down by the variation that the evaluation returned. The granularity of the data depends on its age: a requested range within the past two hours gives minutely data, a range within the past two days gives hourly data, and any other range gives daily data.
   *
   * - Counts: things that happened (evaluations). Points add up over time. Groups add up.
   * - Time on the wire: milliseconds (assumed)
   * - Default start: 30 days ago
   * - Granularity: by age: minutely, hourly, daily
   * - Groups: always: key
   * - Documented statuses: 200, 400, 401, 403, 404, 429
   *
   * `GET /api/v2/usage/evaluations/{projectKey}/{environmentKey}/{featureFlagKey}`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getEvaluationsUsage({ projectKey: "web-shop", environmentKey: "production", featureFlagKey: "new-checkout", from: "2026-11-01" });
   * console.log(answer.series.length);
   * ```
   */
  getEvaluationsUsage(
    parameters: GetEvaluationsUsageParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SeriesListRep"]>;

  /**
   * Events received from SDKs, or published.
   *
   * Time series of the number of events that were received from SDKs, or published, in each time period. The granularity of the data depends on its age: a requested range within the past two hours gives minutely data, a range within the past two days gives hourly data, and any other range gives daily data.
   *
   * - Counts: things that happened (events). Points add up over time.
   * - Time on the wire: milliseconds (assumed)
   * - Default start: 24 hours ago
   * - Granularity: by age: minutely, hourly, daily
   * - Documented statuses: 200, 400, 401, 403, 404, 429
   *
   * `GET /api/v2/usage/events/{type}`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getEventsUsage({ type: "received", from: "2026-11-01" });
   * console.log(answer.series.length);
   * ```
   */
  getEventsUsage(
    parameters: GetEventsUsageParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SeriesListRep"]>;

  /**
   * Events received by Experimentation.
   *
   * Time series of the number of experimentation events of the account. The supported granularity varies by aggregation type. The maximum time range is 365 days.
   *
   * - Counts: things that happened (events). Only incremental points add up over time. Groups add up.
   * - Time on the wire: milliseconds
   * - Default start: start of the month
   * - Longest range: 365 days
   * - Granularity: month_to_date: hourly, daily, monthly; incremental: hourly, daily
   * - Groups: environmentId, eventKey, eventKind
   * - Documented statuses: 200, 400, 401, 403, 429, 503
   *
   * `GET /api/v2/usage/experimentation-events`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getExperimentationEventsUsage({ from: "2026-11-01", groupBy: "environmentId" });
   * console.log(answer.series.length);
   * ```
   */
  getExperimentationEventsUsage(
    parameters?: GetExperimentationEventsUsageParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SeriesListRep"]>;

  /**
   * Keys that took part in experiments, counted once in each experiment.
   *
   * Time series of the number of experimentation keys of the account. The supported granularity varies by aggregation type. The maximum time range is 365 days.
   *
   * - Counts: distinct pairs (keys). Points do not add up over time. Groups add up.
   * - Time on the wire: milliseconds
   * - Default start: start of the month
   * - Longest range: 365 days
   * - Granularity: month_to_date: hourly, daily, monthly; incremental: hourly, daily
   * - Groups: projectId, environmentId, experimentId
   * - Documented statuses: 200, 400, 401, 403, 429, 503
   *
   * `GET /api/v2/usage/experimentation-keys`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getExperimentationKeysUsage({ from: "2026-11-01", groupBy: "projectId" });
   * console.log(answer.series.length);
   * ```
   */
  getExperimentationKeysUsage(
    parameters?: GetExperimentationKeysUsageParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SeriesListRep"]>;

  /**
   * Monthly active users of the primary context kind that client-side SDKs reported.
   *
   * Time series of the context keys that LaunchDarkly observed in the account, for the primary context kind only. The counts come from data reported by client-side SDKs.
   *
   * A past month shows the kind that was last marked as primary for it; in the current month the primary kind may still change.
   *
   * The supported granularity varies by aggregation type. The maximum time range is 365 days.
   *
   * - Counts: distinct keys (contexts). Points do not add up over time. Groups do not add up: their sum is an upper bound.
   * - Time on the wire: milliseconds
   * - Default start: start of the month
   * - Longest range: 365 days
   * - Granularity: month_to_date: daily, monthly; incremental: daily; rolling_30d: daily
   * - Groups: projectId, environmentId, sdkName, sdkAppId, anonymousV2
   * - Documented statuses: 200, 400, 401, 403, 429, 503
   *
   * `GET /api/v2/usage/clientside-mau`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getMAUClientsideUsage({ from: "2026-11-01", groupBy: "projectId" });
   * console.log(answer.series.length);
   * ```
   */
  getMAUClientsideUsage(
    parameters?: GetMAUClientsideUsageParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SeriesListRep"]>;

  /**
   * Monthly active users of the primary context kind, from all SDKs.
   *
   * Time series of the context keys that LaunchDarkly observed in the account, for the primary context kind only.
   *
   * A past month keeps the last primary context kind known for it; in the current month the primary kind may still change.
   *
   * The supported granularity varies by aggregation type. The maximum time range is 365 days.
   *
   * - Counts: distinct keys (contexts). Points do not add up over time. Groups do not add up: their sum is an upper bound.
   * - Time on the wire: milliseconds
   * - Default start: start of the month
   * - Longest range: 365 days
   * - Granularity: month_to_date: daily, monthly; incremental: daily; rolling_30d: daily
   * - Groups: projectId, environmentId, sdkName, sdkType, sdkAppId, anonymousV2
   * - Documented statuses: 200, 400, 401, 403, 429, 503
   *
   * `GET /api/v2/usage/total-mau`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getMAUTotalUsage({ from: "2026-11-01", groupBy: "projectId" });
   * console.log(answer.series.length);
   * ```
   */
  getMAUTotalUsage(
    parameters?: GetMAUTotalUsageParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SeriesListRep"]>;

  /**
   * SDKs that had monthly active users.
   *
   * List of the SDKs that connected to LaunchDarkly in the requested time, by monthly active users (MAU).
   *
   * The endpoints for monthly active users (MAU) know nothing of active context instances. Once your SDKs use contexts instead of users, you should not rely on this endpoint.
   *
   * - Counts: names, no numbers. A list: there is nothing to add.
   * - Time on the wire: milliseconds
   * - Default start: 7 days ago
   * - Granularity: none
   * - Documented statuses: 200, 400, 401, 403, 429
   *
   * `GET /api/v2/usage/mau/sdks`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getMauSdksByType({ from: "2026-11-01" });
   * console.log(answer.sdks.length);
   * ```
   */
  getMauSdksByType(
    parameters?: GetMauSdksByTypeParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SdkListRep"]>;

  /**
   * Monthly active users in the way that predates contexts.
   *
   * Time series of the number of monthly active users (MAU) that LaunchDarkly saw from the account. The granularity is always daily.
   *
   * The endpoints for monthly active users (MAU) know nothing of active context instances. Once your SDKs use contexts instead of users, you should not rely on this endpoint.
   *
   * - Counts: distinct keys (users). Points do not add up over time. Groups do not add up: their sum is an upper bound.
   * - Time on the wire: milliseconds (assumed)
   * - Default start: 30 days ago
   * - Granularity: always daily
   * - Groups: project, environment, sdktype, sdk, anonymous, contextKind, sdkAppId
   * - Documented statuses: 200, 400, 401, 403, 429
   *
   * `GET /api/v2/usage/mau`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getMauUsage({ from: "2026-11-01", groupby: "project" });
   * console.log(answer.series.length);
   * ```
   *
   * @deprecated The published clients mark this operation as deprecated.
   */
  getMauUsage(
    parameters?: GetMauUsageParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SeriesListRep"]>;

  /**
   * Monthly active users by browser, mobile and backend, in the way that predates contexts.
   *
   * Time series of the number of monthly active users (MAU) that LaunchDarkly saw from the account, broken down by the category of users: browser, mobile, or backend.
   *
   * The endpoints for monthly active users (MAU) know nothing of active context instances. Once your SDKs use contexts instead of users, you should not rely on this endpoint.
   *
   * - Counts: distinct keys (users). Points do not add up over time. Groups do not add up: their sum is an upper bound.
   * - Time on the wire: milliseconds (assumed)
   * - Default start: 30 days ago
   * - Granularity: always daily (assumed)
   * - Groups: always: category
   * - Documented statuses: 200, 400, 401, 403, 404, 429
   *
   * `GET /api/v2/usage/mau/bycategory`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getMauUsageByCategory({ from: "2026-11-01" });
   * console.log(answer.series.length);
   * ```
   *
   * @deprecated The published clients mark this operation as deprecated.
   */
  getMauUsageByCategory(
    parameters?: GetMauUsageByCategoryParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SeriesListRep"]>;

  /**
   * Errors recorded by Observability.
   *
   * Time series of the number of observability errors. Supports daily and monthly granularity.
   *
   * - Counts: things that happened (errors). Only incremental points add up over time.
   * - Time on the wire: seconds
   * - Default start: start of the month
   * - Granularity: month_to_date: daily, monthly; incremental: daily; rolling_30d: daily
   * - Documented statuses: 200, 400, 401, 403, 404, 429
   *
   * `GET /api/v2/usage/observability/errors`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getObservabilityErrorsUsage({ from: "2026-11-01" });
   * console.log(answer.series.length);
   * ```
   */
  getObservabilityErrorsUsage(
    parameters?: GetObservabilityErrorsUsageParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SeriesListRep"]>;

  /**
   * Log records of Observability.
   *
   * Time series of the number of observability logs. Supports daily and monthly granularity.
   *
   * - Counts: things that happened (logs). Only incremental points add up over time.
   * - Time on the wire: seconds
   * - Default start: start of the month
   * - Granularity: month_to_date: daily, monthly; incremental: daily; rolling_30d: daily
   * - Documented statuses: 200, 400, 401, 403, 404, 429
   *
   * `GET /api/v2/usage/observability/logs`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getObservabilityLogsUsage({ from: "2026-11-01" });
   * console.log(answer.series.length);
   * ```
   */
  getObservabilityLogsUsage(
    parameters?: GetObservabilityLogsUsageParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SeriesListRep"]>;

  /**
   * Metrics recorded by Observability.
   *
   * Time series of the number of observability metrics. Supports daily and monthly granularity.
   *
   * - Counts: things that happened (metrics). Only incremental points add up over time.
   * - Time on the wire: seconds
   * - Default start: start of the month
   * - Granularity: month_to_date: daily, monthly; incremental: daily; rolling_30d: daily
   * - Documented statuses: 200, 400, 401, 403, 404, 429
   *
   * `GET /api/v2/usage/observability/metrics`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getObservabilityMetricsUsage({ from: "2026-11-01" });
   * console.log(answer.series.length);
   * ```
   */
  getObservabilityMetricsUsage(
    parameters?: GetObservabilityMetricsUsageParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SeriesListRep"]>;

  /**
   * Sessions recorded by Observability.
   *
   * Time series of the number of observability sessions. Supports daily and monthly granularity.
   *
   * - Counts: things that happened (sessions). Only incremental points add up over time.
   * - Time on the wire: seconds
   * - Default start: start of the month
   * - Granularity: month_to_date: daily, monthly; incremental: daily; rolling_30d: daily
   * - Documented statuses: 200, 400, 401, 403, 404, 429
   *
   * `GET /api/v2/usage/observability/sessions`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getObservabilitySessionsUsage({ from: "2026-11-01" });
   * console.log(answer.series.length);
   * ```
   */
  getObservabilitySessionsUsage(
    parameters?: GetObservabilitySessionsUsageParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SeriesListRep"]>;

  /**
   * Traces recorded by Observability.
   *
   * Time series of the number of observability traces. Supports daily and monthly granularity.
   *
   * - Counts: things that happened (traces). Only incremental points add up over time.
   * - Time on the wire: seconds
   * - Default start: start of the month
   * - Granularity: month_to_date: daily, monthly; incremental: daily; rolling_30d: daily
   * - Documented statuses: 200, 400, 401, 403, 404, 429
   *
   * `GET /api/v2/usage/observability/traces`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getObservabilityTracesUsage({ from: "2026-11-01" });
   * console.log(answer.series.length);
   * ```
   */
  getObservabilityTracesUsage(
    parameters?: GetObservabilityTracesUsageParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SeriesListRep"]>;

  /**
   * Minutes of service connections, the measure of server-side SDK instances.
   *
   * Time series of the number of service connection minutes of the account. The supported granularity varies by aggregation type. The maximum time range is 365 days.
   *
   * - Counts: things that happened (minutes). Only incremental points add up over time. Groups add up.
   * - Time on the wire: milliseconds
   * - Default start: start of the month
   * - Longest range: 365 days
   * - Granularity: month_to_date: hourly, daily, monthly; incremental: hourly, daily
   * - Groups: projectId, environmentId, connectionType, relayVersion, sdkName, sdkVersion, sdkType
   * - Documented statuses: 200, 400, 401, 403, 429, 503
   *
   * `GET /api/v2/usage/service-connections`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getServiceConnectionsUsage({ from: "2026-11-01", groupBy: "projectId" });
   * console.log(answer.series.length);
   * ```
   */
  getServiceConnectionsUsage(
    parameters?: GetServiceConnectionsUsageParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SeriesListRepFloat"]>;

  /**
   * Streaming connections of client-side or server-side SDKs.
   *
   * Time series of the number of streaming connections to LaunchDarkly in each time period. The granularity of the data depends on its age: a requested range within the past two hours gives minutely data, a range within the past two days gives hourly data, and any other range gives daily data.
   *
   * - Counts: things that are alive at a time (connections). Points do not add up over time.
   * - Time on the wire: milliseconds (assumed)
   * - Default start: 30 days ago
   * - Granularity: by age: minutely, hourly, daily
   * - Documented statuses: 200, 400, 401, 403, 404, 429
   *
   * `GET /api/v2/usage/streams/{source}`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getStreamUsage({ source: "client", from: "2026-11-01" });
   * console.log(answer.series.length);
   * ```
   */
  getStreamUsage(
    parameters: GetStreamUsageParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SeriesListRep"]>;

  /**
   * Streaming connections by SDK and version.
   *
   * Several series of the number of streaming connections to LaunchDarkly in each time period, separated by SDK type and version; the metadata array says what each one is. The granularity of the data depends on its age: a requested range within the past two hours gives minutely data, a range within the past two days gives hourly data, and any other range gives daily data.
   *
   * - Counts: things that are alive at a time (connections). Points do not add up over time. Whether groups add up is not known.
   * - Time on the wire: milliseconds (assumed)
   * - Default start: 24 hours ago
   * - Granularity: by age: minutely, hourly, daily
   * - Groups: always: sdk, version, source
   * - Documented statuses: 200, 400, 401, 403, 404, 429
   *
   * `GET /api/v2/usage/streams/{source}/bysdkversion`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getStreamUsageBySdkVersion({ source: "client", from: "2026-11-01" });
   * console.log(answer.series.length);
   * ```
   */
  getStreamUsageBySdkVersion(
    parameters: GetStreamUsageBySdkVersionParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SeriesListRep"]>;

  /**
   * SDK versions that connected in the past 60 days.
   *
   * List of SDK name and version pairs: all the SDKs that connected to LaunchDarkly from the account in the past 60 days.
   *
   * - Counts: names, no numbers. A list: there is nothing to add.
   * - Time on the wire: no range
   * - Granularity: none
   * - Documented statuses: 200, 401, 403, 429
   *
   * `GET /api/v2/usage/streams/{source}/sdkversions`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getStreamUsageSdkversion({ source: "client" });
   * console.log(answer.sdkVersions.length);
   * ```
   */
  getStreamUsageSdkversion(
    parameters: GetStreamUsageSdkversionParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SdkVersionListRep"]>;

  /**
   * Usage of Vega AI.
   *
   * Time series of Vega AI usage. Supports daily and monthly granularity.
   *
   * - Counts: things that happened. Only incremental points add up over time.
   * - Time on the wire: seconds
   * - Default start: start of the month
   * - Granularity: month_to_date: daily, monthly; incremental: daily; rolling_30d: daily
   * - Documented statuses: 200, 400, 401, 403, 404, 429
   *
   * `GET /api/v2/usage/vega-ai`
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   *
   * const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
   * const answer = await usage.getVegaAIUsage({ from: "2026-11-01" });
   * console.log(answer.series.length);
   * ```
   */
  getVegaAIUsage(
    parameters?: GetVegaAIUsageParameters,
    options?: CallOptions,
  ): Promise<components["schemas"]["SeriesListRep"]>;
}
