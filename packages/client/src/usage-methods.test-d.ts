// Checked by the compiler alone: a line that is no error where one is expected fails the type check.
import type { components, ParametersOf } from "@ldusage/types";
import type { UsageResult } from "./call/usage-result.ts";
import type { UsageClient } from "./usage-client.ts";

declare const usage: UsageClient;
type Equal<Left, Right> =
  (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false;
const holds = <_Check extends true>(): void => {};

type SeriesListRep = components["schemas"]["SeriesListRep"];
const list = usage.getMAUTotalUsage({ from: "2026-01-01", to: new Date(), groupBy: ["sdkName"] });
holds<Equal<typeof list, Promise<SeriesListRep>>>();
const result = usage.request("getMauSdksByType", { sdktype: "client" });
holds<Equal<typeof result, Promise<UsageResult<components["schemas"]["SdkListRep"]>>>>();

// What is accepted
void usage.getMAUTotalUsage();
void usage.getMAUTotalUsage({ aggregationType: "month_to_date", granularity: "monthly" });
void usage.getMAUTotalUsage({ granularity: "monthly" });
void usage.getMAUTotalUsage({ projectKey: ["a", "b"] });
void usage.getMAUTotalUsage({ projectKey: ["a"], environmentKey: ["prod", "test"] });
void usage.getMAUTotalUsage({ from: { epochMs: 1 }, to: { epochMilliseconds: 2 }, sdkName: undefined });
void usage.getEvaluationsUsage({ projectKey: "p", environmentKey: "e", featureFlagKey: "f", tz: "UTC" });
holds<Equal<ParametersOf<"getStreamUsageSdkversion">["source"], "client" | "server">>();

// @ts-expect-error a bare number has no unit
void usage.getMAUTotalUsage({ from: 1_700_000_000_000 });
// @ts-expect-error no such dimension
void usage.getMAUTotalUsage({ groupBy: ["planet"] });
// @ts-expect-error a dimension of another operation
void usage.getMAUClientsideUsage({ groupBy: "sdkType" });
// @ts-expect-error monthly points are month-to-date only
void usage.getMAUTotalUsage({ aggregationType: "incremental", granularity: "monthly" });
// @ts-expect-error no hourly contexts
void usage.getContextsTotalUsage({ granularity: "hourly" });
// @ts-expect-error an environment needs a project
void usage.getMAUTotalUsage({ environmentKey: "prod" });
// @ts-expect-error an environment needs exactly one project
void usage.getMAUTotalUsage({ environmentKey: "prod", projectKey: ["a", "b"] });
// @ts-expect-error featureFlagKey is missing
void usage.getEvaluationsUsage({ projectKey: "p", environmentKey: "e" });
// @ts-expect-error the path is required
void usage.getStreamUsage();
// @ts-expect-error a misspelt parameter
void usage.getMAUTotalUsage({ groupby: "sdkName" });
// @ts-expect-error no such operation
void usage.request("getNothing", {});
