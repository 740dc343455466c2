import type { catalog } from "@ldusage/types/catalog";
import { describe, expect, test } from "vitest";
import { createUsageClient } from "./create-usage-client.ts";
import { UsageInputError } from "./index.ts";

let sent = 0;
const usage = createUsageClient({
  accessToken: "api-SECRET",
  fetch: async () => {
    sent += 1;
    return Response.json({ series: [], metadata: [] });
  },
});

// Untyped callers can pass anything; the cast is what JavaScript does.
const call = (operationId: string, parameters: unknown): Promise<unknown> =>
  usage.request(operationId as keyof typeof catalog, parameters as never).then((result) => {
    if (result.ok) return result.data;
    throw result.error;
  });

const flag = { projectKey: "p", environmentKey: "e", featureFlagKey: "f" };

describe("refused before sending", () => {
  test.each<[name: string, operationId: string, parameters: unknown, message: string]>([
    [
      "a date that cannot be read",
      "getMAUTotalUsage",
      { from: "soon" },
      'getMAUTotalUsage: from = "soon" is refused: it is not an ISO 8601 date, nor a date and time with an offset; write it like "2026-01-31" or "2026-01-31T10:00:00Z".',
    ],
    [
      "a bare number as time",
      "getMAUTotalUsage",
      { to: 1_700_000_000_000 },
      "getMAUTotalUsage: to = 1700000000000 is refused: a bare number may count seconds or milliseconds; give a Date, ISO 8601 text or { epochMs }.",
    ],
    [
      "from after to",
      "getMAUTotalUsage",
      { from: "2026-02-01", to: "2026-01-01" },
      'getMAUTotalUsage: from = "2026-02-01T00:00:00.000Z" is refused: it is later than to = 2026-01-01T00:00:00.000Z; swap them.',
    ],
    [
      "a range over the limit",
      "getMAUTotalUsage",
      { from: "2024-01-01", to: "2025-01-01" },
      'getMAUTotalUsage: from = "2024-01-01T00:00:00.000Z" is refused: the range up to 2025-01-01T00:00:00.000Z is longer than 365 days; ask for less, or let collectSeries of @ldusage/helpers split the range.',
    ],
    [
      "an unknown dimension",
      "getMAUTotalUsage",
      { groupBy: ["sdkName", "planet"] },
      'getMAUTotalUsage: groupBy = "planet" is refused: it is not one of the accepted values; use one of "projectId", "environmentId", "sdkName", "sdkType", "sdkAppId", "anonymousV2".',
    ],
    [
      "a dimension of another operation",
      "getMAUClientsideUsage",
      { groupBy: "sdkType" },
      'groupBy = "sdkType" is refused: it is not one of the accepted values',
    ],
    [
      "values joined by a comma",
      "getMAUTotalUsage",
      { groupBy: "sdkName,sdkType" },
      'groupBy = "sdkName,sdkType" is refused: it joins several values by commas; give the list ["sdkName","sdkType"].',
    ],
    [
      "a value given twice",
      "getMAUTotalUsage",
      { projectKey: ["web", "ios", "web"] },
      'projectKey = "web" is refused: it is given twice; give each value once.',
    ],
    [
      "a range over the limit, up to now",
      "getMAUTotalUsage",
      { from: "2020-01-01" },
      "the range up to now is longer than 365 days",
    ],
    [
      "monthly increments",
      "getMAUTotalUsage",
      { aggregationType: "incremental", granularity: "monthly" },
      'getMAUTotalUsage: granularity = "monthly" is refused: aggregationType incremental cannot be had in it; use daily.',
    ],
    [
      "monthly rolling points",
      "getMAUTotalUsage",
      { aggregationType: "rolling_30d", granularity: "monthly" },
      "aggregationType rolling_30d cannot be had in it; use daily.",
    ],
    [
      "hourly contexts",
      "getContextsTotalUsage",
      { granularity: "hourly" },
      'granularity = "hourly" is refused: it is not one of the accepted values; use one of "daily", "monthly".',
    ],
    [
      "an environment without a project",
      "getMAUTotalUsage",
      { environmentKey: "prod" },
      'getMAUTotalUsage: environmentKey = "prod" is refused: it needs exactly one projectKey, and 0 are given; give one projectKey, or make one call for each.',
    ],
    [
      "an environment of two projects",
      "getMAUTotalUsage",
      { environmentKey: ["prod"], projectKey: ["a", "b"] },
      "it needs exactly one projectKey, and 2 are given",
    ],
    [
      "a legacy environment without a project",
      "getMauUsage",
      { environment: "prod" },
      "it needs exactly one project, and 0 are given",
    ],
    [
      "an empty path key",
      "getEvaluationsUsage",
      { ...flag, projectKey: "" },
      'getEvaluationsUsage: projectKey = "" is refused: it is empty; give a value or leave it out.',
    ],
    [
      "a path key of one dot",
      "getEvaluationsUsage",
      { ...flag, featureFlagKey: "." },
      'featureFlagKey = "." is refused: it would change the path; give a key.',
    ],
    [
      "a path key of two dots",
      "getEvaluationsUsage",
      { ...flag, environmentKey: ".." },
      'environmentKey = ".." is refused: it would change the path; give a key.',
    ],
    [
      "a missing path key",
      "getEvaluationsUsage",
      { projectKey: "p", environmentKey: "e" },
      "getEvaluationsUsage: featureFlagKey = undefined is refused: it is a part of the path; give it.",
    ],
    [
      "a path value that is not accepted",
      "getStreamUsage",
      { source: "browser" },
      'source = "browser" is refused: it is not one of the accepted values; use one of "client", "server".',
    ],
    [
      "a misspelt parameter",
      "getMAUTotalUsage",
      { groupby: "sdkName" },
      'getMAUTotalUsage: groupby = "(not shown)" is refused: the operation has no such parameter; use from, to,',
    ],
    [
      "a list for a single value",
      "getMAUTotalUsage",
      { aggregationType: ["incremental"] },
      "it takes one value, not a list",
    ],
    [
      "an empty list",
      "getMAUTotalUsage",
      { projectKey: [] },
      "the list is empty, which would select everything; leave it out.",
    ],
    ["an empty value", "getMAUTotalUsage", { sdkName: ["a", ""] }, 'sdkName = "" is refused: it is empty'],
    [
      "a boolean",
      "getMAUTotalUsage",
      { anonymous: true },
      'anonymous = true is refused: it is not text; use one of "true", "false".',
    ],
    ["null", "getMAUTotalUsage", { sdkName: null }, "sdkName = null is refused: it is not text"],
    ["half a character", "getMAUTotalUsage", { sdkName: "\ud83d" }, "it holds half a character"],
    ["parameters that are no object", "getMAUTotalUsage", "from", "it is not an object"],
    [
      "an unknown operation",
      "getNothing",
      {},
      'operationId = "getNothing" is refused: it is not an operation',
    ],
  ])("%s", async (_name, operationId, parameters, message) => {
    const failure = await call(operationId, parameters).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UsageInputError);
    expect(String(failure)).toContain(message);
    expect(sent).toBe(0);
  });

  test("methods throw what request returns", async () => {
    await expect(usage.getMAUTotalUsage({ from: "soon" })).rejects.toBeInstanceOf(UsageInputError);
    expect(sent).toBe(0);
  });
});

describe("options of the client", () => {
  test.each<[string, object, RegExp]>([
    ["no token", {}, /accessToken = undefined is refused/],
    ["an empty token", { accessToken: "" }, /accessToken = "" is refused/],
    ["a token with a line end", { accessToken: "api-SECRET\n" }, /accessToken = "\(not shown\)" is refused/],
    ["a token with a scheme", { accessToken: "Bearer api-SECRET" }, /"\(not shown\)" is refused/],
    [
      "an unknown region",
      { accessToken: "t", region: "mars" },
      /region = "mars" is refused.*us, eu, federal/,
    ],
    ["a region of the prototype", { accessToken: "t", region: "toString" }, /no such region/],
    ["region and base URL", { accessToken: "t", region: "eu", baseUrl: "https://x.test" }, /give either/],
    [
      "region and a URL with credentials",
      { accessToken: "t", region: "eu", baseUrl: "https://u:SECRET@x.test" },
      /give either/,
    ],
    [
      "a broken URL with credentials",
      { accessToken: "t", baseUrl: "https://u:SECRET@x:99999" },
      /not an absolute URL/,
    ],
    ["a relative base URL", { accessToken: "t", baseUrl: "/api" }, /not an absolute URL/],
    [
      "plain http",
      { accessToken: "t", baseUrl: "http://example.com" },
      /only https: may carry an access token/,
    ],
    [
      "credentials in the URL",
      { accessToken: "t", baseUrl: "https://u:api-SECRET@x.test" },
      /"\(not shown\)" is refused/,
    ],
  ])("%s", (_name, options, message) => {
    const create = (): unknown => createUsageClient(options as never); // what an untyped caller can pass
    expect(create).toThrow(UsageInputError);
    expect(create).toThrow(message);
    expect(create).not.toThrow(/SECRET/);
  });

  test.each([
    [{}, "https://app.launchdarkly.com"],
    [{ region: "us" }, "https://app.launchdarkly.com"],
    [{ region: "eu" }, "https://app.eu.launchdarkly.com"],
    [{ region: "federal" }, "https://app.launchdarkly.us"],
    [{ baseUrl: "https://proxy.test/ld/" }, "https://proxy.test/ld"],
    [{ baseUrl: "http://127.0.0.1:4010" }, "http://127.0.0.1:4010"],
    [{ baseUrl: "http://localhost:4010" }, "http://localhost:4010"],
    [{ baseUrl: "http://[::1]:4010" }, "http://[::1]:4010"],
  ] as const)("%o asks %s", async (options, origin) => {
    const urls: string[] = [];
    const client = createUsageClient({
      accessToken: "t",
      ...options,
      fetch: async ({ url }) => {
        urls.push(url);
        return Response.json({ series: [], metadata: [] });
      },
    });
    await client.getMAUTotalUsage();
    expect(urls).toEqual([`${origin}/api/v2/usage/total-mau`]);
  });
});
