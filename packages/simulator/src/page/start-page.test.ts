import { catalog, type OperationDescriptor } from "@ldusage/types/catalog";
import { describe, expect, test } from "vitest";
import { createSimulator, type Simulator } from "../create-simulator.ts";
import type { SimulatorOptions } from "../simulator-options.ts";
import { switchRules } from "../switches/switch-rules.ts";
import { sampleCall } from "./sample-call.ts";

const operations: OperationDescriptor[] = Object.values(catalog);
const small: SimulatorOptions = { contexts: 5, days: 40, nowMs: Date.UTC(2026, 10, 15, 12) };
const pageOf = async (simulator: Simulator, url = "http://127.0.0.1:4010/"): Promise<string> =>
  (await simulator.fetch(new Request(url))).text();

test("the page is HTML that needs no token, no script and nothing from elsewhere", async () => {
  const simulator = createSimulator({ ...small, accessToken: "api-SECRET" });
  const answer = await simulator.fetch(new Request("http://x/"));
  const html = await answer.text();
  expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "text/html; charset=utf-8"]);
  expect(answer.headers.get("Content-Security-Policy")).toBe("default-src 'none'; style-src 'unsafe-inline'");
  expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(html).not.toMatch(/<script|<link|<img|src=|https?:\/\/(?!x\/)|SECRET/i);
  expect(html).toContain("Its clock says 2026-11-15T12:00:00.000Z.");
});

test("it lists every route with its parameters", async () => {
  const html = await pageOf(createSimulator(small));
  for (const { path, operationId, parameters } of operations) {
    const row = html.split("\n").find((line) => line.startsWith(`<tr><td><code>${path}</code>`)) ?? "";
    expect(row).toContain(`<code>${operationId}</code>`);
    for (const { name, repeatable } of parameters)
      expect(row).toContain(`<code>${name}</code>${repeatable ? "*" : ""}`);
  }
  expect(html).toContain("<code>/api/v2/projects</code>");
});

test("it lists the switches as they are now", async () => {
  const simulator = createSimulator(small);
  expect(await pageOf(simulator)).toContain("<code>timeUnit</code></td><td><code>&quot;strict&quot;</code>");
  simulator.set({ switches: { timeUnit: "lenient", longGroupedRange: { days: 31 }, region: "eu" } });
  const html = await pageOf(simulator);
  expect(html).toContain("<code>timeUnit</code></td><td><code>&quot;lenient&quot;</code>");
  expect(html).toContain("<code>longGroupedRange</code></td><td><code>{&quot;days&quot;:31}</code>");
  for (const name of Object.keys(switchRules)) expect(html).toContain(`<code>${name}</code>`);
  // What the region lacks is not a route.
  expect(html).not.toContain("/api/v2/usage/vega-ai");
});

describe("what comes from outside is text", () => {
  test("a host with markup and quotes", async () => {
    const html = await pageOf(createSimulator(small), "http://a'$(x)`&.example/");
    expect(html).toContain("curl &#39;http://a%27$(x)`&amp;.example/api/v2/usage/");
  });

  test("a host cannot leave the quotes of the shell", () => {
    expect(sampleCall("http://a'$(x)", undefined).split("'")).toHaveLength(3);
  });
});

test("the sample call works as it stands", async () => {
  const simulator = createSimulator(small);
  const [, url = "", ...headers] =
    /^curl '([^']+)' -H "([^"]+)" -H "([^"]+)"$/.exec(sampleCall("http://x", undefined)) ?? [];
  const sent = headers.map((header) => header.split(": ")).map(([name = "", value = ""]) => [name, value]);
  const answer = await simulator.fetch(new Request(url, { headers: Object.fromEntries(sent) }));
  const { metadata } = await answer.json();
  expect([answer.status, Object.keys(metadata[0])]).toEqual([200, ["sdkName"]]);
});

test("a token of one's own is not told", () => {
  expect(sampleCall("http://x", "api-SECRET")).toContain('-H "Authorization: $LD_ACCESS_TOKEN"');
});
