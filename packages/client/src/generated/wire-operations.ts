// Generated from spec/account-usage.json by `npm run generate`. Do not edit.

import type { WireOperation } from "../core/wire-operation.ts";

/** Contexts of every kind that client-side SDKs reported. */
export const getContextsClientsideUsage: WireOperation<"getContextsClientsideUsage"> = {
  operationId: "getContextsClientsideUsage",
  path: "/api/v2/usage/clientside-contexts",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
  maxRangeDays: 365,
};

/** Contexts of every kind that server-side SDKs reported. */
export const getContextsServersideUsage: WireOperation<"getContextsServersideUsage"> = {
  operationId: "getContextsServersideUsage",
  path: "/api/v2/usage/serverside-contexts",
  timeUnit: "s",
  rangeStart: "from",
  rangeEnd: "to",
  maxRangeDays: 365,
};

/** Contexts of every kind, from all SDKs. */
export const getContextsTotalUsage: WireOperation<"getContextsTotalUsage"> = {
  operationId: "getContextsTotalUsage",
  path: "/api/v2/usage/total-contexts",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
  maxRangeDays: 365,
};

/** Events sent by Data Export. */
export const getDataExportEventsUsage: WireOperation<"getDataExportEventsUsage"> = {
  operationId: "getDataExportEventsUsage",
  path: "/api/v2/usage/data-export-events",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
  maxRangeDays: 365,
};

/** Evaluations of one flag in one environment, by variation. */
export const getEvaluationsUsage: WireOperation<"getEvaluationsUsage"> = {
  operationId: "getEvaluationsUsage",
  path: "/api/v2/usage/evaluations/{projectKey}/{environmentKey}/{featureFlagKey}",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
};

/** Events received from SDKs, or published. */
export const getEventsUsage: WireOperation<"getEventsUsage"> = {
  operationId: "getEventsUsage",
  path: "/api/v2/usage/events/{type}",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
};

/** Events received by Experimentation. */
export const getExperimentationEventsUsage: WireOperation<"getExperimentationEventsUsage"> = {
  operationId: "getExperimentationEventsUsage",
  path: "/api/v2/usage/experimentation-events",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
  maxRangeDays: 365,
};

/** Keys that took part in experiments, counted once in each experiment. */
export const getExperimentationKeysUsage: WireOperation<"getExperimentationKeysUsage"> = {
  operationId: "getExperimentationKeysUsage",
  path: "/api/v2/usage/experimentation-keys",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
  maxRangeDays: 365,
};

/** Monthly active users of the primary context kind that client-side SDKs reported. */
export const getMAUClientsideUsage: WireOperation<"getMAUClientsideUsage"> = {
  operationId: "getMAUClientsideUsage",
  path: "/api/v2/usage/clientside-mau",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
  maxRangeDays: 365,
};

/** Monthly active users of the primary context kind, from all SDKs. */
export const getMAUTotalUsage: WireOperation<"getMAUTotalUsage"> = {
  operationId: "getMAUTotalUsage",
  path: "/api/v2/usage/total-mau",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
  maxRangeDays: 365,
};

/** SDKs that had monthly active users. */
export const getMauSdksByType: WireOperation<"getMauSdksByType"> = {
  operationId: "getMauSdksByType",
  path: "/api/v2/usage/mau/sdks",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
};

/** Monthly active users in the way that predates contexts. */
export const getMauUsage: WireOperation<"getMauUsage"> = {
  operationId: "getMauUsage",
  path: "/api/v2/usage/mau",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
};

/** Monthly active users by browser, mobile and backend, in the way that predates contexts. */
export const getMauUsageByCategory: WireOperation<"getMauUsageByCategory"> = {
  operationId: "getMauUsageByCategory",
  path: "/api/v2/usage/mau/bycategory",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
};

/** Errors recorded by Observability. */
export const getObservabilityErrorsUsage: WireOperation<"getObservabilityErrorsUsage"> = {
  operationId: "getObservabilityErrorsUsage",
  path: "/api/v2/usage/observability/errors",
  timeUnit: "s",
  rangeStart: "from",
  rangeEnd: "to",
};

/** Log records of Observability. */
export const getObservabilityLogsUsage: WireOperation<"getObservabilityLogsUsage"> = {
  operationId: "getObservabilityLogsUsage",
  path: "/api/v2/usage/observability/logs",
  timeUnit: "s",
  rangeStart: "from",
  rangeEnd: "to",
};

/** Metrics recorded by Observability. */
export const getObservabilityMetricsUsage: WireOperation<"getObservabilityMetricsUsage"> = {
  operationId: "getObservabilityMetricsUsage",
  path: "/api/v2/usage/observability/metrics",
  timeUnit: "s",
  rangeStart: "from",
  rangeEnd: "to",
};

/** Sessions recorded by Observability. */
export const getObservabilitySessionsUsage: WireOperation<"getObservabilitySessionsUsage"> = {
  operationId: "getObservabilitySessionsUsage",
  path: "/api/v2/usage/observability/sessions",
  timeUnit: "s",
  rangeStart: "from",
  rangeEnd: "to",
};

/** Traces recorded by Observability. */
export const getObservabilityTracesUsage: WireOperation<"getObservabilityTracesUsage"> = {
  operationId: "getObservabilityTracesUsage",
  path: "/api/v2/usage/observability/traces",
  timeUnit: "s",
  rangeStart: "from",
  rangeEnd: "to",
};

/** Minutes of service connections, the measure of server-side SDK instances. */
export const getServiceConnectionsUsage: WireOperation<"getServiceConnectionsUsage"> = {
  operationId: "getServiceConnectionsUsage",
  path: "/api/v2/usage/service-connections",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
  maxRangeDays: 365,
};

/** Streaming connections of client-side or server-side SDKs. */
export const getStreamUsage: WireOperation<"getStreamUsage"> = {
  operationId: "getStreamUsage",
  path: "/api/v2/usage/streams/{source}",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
};

/** Streaming connections by SDK and version. */
export const getStreamUsageBySdkVersion: WireOperation<"getStreamUsageBySdkVersion"> = {
  operationId: "getStreamUsageBySdkVersion",
  path: "/api/v2/usage/streams/{source}/bysdkversion",
  timeUnit: "ms",
  rangeStart: "from",
  rangeEnd: "to",
};

/** SDK versions that connected in the past 60 days. */
export const getStreamUsageSdkversion: WireOperation<"getStreamUsageSdkversion"> = {
  operationId: "getStreamUsageSdkversion",
  path: "/api/v2/usage/streams/{source}/sdkversions",
};

/** Usage of Vega AI. */
export const getVegaAIUsage: WireOperation<"getVegaAIUsage"> = {
  operationId: "getVegaAIUsage",
  path: "/api/v2/usage/vega-ai",
  timeUnit: "s",
  rangeStart: "from",
  rangeEnd: "to",
};
