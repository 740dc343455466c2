import { isUsageHttpError } from "@ldusage/client";
import type { ConformanceCase } from "../conformance-case.ts";
import { expectEqual, expectMembers, expectThat } from "../expectations.ts";
import { useScenario } from "../use-scenario.ts";

const statuses = { "redirect-elsewhere": 302, "redirect-loop": 307 } as const;

/** Redirects, which are never followed. */
export const redirectCases: readonly ConformanceCase[] = (
  ["redirect-elsewhere", "redirect-loop"] as const
).map((scenario) => ({
  name: `${scenario} is a UsageHttpError, and nothing is followed`,
  run: async (environment) => {
    const use = useScenario(environment, scenario);
    const result = await use.usage.request("getMAUTotalUsage", {});
    expectThat(!result.ok && isUsageHttpError(result.error), "the redirect should be the failure");
    expectMembers(result.error, { reason: "redirected" }, "error");
    // Browsers do not tell the status of a redirect that they do not follow.
    const probe = useScenario(environment, scenario);
    const { type } = await fetch(`${probe.baseUrl}/`, { redirect: "manual" });
    expectEqual(result.error.status, type === "opaqueredirect" ? 0 : statuses[scenario], "status");
    const { requests, requestsElsewhere } = await use.record();
    expectEqual([requests.length, requestsElsewhere.length], [1, 0], "requests here and elsewhere");
  },
}));
