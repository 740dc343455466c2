import { describe, expect, test } from "vitest";
import type { UsageEvent } from "../account/usage-event.ts";
import { createSimulator } from "../create-simulator.ts";

const dayMs = 86_400_000;
const nowMs = Date.UTC(2026, 10, 15, 12);
const seen = (daysAgo: number, name: string, side: string): UsageEvent => ({
  timeMs: nowMs - daysAgo * dayMs,
  contextKey: "context",
  isPrimaryKind: true,
  attributes: new Map([
    ["sdk-name", name],
    ["sdk-version", "1.0"],
    ["sdk-type", side],
  ]),
});
const simulator = createSimulator({
  nowMs,
  events: [
    seen(61, "Old", "client"),
    seen(59, "JSClient", "client"),
    seen(59, "Java", "server"),
    seen(8, "Android", "client"),
    seen(6, "iOS", "client"),
    seen(1, "iOS", "client"),
    seen(1, "Go", "server"),
  ],
});

async function list(path: string): Promise<unknown> {
  const headers = { Authorization: "api-test", "LD-API-Version": "beta" };
  const response = await simulator.fetch(new Request(`http://x/api/v2/usage/${path}`, { headers }));
  return response.json();
}

describe("SDKs of a range", () => {
  const from = `from=${nowMs - 9 * dayMs}`;
  test.each([
    ["of the past seven days where none is given", "mau/sdks", ["Go", "iOS"]],
    ["from its start", `mau/sdks?${from}`, ["Android", "Go", "iOS"]],
    ["up to its end", `mau/sdks?${from}&to=${nowMs - 7 * dayMs}`, ["Android"]],
    ["of one side", `mau/sdks?${from}&sdktype=server`, ["Go"]],
    ["of an empty range", `mau/sdks?from=${nowMs - dayMs / 2}`, []],
  ])("%s", async (_name, path, sdks) => {
    expect(await list(path)).toEqual({ _links: {}, sdks });
  });
});

test("SDK versions look back 60 days, each once and in order", async () => {
  expect(await list("streams/client/sdkversions")).toEqual({
    _links: {},
    sdkVersions: ["Android", "JSClient", "iOS"].map((sdk) => ({ sdk, version: "1.0" })),
  });
  expect(await list("streams/server/sdkversions")).toMatchObject({
    sdkVersions: [{ sdk: "Go" }, { sdk: "Java" }],
  });
});
