import { createRateLimiter } from "@ldusage/client";
import type { ConformanceCase } from "../conformance-case.ts";
import { expectBetween, expectEqual, expectThat, failureOf, slackMs, sleep, timed } from "../expectations.ts";
import { type ScenarioUse, useScenario } from "../use-scenario.ts";

/** Aborts a call after a while and expects it to reject with the very reason that was given. */
async function expectAbort({ usage }: ScenarioUse, afterMs: number): Promise<void> {
  const reason = { why: "the page was closed" };
  const controller = new AbortController();
  setTimeout(() => controller.abort(reason), afterMs);
  const { value, elapsedMs } = await timed(() =>
    failureOf(usage.getMAUTotalUsage({}, { signal: controller.signal })),
  );
  expectThat(value === reason, `expected the caller's own reason, found ${String(value)}`);
  expectBetween(elapsedMs, 0, afterMs + slackMs, "ms until the rejection");
}

/** What the caller's own signal does. */
export const abortCases: readonly ConformanceCase[] = [
  {
    name: "an abort before the call sends nothing",
    run: async (environment) => {
      const use = useScenario(environment, "plain");
      const reason = { why: "never mind" };
      const call = use.usage.request("getMAUTotalUsage", {}, { signal: AbortSignal.abort(reason) });
      expectThat((await failureOf(call)) === reason, "request should reject with the caller's own reason");
      expectEqual((await use.record()).requests.length, 0, "requests");
    },
  },
  ...(["silent-before-headers", "silent-after-headers", "endless"] as const).map(
    (scenario): ConformanceCase => ({
      name: `${scenario}: an abort rejects with the caller's own reason and frees the connection`,
      run: async (environment) => {
        const use = useScenario(environment, scenario);
        await expectAbort(use, 150);
        await use.expectEndings(["broken"]);
      },
    }),
  ),
  {
    name: "an abort ends a wait between attempts",
    run: async (environment) => {
      const use = useScenario(environment, "retry-after-then-plain");
      await expectAbort(use, 200);
      expectEqual((await use.record()).requests.length, 1, "requests");
    },
  },
  {
    name: "an abort ends a wait for a place, and the place is not lost",
    run: async (environment) => {
      const rateLimiter = createRateLimiter({ concurrency: 1 });
      const silent = useScenario(environment, "silent-after-headers", { rateLimiter });
      const plain = useScenario(environment, "plain", { rateLimiter });
      const controller = new AbortController();
      const first = failureOf(silent.usage.getMAUTotalUsage({}, { signal: controller.signal }));
      await expectAbort(plain, 50);
      expectEqual((await plain.record()).requests.length, 0, "requests of the aborted call");
      controller.abort();
      await first;
      await plain.usage.getMAUTotalUsage();
    },
  },
  {
    name: "an abort after the call does nothing",
    run: async (environment) => {
      const { usage } = useScenario(environment, "plain");
      const controller = new AbortController();
      await usage.getMAUTotalUsage({}, { signal: controller.signal });
      controller.abort(new Error("too late"));
      await sleep(20);
      await usage.getMAUTotalUsage();
    },
  },
];
