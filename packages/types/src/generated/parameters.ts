// Generated from spec/account-usage.json by `npm run generate`. Do not edit.

import type { TimeInput } from "../time-input.ts";
import type { components } from "./schema.ts";

/** What may be given as `aggregationType` and `granularity` together. */
export type AggregationTypeGranularityChoice1 =
  | {
      /** The aggregation method. Defaults to `month_to_date`. Valid values: `month_to_date`, `incremental`, `rolling_30d`. */
      readonly aggregationType?: "month_to_date" | undefined;
      /** The granularity of the data. Defaults to `daily`. Valid values depend on `aggregationType`: month_to_date supports `daily` and `monthly`; incremental and rolling_30d support `daily` only. */
      readonly granularity?: "daily" | "monthly" | undefined;
    }
  | {
      /** The aggregation method. Defaults to `month_to_date`. Valid values: `month_to_date`, `incremental`, `rolling_30d`. */
      readonly aggregationType?: "month_to_date" | "incremental" | "rolling_30d" | undefined;
      /** The granularity of the data. Defaults to `daily`. Valid values depend on `aggregationType`: month_to_date supports `daily` and `monthly`; incremental and rolling_30d support `daily` only. */
      readonly granularity?: "daily" | undefined;
    };

/** What may be given as `projectKey` and `environmentKey` together. */
export type ProjectKeyEnvironmentKeyChoice2 =
  | {
      /** A project key to filter by. Can be specified multiple times, one query parameter per project key. */
      readonly projectKey?: string | readonly string[] | undefined;
      /** An environment key to filter by. Requires that exactly one `projectKey` is given. Can be specified multiple times, one query parameter per environment key. */
      readonly environmentKey?: undefined;
    }
  | {
      /** A project key to filter by. Can be specified multiple times, one query parameter per project key. */
      readonly projectKey: string | readonly [string];
      /** An environment key to filter by. Requires that exactly one `projectKey` is given. Can be specified multiple times, one query parameter per environment key. */
      readonly environmentKey: string | readonly string[];
    };

/** What may be given as `aggregationType` and `granularity` together. */
export type AggregationTypeGranularityChoice3 =
  | {
      /** The aggregation method. Defaults to `month_to_date`. Valid values: `month_to_date`, `incremental`. */
      readonly aggregationType?: "month_to_date" | undefined;
      /** The granularity of the data. Defaults to `daily`. `monthly` granularity is only supported with the month_to_date aggregation type. Valid values: `daily`, `hourly`, `monthly`. */
      readonly granularity?: "hourly" | "daily" | "monthly" | undefined;
    }
  | {
      /** The aggregation method. Defaults to `month_to_date`. Valid values: `month_to_date`, `incremental`. */
      readonly aggregationType?: "month_to_date" | "incremental" | undefined;
      /** The granularity of the data. Defaults to `daily`. `monthly` granularity is only supported with the month_to_date aggregation type. Valid values: `daily`, `hourly`, `monthly`. */
      readonly granularity?: "hourly" | "daily" | undefined;
    };

/** What may be given as `project` and `environment` together. */
export type ProjectEnvironmentChoice4 =
  | {
      /** A project key to filter by. Can be specified multiple times, one query parameter per project key. */
      readonly project?: string | readonly string[] | undefined;
      /** An environment key to filter by. Requires that exactly one project key is given. Can be specified multiple times, as separate query parameters, for several environments of one project. */
      readonly environment?: undefined;
    }
  | {
      /** A project key to filter by. Can be specified multiple times, one query parameter per project key. */
      readonly project: string | readonly [string];
      /** An environment key to filter by. Requires that exactly one project key is given. Can be specified multiple times, as separate query parameters, for several environments of one project. */
      readonly environment: string | readonly string[];
    };

/** Parameters of `getContextsClientsideUsage` that do not depend on each other. */
export interface GetContextsClientsideUsageFilters {
  /** Start of the range. Defaults to start of the month. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
  /** A context kind to filter by. Can be specified multiple times, one query parameter per context kind. */
  readonly contextKind?: string | readonly string[] | undefined;
  /** An SDK name to filter by. Can be specified multiple times, one query parameter per SDK name. */
  readonly sdkName?: string | readonly string[] | undefined;
  /** An anonymous value to filter by. Can be specified multiple times, one query parameter per anonymous value. Valid values: `true`, `false`. */
  readonly anonymous?: "true" | "false" | readonly ("true" | "false")[] | undefined;
  /** Returns one series for each distinct value of this field. `contextKind` is always included as a grouping dimension. Can be specified multiple times, one query parameter per dimension, to group by several dimensions. Valid values: `projectId`, `environmentId`, `sdkName`, `sdkAppId`, `anonymousV2`. */
  readonly groupBy?: "projectId" | "environmentId" | "sdkName" | "sdkAppId" | "anonymousV2" | readonly ("projectId" | "environmentId" | "sdkName" | "sdkAppId" | "anonymousV2")[] | undefined;
}

/** Parameters of `getContextsClientsideUsage`. */
export type GetContextsClientsideUsageParameters = GetContextsClientsideUsageFilters & AggregationTypeGranularityChoice1 & ProjectKeyEnvironmentKeyChoice2;

/** Parameters of `getContextsServersideUsage` that do not depend on each other. */
export interface GetContextsServersideUsageFilters {
  /** Start of the range. Defaults to start of the month. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
  /** A context kind to filter by. Can be specified multiple times, one query parameter per context kind. */
  readonly contextKind?: string | readonly string[] | undefined;
  /** An SDK name to filter by. Can be specified multiple times, one query parameter per SDK name. */
  readonly sdkName?: string | readonly string[] | undefined;
  /** An anonymous value to filter by. Can be specified multiple times, one query parameter per anonymous value. Valid values: `true`, `false`. */
  readonly anonymous?: "true" | "false" | readonly ("true" | "false")[] | undefined;
  /** Returns one series for each distinct value of this field. `contextKind` is always included as a grouping dimension. Can be specified multiple times, one query parameter per dimension, to group by several dimensions. Valid values: `projectId`, `environmentId`, `sdkName`, `sdkAppId`, `anonymousV2`. */
  readonly groupBy?: "projectId" | "environmentId" | "sdkName" | "sdkAppId" | "anonymousV2" | readonly ("projectId" | "environmentId" | "sdkName" | "sdkAppId" | "anonymousV2")[] | undefined;
}

/** Parameters of `getContextsServersideUsage`. */
export type GetContextsServersideUsageParameters = GetContextsServersideUsageFilters & AggregationTypeGranularityChoice1 & ProjectKeyEnvironmentKeyChoice2;

/** Parameters of `getContextsTotalUsage` that do not depend on each other. */
export interface GetContextsTotalUsageFilters {
  /** Start of the range. Defaults to start of the month. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
  /** A context kind to filter by. Can be specified multiple times, one query parameter per context kind. */
  readonly contextKind?: string | readonly string[] | undefined;
  /** An SDK name to filter by. Can be specified multiple times, one query parameter per SDK name. */
  readonly sdkName?: string | readonly string[] | undefined;
  /** An SDK type to filter by. Can be specified multiple times, one query parameter per SDK type. */
  readonly sdkType?: string | readonly string[] | undefined;
  /** An anonymous value to filter by. Can be specified multiple times, one query parameter per anonymous value. Valid values: `true`, `false`. */
  readonly anonymous?: "true" | "false" | readonly ("true" | "false")[] | undefined;
  /** Returns one series for each distinct value of this field. `contextKind` is always included as a grouping dimension. Can be specified multiple times, one query parameter per dimension, to group by several dimensions. Valid values: `projectId`, `environmentId`, `sdkName`, `sdkType`, `sdkAppId`, `anonymousV2`. */
  readonly groupBy?: "projectId" | "environmentId" | "sdkName" | "sdkType" | "sdkAppId" | "anonymousV2" | readonly ("projectId" | "environmentId" | "sdkName" | "sdkType" | "sdkAppId" | "anonymousV2")[] | undefined;
}

/** Parameters of `getContextsTotalUsage`. */
export type GetContextsTotalUsageParameters = GetContextsTotalUsageFilters & AggregationTypeGranularityChoice1 & ProjectKeyEnvironmentKeyChoice2;

/** Parameters of `getDataExportEventsUsage` that do not depend on each other. */
export interface GetDataExportEventsUsageFilters {
  /** Start of the range. Defaults to start of the month. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
  /** An event kind to filter by. Can be specified multiple times, one query parameter per event kind. */
  readonly eventKind?: string | readonly string[] | undefined;
  /** Returns one series for each distinct value of this field. Can be specified multiple times, one query parameter per dimension, to group by several dimensions. Valid values: `environmentId`, `eventKind`. */
  readonly groupBy?: "environmentId" | "eventKind" | readonly ("environmentId" | "eventKind")[] | undefined;
}

/** Parameters of `getDataExportEventsUsage`. */
export type GetDataExportEventsUsageParameters = GetDataExportEventsUsageFilters & AggregationTypeGranularityChoice3 & ProjectKeyEnvironmentKeyChoice2;

/** Parameters of `getEvaluationsUsage`. */
export interface GetEvaluationsUsageParameters {
  /** The project key */
  readonly projectKey: string;
  /** The environment key */
  readonly environmentKey: string;
  /** The feature flag key */
  readonly featureFlagKey: string;
  /** Start of the range. Defaults to 30 days ago. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
  /** The timezone to use for the breaks between days when daily data is returned. */
  readonly tz?: string | undefined;
}

/** Parameters of `getEventsUsage`. */
export interface GetEventsUsageParameters {
  /** The type of event to count. Must be either `received` or `published`. */
  readonly type: "received" | "published";
  /** Start of the range. Defaults to 24 hours ago. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
}

/** Parameters of `getExperimentationEventsUsage` that do not depend on each other. */
export interface GetExperimentationEventsUsageFilters {
  /** Start of the range. Defaults to start of the month. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
  /** An event key to filter by. Can be specified multiple times, one query parameter per event key. */
  readonly eventKey?: string | readonly string[] | undefined;
  /** An event kind to filter by. Can be specified multiple times, one query parameter per event kind. */
  readonly eventKind?: string | readonly string[] | undefined;
  /** Returns one series for each distinct value of this field. Can be specified multiple times, one query parameter per dimension, to group by several dimensions. Valid values: `environmentId`, `eventKey`, `eventKind`. */
  readonly groupBy?: "environmentId" | "eventKey" | "eventKind" | readonly ("environmentId" | "eventKey" | "eventKind")[] | undefined;
}

/** Parameters of `getExperimentationEventsUsage`. */
export type GetExperimentationEventsUsageParameters = GetExperimentationEventsUsageFilters & AggregationTypeGranularityChoice3 & ProjectKeyEnvironmentKeyChoice2;

/** Parameters of `getExperimentationKeysUsage` that do not depend on each other. */
export interface GetExperimentationKeysUsageFilters {
  /** Start of the range. Defaults to start of the month. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
  /** An experiment ID to filter by. Can be specified multiple times, one query parameter per experiment ID. */
  readonly experimentId?: string | readonly string[] | undefined;
  /** Returns one series for each distinct value of this field. Can be specified multiple times, one query parameter per dimension, to group by several dimensions. Valid values: `projectId`, `environmentId`, `experimentId`. */
  readonly groupBy?: "projectId" | "environmentId" | "experimentId" | readonly ("projectId" | "environmentId" | "experimentId")[] | undefined;
}

/** Parameters of `getExperimentationKeysUsage`. */
export type GetExperimentationKeysUsageParameters = GetExperimentationKeysUsageFilters & AggregationTypeGranularityChoice3 & ProjectKeyEnvironmentKeyChoice2;

/** Parameters of `getMAUClientsideUsage` that do not depend on each other. */
export interface GetMAUClientsideUsageFilters {
  /** Start of the range. Defaults to start of the month. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
  /** An SDK name to filter by. Can be specified multiple times, one query parameter per SDK name. */
  readonly sdkName?: string | readonly string[] | undefined;
  /** An anonymous value to filter by. Can be specified multiple times, one query parameter per anonymous value. Valid values: `true`, `false`. */
  readonly anonymous?: "true" | "false" | readonly ("true" | "false")[] | undefined;
  /** Returns one series for each distinct value of this field. Can be specified multiple times, one query parameter per dimension, to group by several dimensions. Valid values: `projectId`, `environmentId`, `sdkName`, `sdkAppId`, `anonymousV2`. */
  readonly groupBy?: "projectId" | "environmentId" | "sdkName" | "sdkAppId" | "anonymousV2" | readonly ("projectId" | "environmentId" | "sdkName" | "sdkAppId" | "anonymousV2")[] | undefined;
}

/** Parameters of `getMAUClientsideUsage`. */
export type GetMAUClientsideUsageParameters = GetMAUClientsideUsageFilters & AggregationTypeGranularityChoice1 & ProjectKeyEnvironmentKeyChoice2;

/** Parameters of `getMAUTotalUsage` that do not depend on each other. */
export interface GetMAUTotalUsageFilters {
  /** Start of the range. Defaults to start of the month. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
  /** An SDK name to filter by. Can be specified multiple times, one query parameter per SDK name. */
  readonly sdkName?: string | readonly string[] | undefined;
  /** An SDK type to filter by. Can be specified multiple times, one query parameter per SDK type. */
  readonly sdkType?: string | readonly string[] | undefined;
  /** An anonymous value to filter by. Can be specified multiple times, one query parameter per anonymous value. Valid values: `true`, `false`. */
  readonly anonymous?: "true" | "false" | readonly ("true" | "false")[] | undefined;
  /** Returns one series for each distinct value of this field. Can be specified multiple times, one query parameter per dimension, to group by several dimensions. Valid values: `projectId`, `environmentId`, `sdkName`, `sdkType`, `sdkAppId`, `anonymousV2`. */
  readonly groupBy?: "projectId" | "environmentId" | "sdkName" | "sdkType" | "sdkAppId" | "anonymousV2" | readonly ("projectId" | "environmentId" | "sdkName" | "sdkType" | "sdkAppId" | "anonymousV2")[] | undefined;
}

/** Parameters of `getMAUTotalUsage`. */
export type GetMAUTotalUsageParameters = GetMAUTotalUsageFilters & AggregationTypeGranularityChoice1 & ProjectKeyEnvironmentKeyChoice2;

/** Parameters of `getMauSdksByType`. */
export interface GetMauSdksByTypeParameters {
  /** Start of the range. Defaults to 7 days ago. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
  /** The SDK type to list. Must be either `client` or `server`. */
  readonly sdktype?: "client" | "server" | undefined;
}

/** Parameters of `getMauUsage` that do not depend on each other. */
export interface GetMauUsageFilters {
  /** Start of the range. Defaults to 30 days ago. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
  /** An SDK type to filter by. Can be specified multiple times, one query parameter per SDK type. Valid values: client, server */
  readonly sdktype?: "client" | "server" | readonly ("client" | "server")[] | undefined;
  /** An SDK name to filter by. Can be specified multiple times, one query parameter per SDK. */
  readonly sdk?: string | readonly string[] | undefined;
  /** Filters to either anonymous or nonanonymous users. */
  readonly anonymous?: "true" | "false" | undefined;
  /** Returns one series for each distinct value of this field. Can be specified multiple times to group by several dimensions (for example, by both project and SDK). Valid values: project, environment, sdktype, sdk, anonymous, contextKind, sdkAppId */
  readonly groupby?: "project" | "environment" | "sdktype" | "sdk" | "anonymous" | "contextKind" | "sdkAppId" | readonly ("project" | "environment" | "sdktype" | "sdk" | "anonymous" | "contextKind" | "sdkAppId")[] | undefined;
  /** Asks for rolling 30-day, month-to-date, or daily incremental counts. Default is rolling 30-day. Valid values: rolling_30d, month_to_date, daily_incremental */
  readonly aggregationType?: "rolling_30d" | "month_to_date" | "daily_incremental" | undefined;
  /** Filters to the given context kinds. Can be specified multiple times, one query parameter per context kind. If not set, queries for the user context kind. */
  readonly contextKind?: string | readonly string[] | undefined;
}

/** Parameters of `getMauUsage`. */
export type GetMauUsageParameters = GetMauUsageFilters & ProjectEnvironmentChoice4;

/** Parameters of `getMauUsageByCategory`. */
export interface GetMauUsageByCategoryParameters {
  /** Start of the range. Defaults to 30 days ago. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
}

/** Parameters of `getObservabilityErrorsUsage` that do not depend on each other. */
export interface GetObservabilityErrorsUsageFilters {
  /** Start of the range. Defaults to start of the month. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
  /** A project key to filter by. Can be specified multiple times, one query parameter per project key. */
  readonly projectKey?: string | readonly string[] | undefined;
}

/** Parameters of `getObservabilityErrorsUsage`. */
export type GetObservabilityErrorsUsageParameters = GetObservabilityErrorsUsageFilters & AggregationTypeGranularityChoice1;

/** Parameters of `getObservabilityLogsUsage` that do not depend on each other. */
export interface GetObservabilityLogsUsageFilters {
  /** Start of the range. Defaults to start of the month. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
  /** A project key to filter by. Can be specified multiple times, one query parameter per project key. */
  readonly projectKey?: string | readonly string[] | undefined;
}

/** Parameters of `getObservabilityLogsUsage`. */
export type GetObservabilityLogsUsageParameters = GetObservabilityLogsUsageFilters & AggregationTypeGranularityChoice1;

/** Parameters of `getObservabilityMetricsUsage` that do not depend on each other. */
export interface GetObservabilityMetricsUsageFilters {
  /** Start of the range. Defaults to start of the month. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
  /** A project key to filter by. Can be specified multiple times, one query parameter per project key. */
  readonly projectKey?: string | readonly string[] | undefined;
}

/** Parameters of `getObservabilityMetricsUsage`. */
export type GetObservabilityMetricsUsageParameters = GetObservabilityMetricsUsageFilters & AggregationTypeGranularityChoice1;

/** Parameters of `getObservabilitySessionsUsage` that do not depend on each other. */
export interface GetObservabilitySessionsUsageFilters {
  /** Start of the range. Defaults to start of the month. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
  /** A project key to filter by. Can be specified multiple times, one query parameter per project key. */
  readonly projectKey?: string | readonly string[] | undefined;
}

/** Parameters of `getObservabilitySessionsUsage`. */
export type GetObservabilitySessionsUsageParameters = GetObservabilitySessionsUsageFilters & AggregationTypeGranularityChoice1;

/** Parameters of `getObservabilityTracesUsage` that do not depend on each other. */
export interface GetObservabilityTracesUsageFilters {
  /** Start of the range. Defaults to start of the month. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
  /** A project key to filter by. Can be specified multiple times, one query parameter per project key. */
  readonly projectKey?: string | readonly string[] | undefined;
}

/** Parameters of `getObservabilityTracesUsage`. */
export type GetObservabilityTracesUsageParameters = GetObservabilityTracesUsageFilters & AggregationTypeGranularityChoice1;

/** Parameters of `getServiceConnectionsUsage` that do not depend on each other. */
export interface GetServiceConnectionsUsageFilters {
  /** Start of the range. Defaults to start of the month. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
  /** A connection type to filter by. Can be specified multiple times, one query parameter per connection type. */
  readonly connectionType?: string | readonly string[] | undefined;
  /** A relay version to filter by. Can be specified multiple times, one query parameter per relay version. */
  readonly relayVersion?: string | readonly string[] | undefined;
  /** An SDK name to filter by. Can be specified multiple times, one query parameter per SDK name. */
  readonly sdkName?: string | readonly string[] | undefined;
  /** An SDK version to filter by. Can be specified multiple times, one query parameter per SDK version. */
  readonly sdkVersion?: string | readonly string[] | undefined;
  /** An SDK type to filter by. Can be specified multiple times, one query parameter per SDK type. */
  readonly sdkType?: string | readonly string[] | undefined;
  /** Returns one series for each distinct value of this field. Can be specified multiple times, one query parameter per dimension, to group by several dimensions. Valid values: `projectId`, `environmentId`, `connectionType`, `relayVersion`, `sdkName`, `sdkVersion`, `sdkType`. */
  readonly groupBy?: "projectId" | "environmentId" | "connectionType" | "relayVersion" | "sdkName" | "sdkVersion" | "sdkType" | readonly ("projectId" | "environmentId" | "connectionType" | "relayVersion" | "sdkName" | "sdkVersion" | "sdkType")[] | undefined;
}

/** Parameters of `getServiceConnectionsUsage`. */
export type GetServiceConnectionsUsageParameters = GetServiceConnectionsUsageFilters & AggregationTypeGranularityChoice3 & ProjectKeyEnvironmentKeyChoice2;

/** Parameters of `getStreamUsage`. */
export interface GetStreamUsageParameters {
  /** Which streaming connections to describe. Must be either `client` or `server`. */
  readonly source: "client" | "server";
  /** Start of the range. Defaults to 30 days ago. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
  /** The timezone to use for the breaks between days when daily data is returned. */
  readonly tz?: string | undefined;
}

/** Parameters of `getStreamUsageBySdkVersion`. */
export interface GetStreamUsageBySdkVersionParameters {
  /** Which streaming connections to describe. Must be either `client` or `server`. */
  readonly source: "client" | "server";
  /** Start of the range. Defaults to 24 hours ago. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
  /** The timezone to use for the breaks between days when daily data is returned. */
  readonly tz?: string | undefined;
  /** Keeps only the series that match this SDK name. */
  readonly sdk?: string | undefined;
  /** Keeps only the series that match this SDK version. */
  readonly version?: string | undefined;
}

/** Parameters of `getStreamUsageSdkversion`. */
export interface GetStreamUsageSdkversionParameters {
  /** Which streaming connections to describe. Must be either `client` or `server`. */
  readonly source: "client" | "server";
}

/** Parameters of `getVegaAIUsage` that do not depend on each other. */
export interface GetVegaAIUsageFilters {
  /** Start of the range. Defaults to start of the month. */
  readonly from?: TimeInput | undefined;
  /** End of the range. Defaults to now. */
  readonly to?: TimeInput | undefined;
  /** A project key to filter by. Can be specified multiple times, one query parameter per project key. */
  readonly projectKey?: string | readonly string[] | undefined;
}

/** Parameters of `getVegaAIUsage`. */
export type GetVegaAIUsageParameters = GetVegaAIUsageFilters & AggregationTypeGranularityChoice1;

/** The parameter object of every operation. */
export interface OperationParameters {
  readonly getContextsClientsideUsage: GetContextsClientsideUsageParameters;
  readonly getContextsServersideUsage: GetContextsServersideUsageParameters;
  readonly getContextsTotalUsage: GetContextsTotalUsageParameters;
  readonly getDataExportEventsUsage: GetDataExportEventsUsageParameters;
  readonly getEvaluationsUsage: GetEvaluationsUsageParameters;
  readonly getEventsUsage: GetEventsUsageParameters;
  readonly getExperimentationEventsUsage: GetExperimentationEventsUsageParameters;
  readonly getExperimentationKeysUsage: GetExperimentationKeysUsageParameters;
  readonly getMAUClientsideUsage: GetMAUClientsideUsageParameters;
  readonly getMAUTotalUsage: GetMAUTotalUsageParameters;
  readonly getMauSdksByType: GetMauSdksByTypeParameters;
  readonly getMauUsage: GetMauUsageParameters;
  readonly getMauUsageByCategory: GetMauUsageByCategoryParameters;
  readonly getObservabilityErrorsUsage: GetObservabilityErrorsUsageParameters;
  readonly getObservabilityLogsUsage: GetObservabilityLogsUsageParameters;
  readonly getObservabilityMetricsUsage: GetObservabilityMetricsUsageParameters;
  readonly getObservabilitySessionsUsage: GetObservabilitySessionsUsageParameters;
  readonly getObservabilityTracesUsage: GetObservabilityTracesUsageParameters;
  readonly getServiceConnectionsUsage: GetServiceConnectionsUsageParameters;
  readonly getStreamUsage: GetStreamUsageParameters;
  readonly getStreamUsageBySdkVersion: GetStreamUsageBySdkVersionParameters;
  readonly getStreamUsageSdkversion: GetStreamUsageSdkversionParameters;
  readonly getVegaAIUsage: GetVegaAIUsageParameters;
}

/** Operations that answer with time series. */
export type SeriesOperationId =
  | "getContextsClientsideUsage"
  | "getContextsServersideUsage"
  | "getContextsTotalUsage"
  | "getDataExportEventsUsage"
  | "getEvaluationsUsage"
  | "getEventsUsage"
  | "getExperimentationEventsUsage"
  | "getExperimentationKeysUsage"
  | "getMAUClientsideUsage"
  | "getMAUTotalUsage"
  | "getMauUsage"
  | "getMauUsageByCategory"
  | "getObservabilityErrorsUsage"
  | "getObservabilityLogsUsage"
  | "getObservabilityMetricsUsage"
  | "getObservabilitySessionsUsage"
  | "getObservabilityTracesUsage"
  | "getServiceConnectionsUsage"
  | "getStreamUsage"
  | "getStreamUsageBySdkVersion"
  | "getVegaAIUsage";

/** The successful response of every operation. */
export interface OperationResponses {
  readonly getContextsClientsideUsage: components["schemas"]["SeriesListRep"];
  readonly getContextsServersideUsage: components["schemas"]["SeriesListRep"];
  readonly getContextsTotalUsage: components["schemas"]["SeriesListRep"];
  readonly getDataExportEventsUsage: components["schemas"]["SeriesListRep"];
  readonly getEvaluationsUsage: components["schemas"]["SeriesListRep"];
  readonly getEventsUsage: components["schemas"]["SeriesListRep"];
  readonly getExperimentationEventsUsage: components["schemas"]["SeriesListRep"];
  readonly getExperimentationKeysUsage: components["schemas"]["SeriesListRep"];
  readonly getMAUClientsideUsage: components["schemas"]["SeriesListRep"];
  readonly getMAUTotalUsage: components["schemas"]["SeriesListRep"];
  readonly getMauSdksByType: components["schemas"]["SdkListRep"];
  readonly getMauUsage: components["schemas"]["SeriesListRep"];
  readonly getMauUsageByCategory: components["schemas"]["SeriesListRep"];
  readonly getObservabilityErrorsUsage: components["schemas"]["SeriesListRep"];
  readonly getObservabilityLogsUsage: components["schemas"]["SeriesListRep"];
  readonly getObservabilityMetricsUsage: components["schemas"]["SeriesListRep"];
  readonly getObservabilitySessionsUsage: components["schemas"]["SeriesListRep"];
  readonly getObservabilityTracesUsage: components["schemas"]["SeriesListRep"];
  readonly getServiceConnectionsUsage: components["schemas"]["SeriesListRepFloat"];
  readonly getStreamUsage: components["schemas"]["SeriesListRep"];
  readonly getStreamUsageBySdkVersion: components["schemas"]["SeriesListRep"];
  readonly getStreamUsageSdkversion: components["schemas"]["SdkVersionListRep"];
  readonly getVegaAIUsage: components["schemas"]["SeriesListRep"];
}
