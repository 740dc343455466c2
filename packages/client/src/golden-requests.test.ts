import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { ParametersOf } from "@ldusage/types";
import { catalog, type OperationDescriptor } from "@ldusage/types/catalog";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { createUsageClient } from "./create-usage-client.ts";

// A real server: what is compared is what came over the socket.
const received: IncomingMessage[] = [];
const server = createServer((request, response) => {
  received.push(request);
  response.setHeader("Content-Type", "application/json");
  response.end('{"_links":{},"metadata":[],"series":[],"sdks":[],"sdkVersions":[]}');
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  received.length = 0;
});

// The address of a server that listens on TCP is an object.
const { port } = server.address() as AddressInfo;
const usage = createUsageClient({ accessToken: "api-123", baseUrl: `http://127.0.0.1:${port}` });

type Golden = { [Id in keyof typeof catalog]?: [parameters: ParametersOf<Id>, url: string] };

const from = "2023-03-04";
const to = new Date("2023-03-05T00:00:00Z");
const ms = "from=1677888000000&to=1677974400000";
const seconds = "from=1677888000&to=1677974400";
const observability = {
  from,
  to,
  projectKey: ["web", "ios"],
  granularity: "daily",
  aggregationType: "incremental",
} as const;
const observed = `${seconds}&projectKey=web&projectKey=ios&granularity=daily&aggregationType=incremental`;

const golden: Golden = {
  getContextsClientsideUsage: [
    {
      from,
      to,
      projectKey: "web",
      environmentKey: ["prod", "test"],
      contextKind: ["user", "device"],
      sdkName: "JSClient",
      anonymous: ["true", "false"],
      groupBy: ["projectId", "anonymousV2"],
      aggregationType: "rolling_30d",
    },
    `/api/v2/usage/clientside-contexts?${ms}&projectKey=web&environmentKey=prod&environmentKey=test&contextKind=user&contextKind=device&sdkName=JSClient&anonymous=true&anonymous=false&groupBy=projectId&groupBy=anonymousV2&aggregationType=rolling_30d`,
  ],
  getContextsServersideUsage: [
    { from, to, groupBy: "sdkName", granularity: "monthly" },
    `/api/v2/usage/serverside-contexts?${seconds}&groupBy=sdkName&granularity=monthly`,
  ],
  getContextsTotalUsage: [
    { from, to, sdkType: ["client", "server"], groupBy: ["sdkType", "sdkAppId"] },
    `/api/v2/usage/total-contexts?${ms}&sdkType=client&sdkType=server&groupBy=sdkType&groupBy=sdkAppId`,
  ],
  getDataExportEventsUsage: [
    {
      from,
      to,
      eventKind: ["page view", "click"],
      groupBy: ["environmentId", "eventKind"],
      granularity: "hourly",
    },
    `/api/v2/usage/data-export-events?${ms}&eventKind=page%20view&eventKind=click&groupBy=environmentId&groupBy=eventKind&granularity=hourly`,
  ],
  getEvaluationsUsage: [
    {
      projectKey: "web shop",
      environmentKey: "prod/eu",
      featureFlagKey: "a&b?c#d%",
      from,
      to,
      tz: "Europe/Berlin",
    },
    `/api/v2/usage/evaluations/web%20shop/prod%2Feu/a%26b%3Fc%23d%25?${ms}&tz=Europe%2FBerlin`,
  ],
  getEventsUsage: [{ type: "received", from, to }, `/api/v2/usage/events/received?${ms}`],
  getExperimentationEventsUsage: [
    {
      from,
      to,
      eventKey: "checkout",
      eventKind: "custom",
      groupBy: "eventKey",
      aggregationType: "incremental",
    },
    `/api/v2/usage/experimentation-events?${ms}&eventKey=checkout&eventKind=custom&groupBy=eventKey&aggregationType=incremental`,
  ],
  getExperimentationKeysUsage: [
    { from, to, experimentId: ["x", "y"], groupBy: "experimentId" },
    `/api/v2/usage/experimentation-keys?${ms}&experimentId=x&experimentId=y&groupBy=experimentId`,
  ],
  getMAUClientsideUsage: [
    { from, to, sdkName: ["JSClient", "Node, server"], anonymous: "false" },
    `/api/v2/usage/clientside-mau?${ms}&sdkName=JSClient&sdkName=Node%2C%20server&anonymous=false`,
  ],
  getMauSdksByType: [{ from, to, sdktype: "server" }, `/api/v2/usage/mau/sdks?${ms}&sdktype=server`],
  getMAUTotalUsage: [
    { from, to, aggregationType: "month_to_date", granularity: "monthly" },
    `/api/v2/usage/total-mau?${ms}&aggregationType=month_to_date&granularity=monthly`,
  ],
  getMauUsage: [
    {
      from,
      to,
      project: "web",
      environment: ["prod"],
      sdktype: "client",
      sdk: ["Android", "iOS"],
      anonymous: "true",
      groupby: ["project", "sdk"],
      aggregationType: "daily_incremental",
      contextKind: "user",
    },
    `/api/v2/usage/mau?${ms}&project=web&environment=prod&sdktype=client&sdk=Android&sdk=iOS&anonymous=true&groupby=project&groupby=sdk&aggregationType=daily_incremental&contextKind=user`,
  ],
  getMauUsageByCategory: [{ from, to }, `/api/v2/usage/mau/bycategory?${ms}`],
  getObservabilityErrorsUsage: [observability, `/api/v2/usage/observability/errors?${observed}`],
  getObservabilityLogsUsage: [observability, `/api/v2/usage/observability/logs?${observed}`],
  getObservabilityMetricsUsage: [observability, `/api/v2/usage/observability/metrics?${observed}`],
  getObservabilitySessionsUsage: [observability, `/api/v2/usage/observability/sessions?${observed}`],
  getObservabilityTracesUsage: [observability, `/api/v2/usage/observability/traces?${observed}`],
  getServiceConnectionsUsage: [
    {
      from,
      to,
      connectionType: "streaming",
      relayVersion: "8.9.0",
      sdkVersion: ["1", "2"],
      groupBy: "relayVersion",
      aggregationType: "incremental",
      granularity: "hourly",
    },
    `/api/v2/usage/service-connections?${ms}&connectionType=streaming&relayVersion=8.9.0&sdkVersion=1&sdkVersion=2&groupBy=relayVersion&aggregationType=incremental&granularity=hourly`,
  ],
  getStreamUsage: [{ source: "client", from, to, tz: "UTC" }, `/api/v2/usage/streams/client?${ms}&tz=UTC`],
  getStreamUsageBySdkVersion: [
    { source: "server", from, to, sdk: "Java", version: "7.1" },
    `/api/v2/usage/streams/server/bysdkversion?${ms}&sdk=Java&version=7.1`,
  ],
  getStreamUsageSdkversion: [{ source: "server" }, "/api/v2/usage/streams/server/sdkversions"],
  getVegaAIUsage: [observability, `/api/v2/usage/vega-ai?${observed}`],
};

describe("what goes over the wire", () => {
  test.each(Object.entries(golden))("%s", async (operationId, [parameters, url]) => {
    // Every method takes its own parameters; the table above pairs them with compile-time checks.
    const method = usage[operationId as keyof typeof catalog] as (parameters: object) => Promise<unknown>;
    await method(parameters);
    expect(received.map((request) => [request.method, request.url])).toEqual([["GET", url]]);
    expect(received[0]?.headers).toMatchObject({ authorization: "api-123", "ld-api-version": "beta" });
    expect(received[0]?.headersDistinct["ld-api-version"]).toEqual(["beta"]);
  });

  // An operation that upstream adds is covered by the rules that these requests prove; it needs no line here.
  test("the operations of the first release have theirs", () => {
    expect(Object.keys(golden)).toHaveLength(23);
    expect(Object.keys(catalog)).toEqual(expect.arrayContaining(Object.keys(golden)));
  });

  test("the table sends every parameter of these operations at least once", () => {
    const operations: Readonly<Record<string, OperationDescriptor>> = catalog;
    const sent = new Set(Object.values(golden).flatMap(([parameters]) => Object.keys(parameters)));
    const names = Object.keys(golden).flatMap(
      (id) => operations[id]?.parameters.map(({ name }) => name) ?? [],
    );
    expect([...new Set(names)].filter((name) => !sent.has(name))).toEqual([]);
  });
});

test("operations without required parameters need none", async () => {
  await usage.getMAUTotalUsage();
  expect(received.map(({ url }) => url)).toEqual(["/api/v2/usage/total-mau"]);
});

test("in seconds a start is rounded down and an end is rounded up", async () => {
  await usage.getVegaAIUsage({ from: "2023-03-04T00:00:00.900Z", to: "2023-03-05T00:00:00.100Z" });
  expect(received[0]?.url).toBe("/api/v2/usage/vega-ai?from=1677888000&to=1677974401");
});

test("rounding does not make a range of the longest length longer", async () => {
  const endMs = Date.parse("2026-01-01T00:00:00.123Z");
  await usage.getContextsServersideUsage({
    from: { epochMs: endMs - 365 * 86_400_000 },
    to: { epochMs: endMs },
  });
  expect(received[0]?.url).toBe("/api/v2/usage/serverside-contexts?from=1735689601&to=1767225601");
});

test("raw sends the headers too", async () => {
  await usage.raw.GET("/api/v2/usage/mau/bycategory");
  expect(received[0]?.headers).toMatchObject({ authorization: "api-123", "ld-api-version": "beta" });
});
