import { createRateLimiter } from "@ldusage/client";
import type { ConformanceCase, ScenarioRecord } from "../conformance-case.ts";
import { expectEqual } from "../expectations.ts";
import { useScenario } from "../use-scenario.ts";

// Each call asks for something else: a browser sends equal requests one after the other, for its cache.
const versions = ["1", "2", "3", "4", "5", "6"];

const most = ({ requests }: ScenarioRecord): number => Math.max(...requests.map(({ inFlight }) => inFlight));

/** How many requests are under way at the same time. */
export const concurrencyCases: readonly ConformanceCase[] = [
  {
    name: "a client keeps to its number of requests at a time, and uses it",
    run: async (environment) => {
      const use = useScenario(environment, "slow", { concurrency: 2 });
      await Promise.all(versions.map((sdkVersion) => use.usage.getServiceConnectionsUsage({ sdkVersion })));
      const record = await use.record();
      expectEqual([record.requests.length, most(record)], [6, 2], "requests, and most at a time");
    },
  },
  {
    name: "clients that share a rate limiter share its places",
    run: async (environment) => {
      const rateLimiter = createRateLimiter({ concurrency: 2 });
      const use = useScenario(environment, "slow", { rateLimiter });
      const other = useScenario(environment, "slow", { rateLimiter, baseUrl: use.baseUrl });
      const calls = versions.map((sdkVersion, index) => {
        const { usage } = index % 2 === 0 ? use : other;
        return usage.getServiceConnectionsUsage({ sdkVersion });
      });
      await Promise.all(calls);
      const record = await use.record();
      expectEqual([record.requests.length, most(record)], [6, 2], "requests, and most at a time");
    },
  },
  {
    name: "calls that fail give their places back",
    run: async (environment) => {
      const rateLimiter = createRateLimiter({ concurrency: 1 });
      const options = { rateLimiter, attemptTimeoutMs: 100, retry: { limit: 0 } };
      for (const scenario of [
        "silent-before-headers",
        "silent-after-headers",
        "reset-in-body",
        "half-json",
        "busy",
        "redirect-loop",
      ] as const) {
        const { ok } = await useScenario(environment, scenario, options).usage.request(
          "getMAUTotalUsage",
          {},
        );
        expectEqual(ok, false, scenario);
      }
      await useScenario(environment, "plain", { rateLimiter }).usage.getMAUTotalUsage();
    },
  },
];
