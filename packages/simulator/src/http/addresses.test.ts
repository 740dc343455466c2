import { describe, expect, test } from "vitest";
import type { UsageEvent } from "../account/usage-event.ts";
import { createSimulator } from "../create-simulator.ts";

const nowMs = Date.UTC(2026, 2, 31, 12);
const headers = { Authorization: "api-test", "LD-API-Version": "beta" };
const eventOf = (project: string, environment: string, flag: string): UsageEvent => ({
  timeMs: nowMs - 60_000,
  contextKey: "context",
  isPrimaryKind: true,
  attributes: new Map<string, string | boolean>([
    ["project-key", project],
    ["environment-key", environment],
    ["feature-flag-key", flag],
    ["variation", true],
    ["sdk-name", flag],
  ]),
});
const odd = ["a b", "a/b", "50%", "%41", "é", "日本", "a+b", "a?b#c", "..", "a;b=c&d", "__proto__", "'\"<>"];
const simulator = createSimulator({
  nowMs,
  events: [
    eventOf("web", "prod", "flag"),
    eventOf("app", "test", "flag"),
    ...odd.map((key) => eventOf("web", "prod", key)),
  ],
});
const ask = async (path: string): Promise<{ status: number; series: number }> => {
  const answer = await simulator.fetch(new Request(`http://x/api/v2/usage/${path}`, { headers }));
  const body: { series?: unknown[] } = await answer.json();
  return { status: answer.status, series: body.series?.length ?? 0 };
};

describe("percent-encoding", () => {
  // Two dots alone are a step up in any URL, however they are written.
  test.each(odd.filter((key) => key !== ".."))("of %j in a path", async (key) => {
    expect(await ask(`evaluations/web/prod/${encodeURIComponent(key)}`)).toEqual({ status: 200, series: 1 });
    expect((await ask(`evaluations/web/prod/${encodeURIComponent(`${key}!`)}`)).status).toBe(404);
  });

  test.each(odd)("of %j in a query", async (key) => {
    expect(await ask(`total-mau?sdkName=${encodeURIComponent(key)}`)).toEqual({ status: 200, series: 1 });
    expect((await ask(`total-mau?sdkName=${encodeURIComponent(`${key}!`)}`)).series).toBe(0);
  });

  test("of the words of a route does not matter", async () => {
    expect((await ask("total%2Dmau")).status).toBe(200);
    expect((await ask("streams%2Fclient")).status).toBe(404);
  });
});

describe("repeated keys", () => {
  test.each([
    ["total-mau?sdkName=a%20b&sdkName=%C3%A9", 200],
    ["total-mau?sdkName=a&sdkName=a", 200],
    ["total-mau?groupBy=sdkName&groupBy=sdkName", 200],
    ["total-mau?from=0&from=0", 400],
    ["mau/sdks?sdktype=client&sdktype=server", 400],
    ["total-mau?projectKey=web&environmentKey=prod&environmentKey=test", 200],
    ["total-mau?projectKey=web&projectKey=web&environmentKey=prod", 400],
    ["total-mau?from=", 400],
    ["total-mau?sdkName=", 200],
    ["total-mau?=x&&&", 200],
  ])("%s gives %i", async (path, status) => {
    expect((await ask(path)).status).toBe(status);
  });
});

describe("what is not in the account", () => {
  test.each([
    ["evaluations/web/prod/flag", 200],
    ["evaluations/app/test/flag", 200],
    ["evaluations/app/prod/flag", 404],
    ["evaluations/nowhere/prod/flag", 404],
    ["evaluations/web/nowhere/flag", 404],
    ["evaluations/web/prod/nothing", 404],
    ["evaluations/web/prod/", 404],
    ["evaluations/web/prod", 404],
    ["evaluations/web/prod/flag/more", 404],
    ["total-mau/", 404],
    ["TOTAL-MAU", 404],
  ])("%s gives %i", async (path, status) => {
    expect((await ask(path)).status).toBe(status);
  });

  test("needs no beta header to be missing", async () => {
    const init = { headers: { Authorization: "api-test" } };
    const statuses = await Promise.all(
      ["api/v2/usage/nothing", "api/v2", "nothing", "favicon.ico"].map(
        async (path) => (await simulator.fetch(new Request(`http://x/${path}`, init))).status,
      ),
    );
    expect(statuses).toEqual([404, 404, 404, 404]);
  });
});
