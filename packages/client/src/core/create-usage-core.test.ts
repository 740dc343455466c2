import { describe, expect, test } from "vitest";
import { createUsageCore, getEvaluationsUsage, getMAUTotalUsage, getVegaAIUsage } from "./index.ts";

type Fetch = (request: Request) => Promise<Response>;
const coreOf = (fetch: Fetch, accessToken: string | (() => string) = "api-1") =>
  createUsageCore({
    accessToken,
    fetch,
    operations: { getEvaluationsUsage, getMAUTotalUsage, getVegaAIUsage },
  });
const fine: Fetch = async () => Response.json({ _links: {}, metadata: [], series: [] });

describe("the core", () => {
  test("has the named operations alone, and sends them as the whole client does", async () => {
    const requests: Request[] = [];
    const core = coreOf(async (request) => {
      requests.push(request);
      return fine(request);
    });
    expect(Object.keys(core)).toEqual(["getEvaluationsUsage", "getMAUTotalUsage", "getVegaAIUsage"]);
    await core.getMAUTotalUsage({ from: "2026-10-01", to: "2026-11-01", groupBy: ["sdkName", "sdkType"] });
    await core.getVegaAIUsage({ from: "2026-10-01T00:00:00.900Z", to: "2026-10-02T00:00:00.100Z" });
    await core.getEvaluationsUsage({ projectKey: "a b", environmentKey: "e/f", featureFlagKey: "g" });
    expect(requests.map(({ url }) => url)).toEqual([
      "https://app.launchdarkly.com/api/v2/usage/total-mau?from=1790812800000&to=1793491200000&groupBy=sdkName&groupBy=sdkType",
      "https://app.launchdarkly.com/api/v2/usage/vega-ai?from=1790812800&to=1790899201",
      "https://app.launchdarkly.com/api/v2/usage/evaluations/a%20b/e%2Ff/g",
    ]);
    expect(new Set(requests.map(({ headers }) => headers.get("Authorization")))).toEqual(new Set(["api-1"]));
    expect(new Set(requests.map(({ headers }) => headers.get("LD-API-Version")))).toEqual(new Set(["beta"]));
    expect(new Set(requests.map(({ redirect }) => redirect))).toEqual(new Set(["manual"]));
  });

  test.each<[name: string, fetch: Fetch, error: object]>([
    [
      "a refusal",
      async () => Response.json({ message: "no" }, { status: 403 }),
      { reason: "forbidden", hint: "" },
    ],
    ["a redirect", async () => new Response(null, { status: 302 }), { reason: "redirected" }],
    ["no response", () => Promise.reject(new TypeError("fetch failed")), { name: "UsageNetworkError" }],
    ["half a body", async () => new Response('{"series":['), { name: "UsageDecodeError" }],
    ["no body", async () => new Response(null, { status: 204 }), { found: "the body is empty" }],
  ])("%s is a typed error", async (_name, fetch, error) => {
    await expect(coreOf(fetch).getMAUTotalUsage({})).rejects.toMatchObject(error);
  });

  test.each([
    ["a bare number as time", { from: 1 }, "from"],
    ["a key that climbs", { projectKey: "..", environmentKey: "e", featureFlagKey: "f" }, "projectKey"],
    [
      "a list that climbs",
      { projectKey: ["..", ".."], environmentKey: "e", featureFlagKey: "f" },
      "projectKey",
    ],
    ["a key that is missing", { projectKey: "p", environmentKey: "e" }, "featureFlagKey"],
  ])("%s is refused", async (_name, parameters, parameter) => {
    const call = coreOf(fine).getEvaluationsUsage(parameters as never); // What an untyped caller can pass.
    await expect(call).rejects.toMatchObject({ name: "UsageInputError", parameter });
  });

  test("unusable options are refused at once", () => {
    expect(() => coreOf(fine, "")).toThrow("accessToken = ");
    const options = { accessToken: "api-1", baseUrl: "http://example.com", operations: { getMAUTotalUsage } };
    expect(() => createUsageCore(options)).toThrow("only https:");
  });

  test("an abort rejects with the caller's reason", async () => {
    const controller = new AbortController();
    const accessToken = (): string => {
      controller.abort("enough");
      return "api-1";
    };
    const call = coreOf(fine, accessToken).getMAUTotalUsage({}, { signal: controller.signal });
    await expect(call).rejects.toBe("enough");
  });
});
