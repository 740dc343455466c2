// Generated from spec/account-usage.json by `npm run generate`. Do not edit.

import type { WireOperation } from "../core/wire-operation.ts";

/**
 * Contexts of every kind that client-side SDKs reported.
 *
 * @example
 * ```ts
 * import { getContextsClientsideUsage } from "@ldusage/client/core";
 *
 * getContextsClientsideUsage.operationId; //=> "getContextsClientsideUsage"
 * ```
 */
export const getContextsClientsideUsage: WireOperation<"getContextsClientsideUsage"> = {
  operationId: "getContextsClientsideUsage",
  path: "/api/v2/usage/clientside-contexts",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
  maxRangeDays: 365,
};

/**
 * Contexts of every kind that server-side SDKs reported.
 *
 * @example
 * ```ts
 * import { getContextsServersideUsage } from "@ldusage/client/core";
 *
 * getContextsServersideUsage.operationId; //=> "getContextsServersideUsage"
 * ```
 */
export const getContextsServersideUsage: WireOperation<"getContextsServersideUsage"> = {
  operationId: "getContextsServersideUsage",
  path: "/api/v2/usage/serverside-contexts",
  timeUnit: "s",
  rangeStart: "from",
  rangeEnd: "to",
  maxRangeDays: 365,
};

/**
 * Contexts of every kind, from all SDKs.
 *
 * @example
 * ```ts
 * import { getContextsTotalUsage } from "@ldusage/client/core";
 *
 * getContextsTotalUsage.operationId; //=> "getContextsTotalUsage"
 * ```
 */
export const getContextsTotalUsage: WireOperation<"getContextsTotalUsage"> = {
  operationId: "getContextsTotalUsage",
  path: "/api/v2/usage/total-contexts",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
  maxRangeDays: 365,
};

/**
 * Events sent by Data Export.
 *
 * @example
 * ```ts
 * import { getDataExportEventsUsage } from "@ldusage/client/core";
 *
 * getDataExportEventsUsage.operationId; //=> "getDataExportEventsUsage"
 * ```
 */
export const getDataExportEventsUsage: WireOperation<"getDataExportEventsUsage"> = {
  operationId: "getDataExportEventsUsage",
  path: "/api/v2/usage/data-export-events",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
  maxRangeDays: 365,
};

/**
 * Evaluations of one flag in one environment, by variation.
 *
 * @example
 * ```ts
 * import { getEvaluationsUsage } from "@ldusage/client/core";
 *
 * getEvaluationsUsage.operationId; //=> "getEvaluationsUsage"
 * ```
 */
export const getEvaluationsUsage: WireOperation<"getEvaluationsUsage"> = {
  operationId: "getEvaluationsUsage",
  path: "/api/v2/usage/evaluations/{projectKey}/{environmentKey}/{featureFlagKey}",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
};

/**
 * Events received from SDKs, or published.
 *
 * @example
 * ```ts
 * import { getEventsUsage } from "@ldusage/client/core";
 *
 * getEventsUsage.operationId; //=> "getEventsUsage"
 * ```
 */
export const getEventsUsage: WireOperation<"getEventsUsage"> = {
  operationId: "getEventsUsage",
  path: "/api/v2/usage/events/{type}",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
};

/**
 * Events received by Experimentation.
 *
 * @example
 * ```ts
 * import { getExperimentationEventsUsage } from "@ldusage/client/core";
 *
 * getExperimentationEventsUsage.operationId; //=> "getExperimentationEventsUsage"
 * ```
 */
export const getExperimentationEventsUsage: WireOperation<"getExperimentationEventsUsage"> = {
  operationId: "getExperimentationEventsUsage",
  path: "/api/v2/usage/experimentation-events",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
  maxRangeDays: 365,
};

/**
 * Keys that took part in experiments, counted once in each experiment.
 *
 * @example
 * ```ts
 * import { getExperimentationKeysUsage } from "@ldusage/client/core";
 *
 * getExperimentationKeysUsage.operationId; //=> "getExperimentationKeysUsage"
 * ```
 */
export const getExperimentationKeysUsage: WireOperation<"getExperimentationKeysUsage"> = {
  operationId: "getExperimentationKeysUsage",
  path: "/api/v2/usage/experimentation-keys",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
  maxRangeDays: 365,
};

/**
 * Monthly active users of the primary context kind that client-side SDKs reported.
 *
 * @example
 * ```ts
 * import { getMAUClientsideUsage } from "@ldusage/client/core";
 *
 * getMAUClientsideUsage.operationId; //=> "getMAUClientsideUsage"
 * ```
 */
export const getMAUClientsideUsage: WireOperation<"getMAUClientsideUsage"> = {
  operationId: "getMAUClientsideUsage",
  path: "/api/v2/usage/clientside-mau",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
  maxRangeDays: 365,
};

/**
 * Monthly active users of the primary context kind, from all SDKs.
 *
 * @example
 * ```ts
 * import { getMAUTotalUsage } from "@ldusage/client/core";
 *
 * getMAUTotalUsage.operationId; //=> "getMAUTotalUsage"
 * ```
 */
export const getMAUTotalUsage: WireOperation<"getMAUTotalUsage"> = {
  operationId: "getMAUTotalUsage",
  path: "/api/v2/usage/total-mau",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
  maxRangeDays: 365,
};

/**
 * SDKs that had monthly active users.
 *
 * @example
 * ```ts
 * import { getMauSdksByType } from "@ldusage/client/core";
 *
 * getMauSdksByType.operationId; //=> "getMauSdksByType"
 * ```
 */
export const getMauSdksByType: WireOperation<"getMauSdksByType"> = {
  operationId: "getMauSdksByType",
  path: "/api/v2/usage/mau/sdks",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
};

/**
 * Monthly active users in the way that predates contexts.
 *
 * @example
 * ```ts
 * import { getMauUsage } from "@ldusage/client/core";
 *
 * getMauUsage.operationId; //=> "getMauUsage"
 * ```
 */
export const getMauUsage: WireOperation<"getMauUsage"> = {
  operationId: "getMauUsage",
  path: "/api/v2/usage/mau",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
};

/**
 * Monthly active users by browser, mobile and backend, in the way that predates contexts.
 *
 * @example
 * ```ts
 * import { getMauUsageByCategory } from "@ldusage/client/core";
 *
 * getMauUsageByCategory.operationId; //=> "getMauUsageByCategory"
 * ```
 */
export const getMauUsageByCategory: WireOperation<"getMauUsageByCategory"> = {
  operationId: "getMauUsageByCategory",
  path: "/api/v2/usage/mau/bycategory",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
};

/**
 * Errors recorded by Observability.
 *
 * @example
 * ```ts
 * import { getObservabilityErrorsUsage } from "@ldusage/client/core";
 *
 * getObservabilityErrorsUsage.operationId; //=> "getObservabilityErrorsUsage"
 * ```
 */
export const getObservabilityErrorsUsage: WireOperation<"getObservabilityErrorsUsage"> = {
  operationId: "getObservabilityErrorsUsage",
  path: "/api/v2/usage/observability/errors",
  timeUnit: "s",
  rangeStart: "from",
  rangeEnd: "to",
};

/**
 * Log records of Observability.
 *
 * @example
 * ```ts
 * import { getObservabilityLogsUsage } from "@ldusage/client/core";
 *
 * getObservabilityLogsUsage.operationId; //=> "getObservabilityLogsUsage"
 * ```
 */
export const getObservabilityLogsUsage: WireOperation<"getObservabilityLogsUsage"> = {
  operationId: "getObservabilityLogsUsage",
  path: "/api/v2/usage/observability/logs",
  timeUnit: "s",
  rangeStart: "from",
  rangeEnd: "to",
};

/**
 * Metrics recorded by Observability.
 *
 * @example
 * ```ts
 * import { getObservabilityMetricsUsage } from "@ldusage/client/core";
 *
 * getObservabilityMetricsUsage.operationId; //=> "getObservabilityMetricsUsage"
 * ```
 */
export const getObservabilityMetricsUsage: WireOperation<"getObservabilityMetricsUsage"> = {
  operationId: "getObservabilityMetricsUsage",
  path: "/api/v2/usage/observability/metrics",
  timeUnit: "s",
  rangeStart: "from",
  rangeEnd: "to",
};

/**
 * Sessions recorded by Observability.
 *
 * @example
 * ```ts
 * import { getObservabilitySessionsUsage } from "@ldusage/client/core";
 *
 * getObservabilitySessionsUsage.operationId; //=> "getObservabilitySessionsUsage"
 * ```
 */
export const getObservabilitySessionsUsage: WireOperation<"getObservabilitySessionsUsage"> = {
  operationId: "getObservabilitySessionsUsage",
  path: "/api/v2/usage/observability/sessions",
  timeUnit: "s",
  rangeStart: "from",
  rangeEnd: "to",
};

/**
 * Traces recorded by Observability.
 *
 * @example
 * ```ts
 * import { getObservabilityTracesUsage } from "@ldusage/client/core";
 *
 * getObservabilityTracesUsage.operationId; //=> "getObservabilityTracesUsage"
 * ```
 */
export const getObservabilityTracesUsage: WireOperation<"getObservabilityTracesUsage"> = {
  operationId: "getObservabilityTracesUsage",
  path: "/api/v2/usage/observability/traces",
  timeUnit: "s",
  rangeStart: "from",
  rangeEnd: "to",
};

/**
 * Minutes of service connections, the measure of server-side SDK instances.
 *
 * @example
 * ```ts
 * import { getServiceConnectionsUsage } from "@ldusage/client/core";
 *
 * getServiceConnectionsUsage.operationId; //=> "getServiceConnectionsUsage"
 * ```
 */
export const getServiceConnectionsUsage: WireOperation<"getServiceConnectionsUsage"> = {
  operationId: "getServiceConnectionsUsage",
  path: "/api/v2/usage/service-connections",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
  maxRangeDays: 365,
};

/**
 * Streaming connections of client-side or server-side SDKs.
 *
 * @example
 * ```ts
 * import { getStreamUsage } from "@ldusage/client/core";
 *
 * getStreamUsage.operationId; //=> "getStreamUsage"
 * ```
 */
export const getStreamUsage: WireOperation<"getStreamUsage"> = {
  operationId: "getStreamUsage",
  path: "/api/v2/usage/streams/{source}",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
};

/**
 * Streaming connections by SDK and version.
 *
 * @example
 * ```ts
 * import { getStreamUsageBySdkVersion } from "@ldusage/client/core";
 *
 * getStreamUsageBySdkVersion.operationId; //=> "getStreamUsageBySdkVersion"
 * ```
 */
export const getStreamUsageBySdkVersion: WireOperation<"getStreamUsageBySdkVersion"> = {
  operationId: "getStreamUsageBySdkVersion",
  path: "/api/v2/usage/streams/{source}/bysdkversion",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
};

/**
 * SDK versions that connected in the past 60 days.
 *
 * @example
 * ```ts
 * import { getStreamUsageSdkversion } from "@ldusage/client/core";
 *
 * getStreamUsageSdkversion.operationId; //=> "getStreamUsageSdkversion"
 * ```
 */
export const getStreamUsageSdkversion: WireOperation<"getStreamUsageSdkversion"> = {
  operationId: "getStreamUsageSdkversion",
  path: "/api/v2/usage/streams/{source}/sdkversions",
};

/**
 * Usage of Vega AI.
 *
 * @example
 * ```ts
 * import { getVegaAIUsage } from "@ldusage/client/core";
 *
 * getVegaAIUsage.operationId; //=> "getVegaAIUsage"
 * ```
 */
export const getVegaAIUsage: WireOperation<"getVegaAIUsage"> = {
  operationId: "getVegaAIUsage",
  path: "/api/v2/usage/vega-ai",
  timeUnit: "s",
  rangeStart: "from",
  rangeEnd: "to",
};
