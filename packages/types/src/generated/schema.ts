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
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                anonymous?: ("true" | "false")[];
                contextKind?: string[];
                environmentKey?: string[];
                from?: string;
                granularity?: "daily" | "monthly";
                groupBy?: ("projectId" | "environmentId" | "sdkName" | "sdkAppId" | "anonymousV2")[];
                projectKey?: string[];
                sdkName?: string[];
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
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                anonymous?: ("true" | "false")[];
                environmentKey?: string[];
                from?: string;
                granularity?: "daily" | "monthly";
                groupBy?: ("projectId" | "environmentId" | "sdkName" | "sdkAppId" | "anonymousV2")[];
                projectKey?: string[];
                sdkName?: string[];
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
                aggregationType?: "month_to_date" | "incremental";
                environmentKey?: string[];
                eventKind?: string[];
                from?: string;
                granularity?: "daily" | "hourly" | "monthly";
                groupBy?: ("environmentId" | "eventKind")[];
                projectKey?: string[];
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
                from?: string;
                to?: string;
                tz?: string;
            };
            path: {
                /** @example production */
                environmentKey: string;
                /** @example new-checkout */
                featureFlagKey: string;
                /** @example web-shop */
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
                from?: string;
                to?: string;
            };
            path: {
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
                aggregationType?: "month_to_date" | "incremental";
                environmentKey?: string[];
                eventKey?: string[];
                eventKind?: string[];
                from?: string;
                granularity?: "daily" | "hourly" | "monthly";
                groupBy?: ("environmentId" | "eventKey" | "eventKind")[];
                projectKey?: string[];
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
                aggregationType?: "month_to_date" | "incremental";
                environmentKey?: string[];
                experimentId?: string[];
                from?: string;
                granularity?: "daily" | "hourly" | "monthly";
                groupBy?: ("projectId" | "environmentId" | "experimentId")[];
                projectKey?: string[];
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
                aggregationType?: "rolling_30d" | "month_to_date" | "daily_incremental";
                anonymous?: "true" | "false";
                contextKind?: string[];
                environment?: string[];
                from?: string;
                groupby?: ("project" | "environment" | "sdktype" | "sdk" | "anonymous" | "contextKind" | "sdkAppId")[];
                project?: string[];
                sdk?: string[];
                sdktype?: ("client" | "server")[];
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
                from?: string;
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
                from?: string;
                sdktype?: "client" | "server";
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
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                from?: string;
                granularity?: "daily" | "monthly";
                projectKey?: string[];
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
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                from?: string;
                granularity?: "daily" | "monthly";
                projectKey?: string[];
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
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                from?: string;
                granularity?: "daily" | "monthly";
                projectKey?: string[];
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
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                from?: string;
                granularity?: "daily" | "monthly";
                projectKey?: string[];
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
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                from?: string;
                granularity?: "daily" | "monthly";
                projectKey?: string[];
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
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                anonymous?: ("true" | "false")[];
                contextKind?: string[];
                environmentKey?: string[];
                from?: string;
                granularity?: "daily" | "monthly";
                groupBy?: ("projectId" | "environmentId" | "sdkName" | "sdkAppId" | "anonymousV2")[];
                projectKey?: string[];
                sdkName?: string[];
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
                aggregationType?: "month_to_date" | "incremental";
                connectionType?: string[];
                environmentKey?: string[];
                from?: string;
                granularity?: "daily" | "hourly" | "monthly";
                groupBy?: ("projectId" | "environmentId" | "connectionType" | "relayVersion" | "sdkName" | "sdkVersion" | "sdkType")[];
                projectKey?: string[];
                relayVersion?: string[];
                sdkName?: string[];
                sdkType?: string[];
                sdkVersion?: string[];
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
                from?: string;
                to?: string;
                tz?: string;
            };
            path: {
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
                from?: string;
                sdk?: string;
                to?: string;
                tz?: string;
                version?: string;
            };
            path: {
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
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                anonymous?: ("true" | "false")[];
                contextKind?: string[];
                environmentKey?: string[];
                from?: string;
                granularity?: "daily" | "monthly";
                groupBy?: ("projectId" | "environmentId" | "sdkName" | "sdkType" | "sdkAppId" | "anonymousV2")[];
                projectKey?: string[];
                sdkName?: string[];
                sdkType?: string[];
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
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                anonymous?: ("true" | "false")[];
                environmentKey?: string[];
                from?: string;
                granularity?: "daily" | "monthly";
                groupBy?: ("projectId" | "environmentId" | "sdkName" | "sdkType" | "sdkAppId" | "anonymousV2")[];
                projectKey?: string[];
                sdkName?: string[];
                sdkType?: string[];
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
                aggregationType?: "month_to_date" | "incremental" | "rolling_30d";
                from?: string;
                granularity?: "daily" | "monthly";
                projectKey?: string[];
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
