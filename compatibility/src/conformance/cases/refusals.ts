import { isUsageHttpError, type UsageHttpError, type UsageHttpReason } from "@ldusage/client";
import type { ConformanceCase } from "../conformance-case.ts";
import { expectEqual, expectMembers, expectThat, failureOf } from "../expectations.ts";
import { useScenario } from "../use-scenario.ts";

async function refusalOf(
  call: Promise<unknown>,
  status: number,
  reason: UsageHttpReason,
): Promise<UsageHttpError> {
  const failure = await failureOf(call);
  expectThat(isUsageHttpError(failure), `expected a UsageHttpError, found ${String(failure)}`);
  expectMembers(failure, { name: "UsageHttpError", status, reason }, "error");
  return failure;
}

/** What the server refuses. Such calls are not repeated. */
export const refusalCases: readonly ConformanceCase[] = [
  {
    name: "401 is invalid-token",
    run: async (environment) => {
      const accessToken = `${environment.accessToken}-wrong`;
      const use = useScenario(environment, "simulator", { accessToken });
      const { code, serverMessage } = await refusalOf(use.usage.getMAUTotalUsage(), 401, "invalid-token");
      expectEqual([code, serverMessage], ["unauthorized", "Invalid access token"], "words of the server");
      expectEqual((await use.record()).requests.length, 1, "requests");
    },
  },
  {
    name: "403 is forbidden, or a header that was dropped on the way",
    run: async (environment) => {
      const forbidden = useScenario(environment, "forbidden");
      await refusalOf(forbidden.usage.getMAUTotalUsage(), 403, "forbidden");
      expectEqual((await forbidden.record()).requests.length, 1, "requests");
      const { usage } = useScenario(environment, "beta-header-dropped");
      await refusalOf(usage.getMAUTotalUsage(), 403, "missing-beta-header");
    },
  },
  {
    name: "404 is not-found",
    run: async (environment) => {
      const use = useScenario(environment, "simulator");
      const call = use.usage.getEvaluationsUsage({
        projectKey: "mars",
        environmentKey: "production",
        featureFlagKey: "new-checkout",
      });
      const { hint } = await refusalOf(call, 404, "not-found");
      expectThat(hint.length > 10, "the error should say what to do");
      expectEqual((await use.record()).requests.length, 1, "requests");
    },
  },
  {
    name: "a refusal is a result of request",
    run: async (environment) => {
      const { usage } = useScenario(environment, "forbidden");
      const result = await usage.request("getMAUTotalUsage", {});
      expectThat(!result.ok && isUsageHttpError(result.error), "request should give the error as a result");
      expectMembers(result.meta, { operationId: "getMAUTotalUsage", status: 403, attempts: 1 }, "facts");
    },
  },
];
