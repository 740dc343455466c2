// Generated from spec/account-usage.json by `npm run generate`. Do not edit.

import { deepFreeze } from "../deep-freeze.ts";
import type { OperationDescriptor, ServiceDescriptor } from "../descriptor.ts";
import {
  getContextsClientsideUsage,
  getContextsServersideUsage,
  getContextsTotalUsage,
  getDataExportEventsUsage,
  getEvaluationsUsage,
  getEventsUsage,
  getExperimentationEventsUsage,
  getExperimentationKeysUsage,
  getMAUClientsideUsage,
  getMAUTotalUsage,
  getMauSdksByType,
  getMauUsage,
  getMauUsageByCategory,
  getObservabilityErrorsUsage,
  getObservabilityLogsUsage,
  getObservabilityMetricsUsage,
  getObservabilitySessionsUsage,
  getObservabilityTracesUsage,
  getServiceConnectionsUsage,
  getStreamUsage,
  getStreamUsageBySdkVersion,
  getStreamUsageSdkversion,
  getVegaAIUsage,
} from "./operations.ts";
import type { OperationParameters } from "./parameters.ts";

/** The facts of every operation, by operation id. */
export const catalog: Readonly<Record<keyof OperationParameters, OperationDescriptor>> = /* @__PURE__ */ Object.freeze({
  getContextsClientsideUsage,
  getContextsServersideUsage,
  getContextsTotalUsage,
  getDataExportEventsUsage,
  getEvaluationsUsage,
  getEventsUsage,
  getExperimentationEventsUsage,
  getExperimentationKeysUsage,
  getMAUClientsideUsage,
  getMAUTotalUsage,
  getMauSdksByType,
  getMauUsage,
  getMauUsageByCategory,
  getObservabilityErrorsUsage,
  getObservabilityLogsUsage,
  getObservabilityMetricsUsage,
  getObservabilitySessionsUsage,
  getObservabilityTracesUsage,
  getServiceConnectionsUsage,
  getStreamUsage,
  getStreamUsageBySdkVersion,
  getStreamUsageSdkversion,
  getVegaAIUsage,
});

/** The facts about the service as a whole. */
export const service: ServiceDescriptor = /* @__PURE__ */ deepFreeze({
  servers: {
    us: "https://app.launchdarkly.com",
    eu: "https://app.eu.launchdarkly.com",
    federal: "https://app.launchdarkly.us",
  },
  authenticationHeader: "Authorization",
  versionHeader: "LD-API-Version",
  versionValue: "beta",
  minutesPerServiceConnection: 43800,
});
