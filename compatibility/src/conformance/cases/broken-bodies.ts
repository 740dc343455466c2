import {
  createRateLimiter,
  isUsageDecodeError,
  isUsageNetworkError,
  type UsageFailure,
} from "@ldusage/client";
import type { ConformanceCase, ConformanceEnvironment } from "../conformance-case.ts";
import { expectBetween, expectEqual, expectMembers, expectThat, slackMs, timed } from "../expectations.ts";
import { plainData } from "../plain-data.ts";
import { useScenario } from "../use-scenario.ts";

const limits = { maxResponseBytes: 100_000 };

async function expectTooLarge(
  environment: ConformanceEnvironment,
  scenario: "endless" | "large-body" | "gzip-bomb",
): Promise<void> {
  const rateLimiter = createRateLimiter({ concurrency: 1 });
  const use = useScenario(environment, scenario, { ...limits, rateLimiter });
  const { value: result, elapsedMs } = await timed(() => use.usage.request("getMAUTotalUsage", {}));
  expectThat(
    !result.ok && isUsageDecodeError(result.error),
    `the body should be refused: ${failureIn(result)}`,
  );
  expectBetween(elapsedMs, 0, slackMs, "ms until the failure");
  expectEqual((await use.record()).requests.length, 1, "requests");
  // Its place and connection are free again.
  await useScenario(environment, "plain", { rateLimiter }).usage.getMAUTotalUsage();
}

function failureIn(result: { readonly ok: boolean; readonly error?: UsageFailure | undefined }): string {
  return result.ok ? "it was accepted" : String(result.error);
}

/** What happens when a body does not arrive whole. */
export const brokenBodyCases: readonly ConformanceCase[] = [
  {
    name: "a reset in the middle of a body is tried again",
    run: async (environment) => {
      const use = useScenario(environment, "reset-then-plain");
      const result = await use.usage.request("getMAUTotalUsage", {});
      expectThat(result.ok, `the second answer should count: ${failureIn(result)}`);
      expectEqual(result.data, plainData, "data");
      expectEqual(result.meta.attempts, 2, "attempts");
    },
  },
  ...(["reset-in-body", "chunks-cut"] as const).map(
    (scenario): ConformanceCase => ({
      name: `${scenario} for good is a UsageNetworkError`,
      run: async (environment) => {
        const { usage } = useScenario(environment, scenario);
        const result = await usage.request("getMAUTotalUsage", {});
        expectThat(!result.ok && isUsageNetworkError(result.error), failureIn(result));
        expectMembers(result.error, { name: "UsageNetworkError", operationId: "getMAUTotalUsage" }, "error");
        expectEqual(result.meta.attempts, 3, "attempts");
      },
    }),
  ),
  {
    name: "a server that does not listen is a UsageNetworkError",
    run: async (environment) => {
      const { usage } = useScenario(environment, "plain", { baseUrl: "http://127.0.0.1:9" });
      const result = await usage.request("getMAUTotalUsage", {});
      expectThat(!result.ok && isUsageNetworkError(result.error), failureIn(result));
      expectMembers(result.meta, { attempts: 3 }, "facts");
      expectEqual("status" in result.meta, false, "whether there is a status");
    },
  },
  {
    name: "half a JSON text is a UsageDecodeError, not tried again",
    run: async (environment) => {
      const use = useScenario(environment, "half-json");
      const result = await use.usage.request("getMAUTotalUsage", {});
      expectThat(!result.ok && isUsageDecodeError(result.error), failureIn(result));
      expectEqual((await use.record()).requests.length, 1, "requests");
    },
  },
  {
    name: "gzip that is cut short is no data",
    run: async (environment) => {
      const { usage } = useScenario(environment, "gzip-cut");
      const result = await usage.request("getMAUTotalUsage", {});
      // Some runtimes report the cut, others hand over what there is.
      expectThat(
        !result.ok && (isUsageNetworkError(result.error) || isUsageDecodeError(result.error)),
        failureIn(result),
      );
    },
  },
  {
    name: "an endless body ends at the size limit, and the connection with it",
    run: async (environment) => {
      await expectTooLarge(environment, "endless");
      const use = useScenario(environment, "endless", limits);
      await use.usage.request("getMAUTotalUsage", {}, { parse: "bytes" });
      await use.expectEndings(["broken"]);
    },
  },
  {
    name: "a body that says it is too large is refused",
    run: (environment) => expectTooLarge(environment, "large-body"),
  },
  {
    name: "the size limit counts bytes after decompression",
    run: (environment) => expectTooLarge(environment, "gzip-bomb"),
  },
];
