// Compiled against the packed packages by every supported compiler, see type-checks.test.ts. Imports go by package
// name only, as a user's do. What stands in backticks after an expected error has to occur in the compiler's
// message, so that no line counts as refused for another reason than the one that it is about.
import {
  createUsageClient,
  isUsageError,
  isUsageHttpError,
  type UsageClient,
  type UsageFailure,
  type UsageHttpError,
  type UsageHttpReason,
  type UsageResult,
} from "@ldusage/client";
import { createUsageCore, getMAUTotalUsage, getMauSdksByType } from "@ldusage/client/core";
import type {
  components,
  OperationId,
  ParametersOf,
  ResponseOf,
  SeriesList,
  SeriesListFloat,
} from "@ldusage/types";

declare const usage: UsageClient;
type Equal<Left, Right> =
  (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false;
const holds = <_Check extends true>(): void => {};
type SdkList = components["schemas"]["SdkListRep"];

// Creating a client
holds<Equal<ReturnType<typeof createUsageClient>, UsageClient>>();
void createUsageClient({ accessToken: "t", region: "eu", fetch: async () => Response.json({}) });
void createUsageClient({
  accessToken: async () => "t",
  fetch: globalThis.fetch,
  onEvent: ({ type }) => type,
});
void createUsageClient({ accessToken: "t", retry: { limit: 0 }, deadlineMs: 1000, region: undefined });
// @ts-expect-error `accessToken` is missing
void createUsageClient({ region: "eu" });
// @ts-expect-error `"mars"` is none of `"us"`, `"eu"`, `"federal"`
void createUsageClient({ accessToken: "t", region: "mars" });
// @ts-expect-error `accesToken` is misspelt
void createUsageClient({ accesToken: "t" });

// What is accepted
void usage.getMAUTotalUsage();
void usage.getMAUTotalUsage({});
void usage.getMAUTotalUsage({ from: "2026-01-01", to: new Date(), groupBy: ["sdkName", "projectId"] });
void usage.getMAUTotalUsage({ from: { epochMs: 1 }, to: { epochMilliseconds: 2 }, sdkName: undefined });
void usage.getMAUTotalUsage({ aggregationType: "month_to_date", granularity: "monthly" });
void usage.getMAUTotalUsage({ aggregationType: "rolling_30d", granularity: "daily" });
void usage.getMAUTotalUsage({ granularity: "monthly" });
void usage.getMAUTotalUsage({ projectKey: ["a", "b"] });
void usage.getMAUTotalUsage({ projectKey: "a", environmentKey: ["prod", "test"] });
void usage.getMAUTotalUsage({ projectKey: ["a"], environmentKey: "prod" });
void usage.getMAUTotalUsage({}, { signal: new AbortController().signal, deadlineMs: 1000 });
void usage.getEvaluationsUsage({ projectKey: "p", environmentKey: "e", featureFlagKey: "f", tz: "UTC" });
void usage.getMauSdksByType();
void usage.getStreamUsage({ source: "server" });
const groups: readonly ("sdkName" | "projectId")[] = ["sdkName"];
const parameters: ParametersOf<"getMAUTotalUsage"> = { groupBy: groups, anonymous: ["true", "false"] };
void usage.getMAUTotalUsage(parameters);

// Time
// @ts-expect-error a `number` is no `TimeInput`
void usage.getMAUTotalUsage({ from: 1_700_000_000_000 });
// @ts-expect-error a `number` is no `TimeInput`
void usage.getMAUTotalUsage({ to: Date.now() });
// @ts-expect-error `null` is no `TimeInput`
void usage.getMAUTotalUsage({ to: null });

// Dimensions
// @ts-expect-error `"planet"` is none of `"projectId"`, `"environmentId"`, `"sdkName"`, `"sdkType"` and so on
void usage.getMAUTotalUsage({ groupBy: "planet" });
// @ts-expect-error `"planet"` is none of `"projectId"`, `"environmentId"`, `"sdkName"`, `"sdkType"` and so on
void usage.getMAUTotalUsage({ groupBy: ["sdkName", "planet"] });
// @ts-expect-error `"sdkType"` is for another operation; here it is `"projectId"`, `"sdkName"` and so on
void usage.getMAUClientsideUsage({ groupBy: "sdkType" });
// @ts-expect-error `"maybe"` is neither `"true"` nor `"false"`
void usage.getMAUTotalUsage({ anonymous: "maybe" });

// Aggregation and granularity
// @ts-expect-error incremental points are not `"monthly"` but `"daily"`
void usage.getMAUTotalUsage({ aggregationType: "incremental", granularity: "monthly" });
// @ts-expect-error monthly points are not `"rolling_30d"` but `"month_to_date"`
void usage.getMAUTotalUsage({ granularity: "monthly", aggregationType: "rolling_30d" });
// @ts-expect-error `"hourly"` is neither `"daily"` nor `"monthly"`
void usage.getContextsTotalUsage({ granularity: "hourly" });
// @ts-expect-error `"yearly"` is none of `"month_to_date"`, `"incremental"`, `"rolling_30d"`
void usage.getMAUTotalUsage({ aggregationType: "yearly" });

// Projects and environments
// @ts-expect-error `'projectKey' is missing`
void usage.getMAUTotalUsage({ environmentKey: "prod" });
// @ts-expect-error `Source has 2 element(s) but target allows only 1`
void usage.getMAUTotalUsage({ environmentKey: "prod", projectKey: ["a", "b"] });
// @ts-expect-error `Source has 0 element(s) but target requires 1`
void usage.getMAUTotalUsage({ environmentKey: ["prod"], projectKey: [] });

// Paths
// @ts-expect-error `'featureFlagKey' is missing`
void usage.getEvaluationsUsage({ projectKey: "p", environmentKey: "e" });
// @ts-expect-error `Expected 1-2 arguments, but got 0`
void usage.getStreamUsage();
// @ts-expect-error `"browser"` is neither `"client"` nor `"server"`
void usage.getStreamUsage({ source: "browser" });

// Names
// @ts-expect-error `'groupby' does not exist`
void usage.getMAUTotalUsage({ groupby: "sdkName" });
// @ts-expect-error `'getMAUTotalUsages' does not exist`
void usage.getMAUTotalUsages();
// @ts-expect-error `"getNothing"` is no operation
void usage.request("getNothing", {});
// @ts-expect-error `"getNothing"` is no operation
declare const nothing: ParametersOf<"getNothing">;
void nothing;

// What a method gives
const list = usage.getMAUTotalUsage({ groupBy: "sdkName" });
holds<Equal<typeof list, Promise<SeriesList>>>();
const minutes = usage.getServiceConnectionsUsage();
holds<Equal<typeof minutes, Promise<SeriesListFloat>>>();
// @ts-expect-error a method gives decoded JSON: `'parse' does not exist`
void usage.getMAUTotalUsage({}, { parse: "bytes" });

// What `request` gives, by what is done with the body
const byDefault = usage.request("getMauSdksByType", { sdktype: "client" });
holds<Equal<typeof byDefault, Promise<UsageResult<SdkList>>>>();
const asJson = usage.request("getMauSdksByType", {}, { parse: "json" });
holds<Equal<typeof asJson, Promise<UsageResult<SdkList>>>>();
const asBytes = usage.request("getMauSdksByType", {}, { parse: "bytes" });
holds<Equal<typeof asBytes, Promise<UsageResult<Uint8Array<ArrayBuffer>>>>>();
const asStream = usage.request("getMauSdksByType", {}, { parse: "stream", deadlineMs: 1000 });
holds<Equal<typeof asStream, Promise<UsageResult<ReadableStream<Uint8Array<ArrayBuffer>>>>>>();
// @ts-expect-error `"xml"`
void usage.request("getMauSdksByType", {}, { parse: "xml" });
// @ts-expect-error the rules of an operation hold here too: `"planet"`
void usage.request("getMAUTotalUsage", { groupBy: "planet" });
// @ts-expect-error the rules of an operation hold here too: `'featureFlagKey' is missing`
void usage.request("getEvaluationsUsage", { projectKey: "p", environmentKey: "e" }, { parse: "bytes" });

// A client of some operations
const core = createUsageCore({ accessToken: "t", operations: { getMAUTotalUsage, getMauSdksByType } });
const coreList = core.getMAUTotalUsage({ groupBy: "sdkName" });
holds<Equal<typeof coreList, Promise<SeriesList>>>();
const coreSdks = core.getMauSdksByType({}, { signal: new AbortController().signal });
holds<Equal<typeof coreSdks, Promise<SdkList>>>();
// @ts-expect-error `"planet"` is none of `"projectId"`, `"environmentId"`, `"sdkName"`, `"sdkType"` and so on
void core.getMAUTotalUsage({ groupBy: "planet" });
// @ts-expect-error an operation that it was not given: `'getMauUsage' does not exist`
void core.getMauUsage({});
// @ts-expect-error an operation under another name: `'WireOperation<"getMAUTotalUsage">' is not assignable`
void createUsageCore({ accessToken: "t", operations: { getMauUsage: getMAUTotalUsage } });

// An operation that is chosen at run time
function callAny<Id extends OperationId>(
  id: Id,
  given: ParametersOf<Id>,
): Promise<UsageResult<ResponseOf<Id>>> {
  return usage.request(id, given);
}
const chosen = callAny("getServiceConnectionsUsage", { from: "2026-01-01" });
holds<Equal<typeof chosen, Promise<UsageResult<SeriesListFloat>>>>();

// Narrowing on `ok`
declare const result: UsageResult<SeriesList>;
holds<Equal<typeof result.data, SeriesList | undefined>>();
holds<Equal<typeof result.error, UsageFailure | undefined>>();
// @ts-expect-error before narrowing there may be no data: `possibly 'undefined'`
void result.data.series;
if (result.ok) {
  holds<Equal<typeof result.data, SeriesList>>();
  holds<Equal<typeof result.error, undefined>>();
} else {
  holds<Equal<typeof result.error, UsageFailure>>();
  holds<Equal<typeof result.data, undefined>>();
}
holds<Equal<typeof result.meta.operationId, string>>();
holds<Equal<typeof result.meta.attempts, number>>();
holds<Equal<typeof result.meta.durationMs, number>>();

// Every failure, by name
function describeFailure(error: UsageFailure): string {
  switch (error.name) {
    case "UsageInputError":
      return `${error.parameter} ${error.value} ${error.rule} ${error.wayOut}`;
    case "UsageHttpError":
      return `${error.status satisfies number} ${error.reason} ${error.hint} ${error.retryAfterMs ?? ""}`;
    case "UsageNetworkError":
      return `${error.cause.name ?? ""} ${error.cause.message ?? ""} ${error.cause.code ?? ""}`;
    case "UsageTimeoutError":
      return `${error.timeout satisfies "attempt" | "deadline"} ${error.timeoutMs}`;
    case "UsageDecodeError":
      return error.found;
  }
}
void describeFailure;
// @ts-expect-error a failure is forgotten: `lacks ending return statement`
function forgetFailure(error: UsageFailure): string {
  switch (error.name) {
    case "UsageInputError":
    case "UsageHttpError":
    case "UsageNetworkError":
    case "UsageDecodeError":
      return error.message;
  }
}
void forgetFailure;
const isLimit = (reason: UsageHttpReason): boolean => reason === "rate-limited";
void isLimit;
// @ts-expect-error `"teapot"` is no reason
const isTeapot = (reason: UsageHttpReason): boolean => reason === "teapot";
void isTeapot;

// What is caught is unknown until a guard has told
const caught: unknown = undefined;
if (isUsageHttpError(caught)) holds<Equal<typeof caught, UsageHttpError>>();
if (isUsageError(caught)) {
  void caught.message;
  // @ts-expect-error not every error has one: `'status' does not exist`
  void caught.status;
}

// Responses are open: what a later server adds is no error, and is unknown
const later = { _links: {}, metadata: [{ planet: 3 }], series: [{ time: 1, "0": 2 }], totalEvaluations: 4 };
const series: SeriesList = later;
holds<Equal<(typeof series.metadata)[number][string], unknown>>();
holds<Equal<(typeof series.series)[number][string], number>>();
holds<Equal<SdkList["sdks"][number], string>>();
// @ts-expect-error what metadata holds is unknown: `Type '{}' is not assignable to type 'string'`
const sdkName: string = series.metadata[0]?.["sdkName"] ?? "";
void sdkName;
