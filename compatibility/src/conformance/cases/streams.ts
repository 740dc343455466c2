import {
  createRateLimiter,
  isUsageDecodeError,
  isUsageNetworkError,
  isUsageTimeoutError,
  type UsageClient,
} from "@ldusage/client";
import type { ConformanceCase } from "../conformance-case.ts";
import { expectEqual, expectMembers, expectThat, failureOf } from "../expectations.ts";
import { plainData } from "../plain-data.ts";
import { useScenario } from "../use-scenario.ts";

async function openStream({ request }: UsageClient): Promise<ReadableStream<Uint8Array>> {
  const result = await request("getMAUTotalUsage", {}, { parse: "stream" });
  expectThat(result.ok, `the body should begin well: ${result.ok || result.error}`);
  expectThat(result.data instanceof ReadableStream, "the data should be a stream");
  return result.data;
}

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
  }
}

/** Bodies that are handed over as they arrive. */
export const streamCases: readonly ConformanceCase[] = [
  {
    name: "parse: stream",
    run: async (environment) => {
      const { usage } = useScenario(environment, "slow-body");
      expectEqual(JSON.parse(await textOf(await openStream(usage))), plainData, "decoded stream");
    },
  },
  {
    name: "a stream begins before the body is complete, also after a retry",
    run: async (environment) => {
      const { usage } = useScenario(environment, "busy-then-plain");
      expectEqual(JSON.parse(await textOf(await openStream(usage))), plainData, "decoded stream");
      const endless = useScenario(environment, "endless");
      const reader = (await openStream(endless.usage)).getReader();
      const { value } = await reader.read();
      expectThat(value instanceof Uint8Array && value.length > 0, "the stream should give bytes");
      await reader.cancel();
    },
  },
  {
    name: "a stream that is cancelled frees the connection and its place",
    run: async (environment) => {
      const rateLimiter = createRateLimiter({ concurrency: 1 });
      const use = useScenario(environment, "endless", { rateLimiter });
      await (await openStream(use.usage)).cancel();
      await useScenario(environment, "plain", { rateLimiter }).usage.getMAUTotalUsage();
      await use.expectEndings(["broken"]);
    },
  },
  {
    name: "a stream that breaks in the middle fails with a UsageNetworkError",
    run: async (environment) => {
      const { usage } = useScenario(environment, "reset-in-body");
      const failure = await failureOf(textOf(await openStream(usage)));
      expectThat(isUsageNetworkError(failure), `expected a UsageNetworkError, found ${failure}`);
    },
  },
  {
    name: "a stream over the size limit fails with a UsageDecodeError and frees the connection",
    run: async (environment) => {
      const use = useScenario(environment, "endless", { maxResponseBytes: 100_000 });
      const failure = await failureOf(textOf(await openStream(use.usage)));
      expectThat(isUsageDecodeError(failure), `expected a UsageDecodeError, found ${failure}`);
      await use.expectEndings(["broken"]);
    },
  },
  {
    name: "a stream that falls silent fails at the deadline and frees the connection",
    run: async (environment) => {
      const use = useScenario(environment, "silent-after-headers", { deadlineMs: 800 });
      const failure = await failureOf(textOf(await openStream(use.usage)));
      expectThat(isUsageTimeoutError(failure), `expected a UsageTimeoutError, found ${failure}`);
      expectMembers(failure, { timeout: "deadline", timeoutMs: 800 }, "error");
      await use.expectEndings(["broken"]);
    },
  },
  {
    name: "a stream fails with the caller's own reason after an abort",
    run: async (environment) => {
      const use = useScenario(environment, "endless");
      const controller = new AbortController();
      const { signal } = controller;
      const result = await use.usage.request("getMAUTotalUsage", {}, { parse: "stream", signal });
      expectThat(result.ok, "the body should begin well");
      const reason = { why: "enough" };
      setTimeout(() => controller.abort(reason), 100);
      expectThat((await failureOf(textOf(result.data))) === reason, "the reason should be the caller's own");
      await use.expectEndings(["broken"]);
    },
  },
];
