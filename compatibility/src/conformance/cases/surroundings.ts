import { createUsageClient } from "@ldusage/client";
import { createUsageCore, getMAUTotalUsage } from "@ldusage/client/core";
import type { ConformanceCase } from "../conformance-case.ts";
import { expectEqual, expectMembers, failureOf } from "../expectations.ts";
import { plainData } from "../plain-data.ts";
import type { ScenarioName } from "../server/scenarios.ts";
import { useScenario } from "../use-scenario.ts";

/** What the client takes from the runtime. */
export const surroundingCases: readonly ConformanceCase[] = [
  {
    name: "an origin alone is a base URL",
    run: async ({ baseUrl, accessToken }) => {
      const usage = createUsageClient({ accessToken, baseUrl, allowBrowser: true });
      const { sdks } = await usage.getMauSdksByType({ sdktype: "client" });
      expectEqual(sdks.length > 0, true, "whether there are SDKs");
    },
  },
  {
    name: "the core calls, and maps what is refused, redirected or cut off",
    run: async (environment) => {
      const call = (scenario: ScenarioName) => {
        const { baseUrl } = useScenario(environment, scenario);
        const { accessToken } = environment;
        const usage = createUsageCore({ accessToken, baseUrl, operations: { getMAUTotalUsage } });
        return usage.getMAUTotalUsage({ from: "2026-01-01" });
      };
      expectEqual(await call("plain"), plainData, "data");
      const refused = await failureOf(call("redirect-elsewhere"));
      expectMembers(refused, { name: "UsageHttpError", reason: "redirected" }, "redirect");
      const cut = await failureOf(call("half-json"));
      expectMembers(cut, { name: "UsageDecodeError" }, "half a JSON");
    },
  },
  {
    // A `fetch` that is called as a member of something else is an "illegal invocation" in some runtimes.
    name: "the runtime's own fetch can be handed over",
    run: async (environment) => {
      const { usage } = useScenario(environment, "plain", { fetch: globalThis.fetch });
      expectEqual(await usage.getMAUTotalUsage(), plainData, "data");
    },
  },
  {
    name: "a fetch of the caller's own gets a Request and decides the answer",
    run: async (environment) => {
      const seen: string[] = [];
      const use = useScenario(environment, "plain", {
        fetch: async (request) => {
          seen.push(`${request.method} ${new URL(request.url).pathname}`);
          return Response.json(plainData);
        },
      });
      expectEqual(await use.usage.getMAUTotalUsage(), plainData, "data");
      expectEqual(seen, [`GET ${new URL(use.baseUrl).pathname}/api/v2/usage/total-mau`], "requests");
      expectEqual((await use.record()).requests.length, 0, "requests on the wire");
    },
  },
  {
    name: "a page is warned about its token once, everything else is not",
    run: async ({ baseUrl, accessToken }) => {
      const warnings: unknown[] = [];
      const { console } = globalThis;
      const { warn } = console;
      console.warn = (...words: unknown[]) => warnings.push(words);
      try {
        createUsageClient({ accessToken, baseUrl, allowBrowser: true });
        expectEqual(warnings.length, 0, "warnings with allowBrowser");
        createUsageClient({ accessToken, baseUrl });
        createUsageClient({ accessToken, baseUrl });
      } finally {
        console.warn = warn;
      }
      expectEqual(warnings.length, typeof document === "object" ? 1 : 0, "warnings");
      expectEqual(JSON.stringify(warnings).includes(accessToken), false, "whether the token is shown");
    },
  },
];
