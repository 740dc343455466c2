// Generated from spec/account-usage.json by `npm run generate`. Do not edit.

export interface paths {
    "/api/v2/usage/clientside-contexts": {
        parameters: {
        };
        get: operations["getContextsClientsideUsage"];
    };
    "/api/v2/usage/clientside-mau": {
        parameters: {
        };
        get: operations["getMAUClientsideUsage"];
    };
    "/api/v2/usage/data-export-events": {
        parameters: {
        };
        get: operations["getDataExportEventsUsage"];
    };
    "/api/v2/usage/evaluations/{projectKey}/{environmentKey}/{featureFlagKey}": {
        parameters: {
        };
        get: operations["getEvaluationsUsage"];
    };
    "/api/v2/usage/events/{type}": {
        parameters: {
        };
        get: operations["getEventsUsage"];
    };
    "/api/v2/usage/experimentation-events": {
        parameters: {
        };
        get: operations["getExperimentationEventsUsage"];
    };
    "/api/v2/usage/experimentation-keys": {
        parameters: {
        };
        get: operations["getExperimentationKeysUsage"];
    };
    "/api/v2/usage/mau": {
        parameters: {
        };
        /** @deprecated */
        get: operations["getMauUsage"];
    };
    "/api/v2/usage/mau/bycategory": {
        parameters: {
        };
        /** @deprecated */
        get: operations["getMauUsageByCategory"];
    };
    "/api/v2/usage/mau/sdks": {
        parameters: {
        };
        get: operations["getMauSdksByType"];
    };
    "/api/v2/usage/observability/errors": {
        parameters: {
        };
        get: operations["getObservabilityErrorsUsage"];
    };
    "/api/v2/usage/observability/logs": {
        parameters: {
        };
        get: operations["getObservabilityLogsUsage"];
    };
    "/api/v2/usage/observability/metrics": {
        parameters: {
        };
        get: operations["getObservabilityMetricsUsage"];
    };
    "/api/v2/usage/observability/sessions": {
        parameters: {
        };
        get: operations["getObservabilitySessionsUsage"];
    };
    "/api/v2/usage/observability/traces": {
        parameters: {
        };
        get: operations["getObservabilityTracesUsage"];
    };
    "/api/v2/usage/serverside-contexts": {
        parameters: {
        };
        get: operations["getContextsServersideUsage"];
    };
    "/api/v2/usage/service-connections": {
        parameters: {
        };
        get: operations["getServiceConnectionsUsage"];
    };
    "/api/v2/usage/streams/{source}": {
        parameters: {
        };
        get: operations["getStreamUsage"];
    };
    "/api/v2/usage/streams/{source}/bysdkversion": {
        parameters: {
        };
        get: operations["getStreamUsageBySdkVersion"];
    };
    "/api/v2/usage/streams/{source}/sdkversions": {
        parameters: {
        };
        get: operations["getStreamUsageSdkversion"];
    };
    "/api/v2/usage/total-contexts": {
        parameters: {
        };
        get: operations["getContextsTotalUsage"];
    };
    "/api/v2/usage/total-mau": {
        parameters: {
        };
        get: operations["getMAUTotalUsage"];
    };
    "/api/v2/usage/vega-ai": {
        parameters: {
        };
        get: operations["getVegaAIUsage"];
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ForbiddenErrorRep: {
            /**
             * @description Specific error code encountered
             * @example forbidden
             */
            code: string;
            /**
             * @description Description of the error
             * @example Forbidden. Access to the requested resource was denied.
             */
            message: string;
        };
        InvalidRequestErrorRep: {
            /**
             * @description Specific error code encountered
             * @example invalid_request
             */
            code: string;
            /**
             * @description Description of the error
             * @example Invalid request body
             */
            message: string;
        };
        NotFoundErrorRep: {
            /**
             * @description Specific error code encountered
             * @example not_found
             */
            code: string;
            /**
             * @description Description of the error
             * @example Invalid resource identifier
             */
            message: string;
        };
        RateLimitedErrorRep: {
            /**
             * @description Specific error code encountered
             * @example rate_limited
             */
            code: string;
            /**
             * @description Description of the error
             * @example You've exceeded the API rate limit. Try again later.
             */
            message: string;
        };
        SdkListRep: {
            /** @description Where related resources are and what they hold */
            _links: {
                [key: string]: unknown;
            };
            /** @description SDK names */
            sdks: string[];
        };
        SdkVersionListRep: {
            /** @description Where related resources are and what they hold */
            _links: {
                [key: string]: unknown;
            };
            /** @description SDK names with a version each */
            sdkVersions: components["schemas"]["SdkVersionRep"][];
        };
        SdkVersionRep: {
            /** @description The SDK name, or `Unknown` */
            sdk: string;
            /** @description The SDK version, or `Unknown` */
            version: string;
        };
        SeriesListRep: {
            /** @description Where related resources are and what they hold */
            _links: {
                [key: string]: unknown;
            };
            /** @description What each series is */
            metadata: {
                [key: string]: unknown;
            }[];
            /** @description Data points. Every point has a field `time`, its timestamp, and a field for each series that has a value at that time: `0`, `1` and so on, explained by the element of `metadata` at that index. */
            series: {
                [key: string]: number;
            }[];
        };
        SeriesListRepFloat: {
            /** @description Where related resources are and what they hold */
            _links: {
                [key: string]: unknown;
            };
            /** @description What each series is */
            metadata: {
                [key: string]: unknown;
            }[];
            /** @description Data points. Every point has a field `time`, its timestamp, and a field for each series that has a value at that time: `0`, `1` and so on, explained by the element of `metadata` at that index. */
            series: {
                [key: string]: number;
            }[];
        };
        StatusServiceUnavailable: {
            /**
             * @description Specific error code encountered
             * @example service_unavailable
             */
            code: string;
            /**
             * @description Description of the error
             * @example Requested service unavailable
             */
            message: string;
        };
        UnauthorizedErrorRep: {
            /**
             * @description Specific error code encountered
             * @example unauthorized
             */
            code: string;
            /**
             * @description Description of the error
             * @example Invalid access token
             */
            message: string;
        };
    };
    responses: {
        /** @description Usage response */
        Status200_1: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SeriesListRep"];
            };
        };
        /** @description MAU SDKs response */
        Status200_8: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SdkListRep"];
            };
        };
        /** @description Usage response */
        Status200_9: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SeriesListRepFloat"];
            };
        };
        /** @description SDK Versions response */
        Status200_10: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SdkVersionListRep"];
            };
        };
        /** @description Invalid request */
        Status400_2: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["InvalidRequestErrorRep"];
            };
        };
        /** @description Invalid access token */
        Status401_3: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UnauthorizedErrorRep"];
            };
        };
        /** @description Forbidden */
        Status403_4: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ForbiddenErrorRep"];
            };
        };
        /** @description Invalid resource identifier */
        Status404_7: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundErrorRep"];
            };
        };
        /** @description Rate limited */
        Status429_5: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RateLimitedErrorRep"];
            };
        };
        /** @description Service unavailable */
        Status503_6: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StatusServiceUnavailable"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getContextsClientsideUsage: {
        parameters: {
            query?: {
                /** @description The aggregation method. Defaults to `month_to_date`. Valid values: `month_to_date`, `incremental`, `rolling_30d`. */
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                /** @description An anonymous value to filter by. Can be specified multiple times, one query parameter per anonymous value. Valid values: `true`, `false`. */
                anonymous?: ("true" | "false")[];
                /** @description A context kind to filter by. Can be specified multiple times, one query parameter per context kind. */
                contextKind?: string[];
                /** @description An environment key to filter by. Requires that exactly one `projectKey` is given. Can be specified multiple times, one query parameter per environment key. */
                environmentKey?: string[];
                /** @description The returned series starts from this timestamp (Unix milliseconds). Defaults to the beginning of the current month. */
                from?: string;
                /** @description The granularity of the data. Defaults to `daily`. Valid values depend on `aggregationType`: **month_to_date** supports `daily` and `monthly`; **incremental** and **rolling_30d** support `daily` only. */
                granularity?: "daily" | "monthly";
                /** @description Returns one series for each distinct value of this field. `contextKind` is always included as a grouping dimension. Can be specified multiple times, one query parameter per dimension, to group by several dimensions. Valid values: `projectId`, `environmentId`, `sdkName`, `sdkAppId`, `anonymousV2`. */
                groupBy?: ("projectId" | "environmentId" | "sdkName" | "sdkAppId" | "anonymousV2")[];
                /** @description A project key to filter by. Can be specified multiple times, one query parameter per project key. */
                projectKey?: string[];
                /** @description An SDK name to filter by. Can be specified multiple times, one query parameter per SDK name. */
                sdkName?: string[];
                /** @description The returned series ends at this timestamp (Unix milliseconds). Defaults to the current time. */
                to?: string;
            };
        };
        responses: {
            200: components["responses"]["Status200_1"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            429: components["responses"]["Status429_5"];
            503: components["responses"]["Status503_6"];
        };
    };
    getMAUClientsideUsage: {
        parameters: {
            query?: {
                /** @description The aggregation method. Defaults to `month_to_date`. Valid values: `month_to_date`, `incremental`, `rolling_30d`. */
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                /** @description An anonymous value to filter by. Can be specified multiple times, one query parameter per anonymous value. Valid values: `true`, `false`. */
                anonymous?: ("true" | "false")[];
                /** @description An environment key to filter by. Requires that exactly one `projectKey` is given. Can be specified multiple times, one query parameter per environment key. */
                environmentKey?: string[];
                /** @description The returned series starts from this timestamp (Unix milliseconds). Defaults to the beginning of the current month. */
                from?: string;
                /** @description The granularity of the data. Defaults to `daily`. Valid values depend on `aggregationType`: **month_to_date** supports `daily` and `monthly`; **incremental** and **rolling_30d** support `daily` only. */
                granularity?: "daily" | "monthly";
                /** @description Returns one series for each distinct value of this field. Can be specified multiple times, one query parameter per dimension, to group by several dimensions. Valid values: `projectId`, `environmentId`, `sdkName`, `sdkAppId`, `anonymousV2`. */
                groupBy?: ("projectId" | "environmentId" | "sdkName" | "sdkAppId" | "anonymousV2")[];
                /** @description A project key to filter by. Can be specified multiple times, one query parameter per project key. */
                projectKey?: string[];
                /** @description An SDK name to filter by. Can be specified multiple times, one query parameter per SDK name. */
                sdkName?: string[];
                /** @description The returned series ends at this timestamp (Unix milliseconds). Defaults to the current time. */
                to?: string;
            };
        };
        responses: {
            200: components["responses"]["Status200_1"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            429: components["responses"]["Status429_5"];
            503: components["responses"]["Status503_6"];
        };
    };
    getDataExportEventsUsage: {
        parameters: {
            query?: {
                /** @description The aggregation method. Defaults to `month_to_date`. Valid values: `month_to_date`, `incremental`. */
                aggregationType?: "month_to_date" | "incremental";
                /** @description An environment key to filter by. Requires that exactly one `projectKey` is given. Can be specified multiple times, one query parameter per environment key. */
                environmentKey?: string[];
                /** @description An event kind to filter by. Can be specified multiple times, one query parameter per event kind. */
                eventKind?: string[];
                /** @description The returned series starts from this timestamp (Unix milliseconds). Defaults to the beginning of the current month. */
                from?: string;
                /** @description The granularity of the data. Defaults to `daily`. `monthly` granularity is only supported with the **month_to_date** aggregation type. Valid values: `daily`, `hourly`, `monthly`. */
                granularity?: "daily" | "hourly" | "monthly";
                /** @description Returns one series for each distinct value of this field. Can be specified multiple times, one query parameter per dimension, to group by several dimensions. Valid values: `environmentId`, `eventKind`. */
                groupBy?: ("environmentId" | "eventKind")[];
                /** @description A project key to filter by. Can be specified multiple times, one query parameter per project key. */
                projectKey?: string[];
                /** @description The returned series ends at this timestamp (Unix milliseconds). Defaults to the current time. */
                to?: string;
            };
        };
        responses: {
            200: components["responses"]["Status200_1"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            429: components["responses"]["Status429_5"];
            503: components["responses"]["Status503_6"];
        };
    };
    getEvaluationsUsage: {
        parameters: {
            query?: {
                /** @description The returned series starts from this timestamp. Defaults to 30 days ago. */
                from?: string;
                /** @description The returned series ends at this timestamp. Defaults to the current time. */
                to?: string;
                /** @description The timezone to use for the breaks between days when daily data is returned. */
                tz?: string;
            };
            path: {
                /**
                 * @description The environment key
                 * @example production
                 */
                environmentKey: string;
                /**
                 * @description The feature flag key
                 * @example new-checkout
                 */
                featureFlagKey: string;
                /**
                 * @description The project key
                 * @example web-shop
                 */
                projectKey: string;
            };
        };
        responses: {
            200: components["responses"]["Status200_1"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            404: components["responses"]["Status404_7"];
            429: components["responses"]["Status429_5"];
        };
    };
    getEventsUsage: {
        parameters: {
            query?: {
                /** @description The returned series starts from this timestamp. Defaults to 24 hours ago. */
                from?: string;
                /** @description The returned series ends at this timestamp. Defaults to the current time. */
                to?: string;
            };
            path: {
                /** @description The type of event to count. Must be either `received` or `published`. */
                type: "received" | "published";
            };
        };
        responses: {
            200: components["responses"]["Status200_1"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            404: components["responses"]["Status404_7"];
            429: components["responses"]["Status429_5"];
        };
    };
    getExperimentationEventsUsage: {
        parameters: {
            query?: {
                /** @description The aggregation method. Defaults to `month_to_date`. Valid values: `month_to_date`, `incremental`. */
                aggregationType?: "month_to_date" | "incremental";
                /** @description An environment key to filter by. Requires that exactly one `projectKey` is given. Can be specified multiple times, one query parameter per environment key. */
                environmentKey?: string[];
                /** @description An event key to filter by. Can be specified multiple times, one query parameter per event key. */
                eventKey?: string[];
                /** @description An event kind to filter by. Can be specified multiple times, one query parameter per event kind. */
                eventKind?: string[];
                /** @description The returned series starts from this timestamp (Unix milliseconds). Defaults to the beginning of the current month. */
                from?: string;
                /** @description The granularity of the data. Defaults to `daily`. `monthly` granularity is only supported with the **month_to_date** aggregation type. Valid values: `daily`, `hourly`, `monthly`. */
                granularity?: "daily" | "hourly" | "monthly";
                /** @description Returns one series for each distinct value of this field. Can be specified multiple times, one query parameter per dimension, to group by several dimensions. Valid values: `environmentId`, `eventKey`, `eventKind`. */
                groupBy?: ("environmentId" | "eventKey" | "eventKind")[];
                /** @description A project key to filter by. Can be specified multiple times, one query parameter per project key. */
                projectKey?: string[];
                /** @description The returned series ends at this timestamp (Unix milliseconds). Defaults to the current time. */
                to?: string;
            };
        };
        responses: {
            200: components["responses"]["Status200_1"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            429: components["responses"]["Status429_5"];
            503: components["responses"]["Status503_6"];
        };
    };
    getExperimentationKeysUsage: {
        parameters: {
            query?: {
                /** @description The aggregation method. Defaults to `month_to_date`. Valid values: `month_to_date`, `incremental`. */
                aggregationType?: "month_to_date" | "incremental";
                /** @description An environment key to filter by. Requires that exactly one `projectKey` is given. Can be specified multiple times, one query parameter per environment key. */
                environmentKey?: string[];
                /** @description An experiment ID to filter by. Can be specified multiple times, one query parameter per experiment ID. */
                experimentId?: string[];
                /** @description The returned series starts from this timestamp (Unix milliseconds). Defaults to the beginning of the current month. */
                from?: string;
                /** @description The granularity of the data. Defaults to `daily`. `monthly` granularity is only supported with the **month_to_date** aggregation type. Valid values: `daily`, `hourly`, `monthly`. */
                granularity?: "daily" | "hourly" | "monthly";
                /** @description Returns one series for each distinct value of this field. Can be specified multiple times, one query parameter per dimension, to group by several dimensions. Valid values: `projectId`, `environmentId`, `experimentId`. */
                groupBy?: ("projectId" | "environmentId" | "experimentId")[];
                /** @description A project key to filter by. Can be specified multiple times, one query parameter per project key. */
                projectKey?: string[];
                /** @description The returned series ends at this timestamp (Unix milliseconds). Defaults to the current time. */
                to?: string;
            };
        };
        responses: {
            200: components["responses"]["Status200_1"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            429: components["responses"]["Status429_5"];
            503: components["responses"]["Status503_6"];
        };
    };
    getMauUsage: {
        parameters: {
            query?: {
                /** @description Asks for rolling 30-day, month-to-date, or daily incremental counts. Default is rolling 30-day. Valid values: rolling_30d, month_to_date, daily_incremental */
                aggregationType?: "rolling_30d" | "month_to_date" | "daily_incremental";
                /** @description Filters to either anonymous or nonanonymous users. */
                anonymous?: "true" | "false";
                /** @description Filters to the given context kinds. Can be specified multiple times, one query parameter per context kind. If not set, queries for the user context kind. */
                contextKind?: string[];
                /** @description An environment key to filter by. Requires that exactly one project key is given. Can be specified multiple times, as separate query parameters, for several environments of one project. */
                environment?: string[];
                /** @description The returned series starts from this timestamp. Defaults to 30 days ago. */
                from?: string;
                /** @description Returns one series for each distinct value of this field. Can be specified multiple times to group by several dimensions (for example, by both project and SDK). Valid values: project, environment, sdktype, sdk, anonymous, contextKind, sdkAppId */
                groupby?: ("project" | "environment" | "sdktype" | "sdk" | "anonymous" | "contextKind" | "sdkAppId")[];
                /** @description A project key to filter by. Can be specified multiple times, one query parameter per project key. */
                project?: string[];
                /** @description An SDK name to filter by. Can be specified multiple times, one query parameter per SDK. */
                sdk?: string[];
                /** @description An SDK type to filter by. Can be specified multiple times, one query parameter per SDK type. Valid values: client, server */
                sdktype?: ("client" | "server")[];
                /** @description The returned series ends at this timestamp. Defaults to the current time. */
                to?: string;
            };
        };
        responses: {
            200: components["responses"]["Status200_1"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            429: components["responses"]["Status429_5"];
        };
    };
    getMauUsageByCategory: {
        parameters: {
            query?: {
                /** @description The returned series starts from this timestamp. Defaults to 30 days ago. */
                from?: string;
                /** @description The returned series ends at this timestamp. Defaults to the current time. */
                to?: string;
            };
        };
        responses: {
            200: components["responses"]["Status200_1"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            404: components["responses"]["Status404_7"];
            429: components["responses"]["Status429_5"];
        };
    };
    getMauSdksByType: {
        parameters: {
            query?: {
                /** @description The returned data starts from this timestamp. Defaults to seven days ago. The timestamp is in Unix milliseconds, for example, 1656694800000. */
                from?: string;
                /** @description The SDK type to list. Must be either `client` or `server`. */
                sdktype?: "client" | "server";
                /** @description The returned data ends at this timestamp. Defaults to the current time. The timestamp is in Unix milliseconds, for example, 1657904400000. */
                to?: string;
            };
        };
        responses: {
            200: components["responses"]["Status200_8"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            429: components["responses"]["Status429_5"];
        };
    };
    getObservabilityErrorsUsage: {
        parameters: {
            query?: {
                /** @description The aggregation method. Defaults to `month_to_date`. Valid values: `month_to_date`, `incremental`, `rolling_30d`. */
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                /** @description The returned series starts from this timestamp (Unix seconds). Defaults to the beginning of the current month. */
                from?: string;
                /** @description The granularity of the data. Defaults to `daily`. Valid values depend on `aggregationType`: **month_to_date** supports `daily` and `monthly`; **incremental** and **rolling_30d** support `daily` only. */
                granularity?: "daily" | "monthly";
                /** @description A project key to filter by. Can be specified multiple times, one query parameter per project key. */
                projectKey?: string[];
                /** @description The returned series ends at this timestamp (Unix seconds). Defaults to the current time. */
                to?: string;
            };
        };
        responses: {
            200: components["responses"]["Status200_1"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            404: components["responses"]["Status404_7"];
            429: components["responses"]["Status429_5"];
        };
    };
    getObservabilityLogsUsage: {
        parameters: {
            query?: {
                /** @description The aggregation method. Defaults to `month_to_date`. Valid values: `month_to_date`, `incremental`, `rolling_30d`. */
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                /** @description The returned series starts from this timestamp (Unix seconds). Defaults to the beginning of the current month. */
                from?: string;
                /** @description The granularity of the data. Defaults to `daily`. Valid values depend on `aggregationType`: **month_to_date** supports `daily` and `monthly`; **incremental** and **rolling_30d** support `daily` only. */
                granularity?: "daily" | "monthly";
                /** @description A project key to filter by. Can be specified multiple times, one query parameter per project key. */
                projectKey?: string[];
                /** @description The returned series ends at this timestamp (Unix seconds). Defaults to the current time. */
                to?: string;
            };
        };
        responses: {
            200: components["responses"]["Status200_1"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            404: components["responses"]["Status404_7"];
            429: components["responses"]["Status429_5"];
        };
    };
    getObservabilityMetricsUsage: {
        parameters: {
            query?: {
                /** @description The aggregation method. Defaults to `month_to_date`. Valid values: `month_to_date`, `incremental`, `rolling_30d`. */
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                /** @description The returned series starts from this timestamp (Unix seconds). Defaults to the beginning of the current month. */
                from?: string;
                /** @description The granularity of the data. Defaults to `daily`. Valid values depend on `aggregationType`: **month_to_date** supports `daily` and `monthly`; **incremental** and **rolling_30d** support `daily` only. */
                granularity?: "daily" | "monthly";
                /** @description A project key to filter by. Can be specified multiple times, one query parameter per project key. */
                projectKey?: string[];
                /** @description The returned series ends at this timestamp (Unix seconds). Defaults to the current time. */
                to?: string;
            };
        };
        responses: {
            200: components["responses"]["Status200_1"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            404: components["responses"]["Status404_7"];
            429: components["responses"]["Status429_5"];
        };
    };
    getObservabilitySessionsUsage: {
        parameters: {
            query?: {
                /** @description The aggregation method. Defaults to `month_to_date`. Valid values: `month_to_date`, `incremental`, `rolling_30d`. */
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                /** @description The returned series starts from this timestamp (Unix seconds). Defaults to the beginning of the current month. */
                from?: string;
                /** @description The granularity of the data. Defaults to `daily`. Valid values depend on `aggregationType`: **month_to_date** supports `daily` and `monthly`; **incremental** and **rolling_30d** support `daily` only. */
                granularity?: "daily" | "monthly";
                /** @description A project key to filter by. Can be specified multiple times, one query parameter per project key. */
                projectKey?: string[];
                /** @description The returned series ends at this timestamp (Unix seconds). Defaults to the current time. */
                to?: string;
            };
        };
        responses: {
            200: components["responses"]["Status200_1"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            404: components["responses"]["Status404_7"];
            429: components["responses"]["Status429_5"];
        };
    };
    getObservabilityTracesUsage: {
        parameters: {
            query?: {
                /** @description The aggregation method. Defaults to `month_to_date`. Valid values: `month_to_date`, `incremental`, `rolling_30d`. */
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                /** @description The returned series starts from this timestamp (Unix seconds). Defaults to the beginning of the current month. */
                from?: string;
                /** @description The granularity of the data. Defaults to `daily`. Valid values depend on `aggregationType`: **month_to_date** supports `daily` and `monthly`; **incremental** and **rolling_30d** support `daily` only. */
                granularity?: "daily" | "monthly";
                /** @description A project key to filter by. Can be specified multiple times, one query parameter per project key. */
                projectKey?: string[];
                /** @description The returned series ends at this timestamp (Unix seconds). Defaults to the current time. */
                to?: string;
            };
        };
        responses: {
            200: components["responses"]["Status200_1"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            404: components["responses"]["Status404_7"];
            429: components["responses"]["Status429_5"];
        };
    };
    getContextsServersideUsage: {
        parameters: {
            query?: {
                /** @description The aggregation method. Defaults to `month_to_date`. Valid values: `month_to_date`, `incremental`, `rolling_30d`. */
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                /** @description An anonymous value to filter by. Can be specified multiple times, one query parameter per anonymous value. Valid values: `true`, `false`. */
                anonymous?: ("true" | "false")[];
                /** @description A context kind to filter by. Can be specified multiple times, one query parameter per context kind. */
                contextKind?: string[];
                /** @description An environment key to filter by. Requires that exactly one `projectKey` is given. Can be specified multiple times, one query parameter per environment key. */
                environmentKey?: string[];
                /** @description The returned series starts from this timestamp (Unix seconds). Defaults to the beginning of the current month. */
                from?: string;
                /** @description The granularity of the data. Defaults to `daily`. Valid values depend on `aggregationType`: **month_to_date** supports `daily` and `monthly`; **incremental** and **rolling_30d** support `daily` only. */
                granularity?: "daily" | "monthly";
                /** @description Returns one series for each distinct value of this field. `contextKind` is always included as a grouping dimension. Can be specified multiple times, one query parameter per dimension, to group by several dimensions. Valid values: `projectId`, `environmentId`, `sdkName`, `sdkAppId`, `anonymousV2`. */
                groupBy?: ("projectId" | "environmentId" | "sdkName" | "sdkAppId" | "anonymousV2")[];
                /** @description A project key to filter by. Can be specified multiple times, one query parameter per project key. */
                projectKey?: string[];
                /** @description An SDK name to filter by. Can be specified multiple times, one query parameter per SDK name. */
                sdkName?: string[];
                /** @description The returned series ends at this timestamp (Unix seconds). Defaults to the current time. */
                to?: string;
            };
        };
        responses: {
            200: components["responses"]["Status200_1"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            429: components["responses"]["Status429_5"];
            503: components["responses"]["Status503_6"];
        };
    };
    getServiceConnectionsUsage: {
        parameters: {
            query?: {
                /** @description The aggregation method. Defaults to `month_to_date`. Valid values: `month_to_date`, `incremental`. */
                aggregationType?: "month_to_date" | "incremental";
                /** @description A connection type to filter by. Can be specified multiple times, one query parameter per connection type. */
                connectionType?: string[];
                /** @description An environment key to filter by. Requires that exactly one `projectKey` is given. Can be specified multiple times, one query parameter per environment key. */
                environmentKey?: string[];
                /** @description The returned series starts from this timestamp (Unix milliseconds). Defaults to the beginning of the current month. */
                from?: string;
                /** @description The granularity of the data. Defaults to `daily`. `monthly` granularity is only supported with the **month_to_date** aggregation type. Valid values: `daily`, `hourly`, `monthly`. */
                granularity?: "daily" | "hourly" | "monthly";
                /** @description Returns one series for each distinct value of this field. Can be specified multiple times, one query parameter per dimension, to group by several dimensions. Valid values: `projectId`, `environmentId`, `connectionType`, `relayVersion`, `sdkName`, `sdkVersion`, `sdkType`. */
                groupBy?: ("projectId" | "environmentId" | "connectionType" | "relayVersion" | "sdkName" | "sdkVersion" | "sdkType")[];
                /** @description A project key to filter by. Can be specified multiple times, one query parameter per project key. */
                projectKey?: string[];
                /** @description A relay version to filter by. Can be specified multiple times, one query parameter per relay version. */
                relayVersion?: string[];
                /** @description An SDK name to filter by. Can be specified multiple times, one query parameter per SDK name. */
                sdkName?: string[];
                /** @description An SDK type to filter by. Can be specified multiple times, one query parameter per SDK type. */
                sdkType?: string[];
                /** @description An SDK version to filter by. Can be specified multiple times, one query parameter per SDK version. */
                sdkVersion?: string[];
                /** @description The returned series ends at this timestamp (Unix milliseconds). Defaults to the current time. */
                to?: string;
            };
        };
        responses: {
            200: components["responses"]["Status200_9"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            429: components["responses"]["Status429_5"];
            503: components["responses"]["Status503_6"];
        };
    };
    getStreamUsage: {
        parameters: {
            query?: {
                /** @description The returned series starts from this timestamp. Defaults to 30 days ago. */
                from?: string;
                /** @description The returned series ends at this timestamp. Defaults to the current time. */
                to?: string;
                /** @description The timezone to use for the breaks between days when daily data is returned. */
                tz?: string;
            };
            path: {
                /** @description Which streaming connections to describe. Must be either `client` or `server`. */
                source: "client" | "server";
            };
        };
        responses: {
            200: components["responses"]["Status200_1"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            404: components["responses"]["Status404_7"];
            429: components["responses"]["Status429_5"];
        };
    };
    getStreamUsageBySdkVersion: {
        parameters: {
            query?: {
                /** @description The returned series starts from this timestamp. Defaults to 24 hours ago. */
                from?: string;
                /** @description Keeps only the series that match this SDK name. */
                sdk?: string;
                /** @description The returned series ends at this timestamp. Defaults to the current time. */
                to?: string;
                /** @description The timezone to use for the breaks between days when daily data is returned. */
                tz?: string;
                /** @description Keeps only the series that match this SDK version. */
                version?: string;
            };
            path: {
                /** @description Which streaming connections to describe. Must be either `client` or `server`. */
                source: "client" | "server";
            };
        };
        responses: {
            200: components["responses"]["Status200_1"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            404: components["responses"]["Status404_7"];
            429: components["responses"]["Status429_5"];
        };
    };
    getStreamUsageSdkversion: {
        parameters: {
            path: {
                /** @description Which streaming connections to describe. Must be either `client` or `server`. */
                source: "client" | "server";
            };
        };
        responses: {
            200: components["responses"]["Status200_10"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            429: components["responses"]["Status429_5"];
        };
    };
    getContextsTotalUsage: {
        parameters: {
            query?: {
                /** @description The aggregation method. Defaults to `month_to_date`. Valid values: `month_to_date`, `incremental`, `rolling_30d`. */
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                /** @description An anonymous value to filter by. Can be specified multiple times, one query parameter per anonymous value. Valid values: `true`, `false`. */
                anonymous?: ("true" | "false")[];
                /** @description A context kind to filter by. Can be specified multiple times, one query parameter per context kind. */
                contextKind?: string[];
                /** @description An environment key to filter by. Requires that exactly one `projectKey` is given. Can be specified multiple times, one query parameter per environment key. */
                environmentKey?: string[];
                /** @description The returned series starts from this timestamp (Unix milliseconds). Defaults to the beginning of the current month. */
                from?: string;
                /** @description The granularity of the data. Defaults to `daily`. Valid values depend on `aggregationType`: **month_to_date** supports `daily` and `monthly`; **incremental** and **rolling_30d** support `daily` only. */
                granularity?: "daily" | "monthly";
                /** @description Returns one series for each distinct value of this field. `contextKind` is always included as a grouping dimension. Can be specified multiple times, one query parameter per dimension, to group by several dimensions. Valid values: `projectId`, `environmentId`, `sdkName`, `sdkType`, `sdkAppId`, `anonymousV2`. */
                groupBy?: ("projectId" | "environmentId" | "sdkName" | "sdkType" | "sdkAppId" | "anonymousV2")[];
                /** @description A project key to filter by. Can be specified multiple times, one query parameter per project key. */
                projectKey?: string[];
                /** @description An SDK name to filter by. Can be specified multiple times, one query parameter per SDK name. */
                sdkName?: string[];
                /** @description An SDK type to filter by. Can be specified multiple times, one query parameter per SDK type. */
                sdkType?: string[];
                /** @description The returned series ends at this timestamp (Unix milliseconds). Defaults to the current time. */
                to?: string;
            };
        };
        responses: {
            200: components["responses"]["Status200_1"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            429: components["responses"]["Status429_5"];
            503: components["responses"]["Status503_6"];
        };
    };
    getMAUTotalUsage: {
        parameters: {
            query?: {
                /** @description The aggregation method. Defaults to `month_to_date`. Valid values: `month_to_date`, `incremental`, `rolling_30d`. */
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                /** @description An anonymous value to filter by. Can be specified multiple times, one query parameter per anonymous value. Valid values: `true`, `false`. */
                anonymous?: ("true" | "false")[];
                /** @description An environment key to filter by. Requires that exactly one `projectKey` is given. Can be specified multiple times, one query parameter per environment key. */
                environmentKey?: string[];
                /** @description The returned series starts from this timestamp (Unix milliseconds). Defaults to the beginning of the current month. */
                from?: string;
                /** @description The granularity of the data. Defaults to `daily`. Valid values depend on `aggregationType`: **month_to_date** supports `daily` and `monthly`; **incremental** and **rolling_30d** support `daily` only. */
                granularity?: "daily" | "monthly";
                /** @description Returns one series for each distinct value of this field. Can be specified multiple times, one query parameter per dimension, to group by several dimensions. Valid values: `projectId`, `environmentId`, `sdkName`, `sdkType`, `sdkAppId`, `anonymousV2`. */
                groupBy?: ("projectId" | "environmentId" | "sdkName" | "sdkType" | "sdkAppId" | "anonymousV2")[];
                /** @description A project key to filter by. Can be specified multiple times, one query parameter per project key. */
                projectKey?: string[];
                /** @description An SDK name to filter by. Can be specified multiple times, one query parameter per SDK name. */
                sdkName?: string[];
                /** @description An SDK type to filter by. Can be specified multiple times, one query parameter per SDK type. */
                sdkType?: string[];
                /** @description The returned series ends at this timestamp (Unix milliseconds). Defaults to the current time. */
                to?: string;
            };
        };
        responses: {
            200: components["responses"]["Status200_1"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            429: components["responses"]["Status429_5"];
            503: components["responses"]["Status503_6"];
        };
    };
    getVegaAIUsage: {
        parameters: {
            query?: {
                /** @description The aggregation method. Defaults to `month_to_date`. Valid values: `month_to_date`, `incremental`, `rolling_30d`. */
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                /** @description The returned series starts from this timestamp (Unix seconds). Defaults to the beginning of the current month. */
                from?: string;
                /** @description The granularity of the data. Defaults to `daily`. Valid values depend on `aggregationType`: **month_to_date** supports `daily` and `monthly`; **incremental** and **rolling_30d** support `daily` only. */
                granularity?: "daily" | "monthly";
                /** @description A project key to filter by. Can be specified multiple times, one query parameter per project key. */
                projectKey?: string[];
                /** @description The returned series ends at this timestamp (Unix seconds). Defaults to the current time. */
                to?: string;
            };
        };
        responses: {
            200: components["responses"]["Status200_1"];
            400: components["responses"]["Status400_2"];
            401: components["responses"]["Status401_3"];
            403: components["responses"]["Status403_4"];
            404: components["responses"]["Status404_7"];
            429: components["responses"]["Status429_5"];
        };
    };
}
