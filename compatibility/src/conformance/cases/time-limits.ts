import { isUsageTimeoutError, type UsageResult } from "@ldusage/client";
import type { ConformanceCase } from "../conformance-case.ts";
import { expectBetween, expectEqual, expectMembers, expectThat, slackMs, timed } from "../expectations.ts";
import { useScenario } from "../use-scenario.ts";

type Limit = "attempt" | "deadline";

function expectTimeout(result: UsageResult<unknown>, timeout: Limit, timeoutMs: number): void {
  expectThat(!result.ok, "the call should fail");
  expectThat(isUsageTimeoutError(result.error), `expected a UsageTimeoutError, found ${result.error}`);
  expectMembers(result.error, { name: "UsageTimeoutError", timeout, timeoutMs }, "error");
}

const once = { retry: { limit: 0 } };

/** How long a call may take. */
export const timeLimitCases: readonly ConformanceCase[] = [
  ...(["silent-before-headers", "silent-after-headers"] as const).flatMap((scenario): ConformanceCase[] => [
    {
      name: `${scenario}: the attempt times out`,
      run: async (environment) => {
        const use = useScenario(environment, scenario, { ...once, attemptTimeoutMs: 250 });
        const { value, elapsedMs } = await timed(() => use.usage.request("getMAUTotalUsage", {}));
        expectTimeout(value, "attempt", 250);
        expectBetween(elapsedMs, 230, 250 + slackMs, "ms until the failure");
        await use.expectEndings(["broken"]);
      },
    },
    {
      name: `${scenario}: the deadline ends the call`,
      run: async (environment) => {
        const use = useScenario(environment, scenario, { deadlineMs: 300 });
        const { value, elapsedMs } = await timed(() => use.usage.request("getMAUTotalUsage", {}));
        expectTimeout(value, "deadline", 300);
        expectBetween(elapsedMs, 280, 300 + slackMs, "ms until the failure");
        await use.expectEndings(["broken"]);
      },
    },
  ]),
  {
    name: "an attempt that timed out is tried again",
    run: async (environment) => {
      const use = useScenario(environment, "silent-then-plain", { attemptTimeoutMs: 250 });
      const { ok, meta } = await use.usage.request("getMAUTotalUsage", {});
      expectEqual([ok, meta.attempts], [true, 2], "result");
      await use.expectEndings(["broken", "complete"]);
    },
  },
  {
    name: "a body that takes too long counts against the attempt",
    run: async (environment) => {
      const { usage } = useScenario(environment, "slow-body", { ...once, attemptTimeoutMs: 100 });
      expectTimeout(await usage.request("getMAUTotalUsage", {}), "attempt", 100);
    },
  },
  {
    name: "the deadline counts attempts and waits",
    run: async (environment) => {
      const use = useScenario(environment, "silent-after-headers", {
        attemptTimeoutMs: 150,
        deadlineMs: 700,
        retry: { limit: 10, baseDelayMs: 10 },
      });
      const { value, elapsedMs } = await timed(() => use.usage.request("getMAUTotalUsage", {}));
      expectThat(!value.ok && isUsageTimeoutError(value.error), "the call should time out");
      expectBetween(elapsedMs, 300, 700 + slackMs, "ms until the failure");
      expectBetween((await use.record()).requests.length, 2, 5, "requests");
    },
  },
  {
    name: "limits of a call go before limits of the client",
    run: async (environment) => {
      const { usage } = useScenario(environment, "silent-after-headers", once);
      expectTimeout(await usage.request("getMAUTotalUsage", {}, { attemptTimeoutMs: 100 }), "attempt", 100);
      expectTimeout(await usage.request("getMAUTotalUsage", {}, { deadlineMs: 100 }), "deadline", 100);
    },
  },
];
