import { createUsageClient, isUsageHttpError } from "@ldusage/client";
import { beforeEach, expect, test } from "vitest";
import { answerUsage, simulator, usageUrl } from "../../examples/msw-handler.ts";

// MSW itself is no dependency. What it does is catch requests by their URL and hand them over like this.
const start = usageUrl.slice(0, -1);
const caught = (request: Request): Promise<Response> =>
  request.url.startsWith(start) ? answerUsage({ request }) : Promise.reject(new TypeError("not caught"));

beforeEach(() => {
  simulator.set({ faults: undefined, switches: undefined });
  simulator.clearRequests();
});

test("a client gets its answers from the simulated account", async () => {
  const usage = createUsageClient({ accessToken: "api-test", fetch: caught });
  const { metadata, series } = await usage.getMAUTotalUsage({ from: "2026-11-01", groupBy: ["sdkName"] });
  expect(metadata.length).toBeGreaterThan(3);
  expect(series.length).toBeGreaterThan(10);
  expect(simulator.requests.map(({ status }) => status)).toEqual([200]);
  expect(simulator.requests[0]?.url).toMatch(
    /^https:\/\/app\.launchdarkly\.com\/api\/v2\/usage\/total-mau\?/,
  );
});

test("faults are met, and what has been refused is told", async () => {
  const usage = createUsageClient({
    accessToken: "api-test",
    fetch: caught,
    retry: { limit: 1, baseDelayMs: 1 },
  });
  simulator.set({ faults: [{ kind: "status", status: 503 }, undefined, { kind: "status", status: 403 }] });
  await usage.getMauSdksByType();
  const refused = await usage.getMauSdksByType().catch((error: unknown) => error);
  expect(isUsageHttpError(refused) && refused.reason).toBe("forbidden");
  expect(simulator.requests.map(({ status }) => status)).toEqual([503, 200, 403]);
});

test("a grouped range that is refused is told to be too long, and its other switches too", async () => {
  const usage = createUsageClient({ accessToken: "api-test", fetch: caught });
  simulator.set({ switches: { longGroupedRange: { days: 31 }, groupOrder: "stable" } });
  const refused = await usage
    .getMAUTotalUsage({ from: "2026-08-01", groupBy: ["sdkName"] })
    .catch((error: unknown) => error);
  expect(isUsageHttpError(refused) && refused.reason).toBe("range-too-large");
});
