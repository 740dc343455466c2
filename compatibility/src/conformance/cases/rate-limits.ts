import { createRateLimiter, isUsageHttpError } from "@ldusage/client";
import type { ConformanceCase, ScenarioRecord } from "../conformance-case.ts";
import { expectBetween, expectEqual, expectMembers, expectThat, slackMs, timed } from "../expectations.ts";
import { useScenario } from "../use-scenario.ts";

/** As long as the windows of the server's scenarios. */
const windowMs = 600;

function gapMs({ requests: [first, second] }: ScenarioRecord): number {
  expectThat(first !== undefined && second !== undefined, "the server should have received two requests");
  return second.atMs - first.atMs;
}

/** What rate limits do to calls. */
export const rateLimitCases: readonly ConformanceCase[] = [
  {
    name: "429 with rate-limit headers is tried again after the window",
    run: async (environment) => {
      const use = useScenario(environment, "limited-then-plain");
      const { ok, meta } = await use.usage.request("getMAUTotalUsage", {});
      expectEqual([ok, meta.attempts, meta.status], [true, 2, 200], "result");
      expectMembers(meta.rateLimit, { globalRemaining: 50, routeRemaining: 4 }, "state of the rate limit");
      expectBetween(gapMs(await use.record()), windowMs - 50, windowMs + slackMs, "ms between the attempts");
    },
  },
  {
    name: "429 whose headers may not be readable is tried again",
    run: async (environment) => {
      const use = useScenario(environment, "limited-unexposed-then-plain");
      const { ok, meta } = await use.usage.request("getMAUTotalUsage", {});
      expectEqual([ok, meta.attempts], [true, 2], "result");
      // A page of another origin cannot read headers that are not exposed to it, and backs off instead.
      const probe = useScenario(environment, "limited-unexposed-then-plain");
      const { headers } = await fetch(`${probe.baseUrl}/`);
      const leastMs = headers.has("X-Ratelimit-Reset") ? windowMs - 50 : 0;
      expectBetween(gapMs(await use.record()), leastMs, windowMs + slackMs, "ms between the attempts");
    },
  },
  {
    name: "429 with Retry-After is tried again after that time",
    run: async (environment) => {
      const use = useScenario(environment, "retry-after-then-plain");
      const { ok, meta } = await use.usage.request("getMAUTotalUsage", {});
      expectEqual([ok, meta.attempts], [true, 2], "result");
      expectBetween(gapMs(await use.record()), 950, 1100 + slackMs, "ms between the attempts");
    },
  },
  {
    name: "a wait that would outlast the deadline fails at once and says when to come back",
    run: async (environment) => {
      const use = useScenario(environment, "retry-after-an-hour", { deadlineMs: 60_000 });
      const { value: result, elapsedMs } = await timed(() => use.usage.request("getMAUTotalUsage", {}));
      expectThat(!result.ok && isUsageHttpError(result.error), "the refusal should be the result");
      expectMembers(result.error, { status: 429, reason: "rate-limited" }, "error");
      expectBetween(result.error.retryAfterMs ?? 0, 3_590_000, 3_600_000, "retryAfterMs");
      expectBetween(elapsedMs, 0, slackMs, "ms until the failure");
      expectEqual((await use.record()).requests.length, 1, "requests");
    },
  },
  {
    name: "a budget that is spent holds back the next call, also of another client",
    run: async (environment) => {
      const rateLimiter = createRateLimiter({ concurrency: 4 });
      const use = useScenario(environment, "last-of-budget", { rateLimiter });
      await use.usage.getMAUTotalUsage();
      const other = useScenario(environment, "plain", { rateLimiter, baseUrl: use.baseUrl });
      await other.usage.getMAUTotalUsage();
      expectBetween(gapMs(await use.record()), windowMs - 100, windowMs + slackMs, "ms between the calls");
    },
  },
];
