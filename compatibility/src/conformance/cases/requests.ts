import { isUsageInputError } from "@ldusage/client";
import type { ConformanceCase } from "../conformance-case.ts";
import { expectEqual, expectThat, failureOf } from "../expectations.ts";
import { type ScenarioUse, useScenario } from "../use-scenario.ts";

async function expectSent({ record }: ScenarioUse, urls: readonly string[]): Promise<void> {
  const { requests } = await record();
  expectEqual(
    requests.map(({ url }) => url),
    urls,
    "what was sent",
  );
}

const fromMs = Date.UTC(2026, 9, 1);
const toMs = Date.UTC(2026, 9, 8);

/** What a call sends. */
export const requestCases: readonly ConformanceCase[] = [
  {
    name: "a call with every kind of parameter gives the data",
    run: async (environment) => {
      const use = useScenario(environment, "simulator");
      const list = await use.usage.getContextsClientsideUsage({
        from: "2026-10-01",
        to: new Date(toMs),
        projectKey: "web-shop",
        contextKind: ["user", "organization"],
        anonymous: ["true", "false"],
        groupBy: ["sdkName", "anonymousV2"],
        aggregationType: "month_to_date",
        granularity: "daily",
      });
      expectEqual(list.series.length, 7, "points of seven days");
      expectThat(list.metadata.length > 1, "the answer should have several groups");
      expectEqual(
        Object.keys(list.metadata[0] ?? {}).sort(),
        ["anonymousV2", "contextKind", "sdkName"],
        "a group",
      );
      await expectSent(use, [
        `/api/v2/usage/clientside-contexts?from=${fromMs}&to=${toMs}&projectKey=web-shop&contextKind=user&contextKind=organization&anonymous=true&anonymous=false&groupBy=sdkName&groupBy=anonymousV2&aggregationType=month_to_date&granularity=daily`,
      ]);
    },
  },
  {
    name: "a time zone and keys in the path give the data",
    run: async (environment) => {
      const { usage } = useScenario(environment, "simulator");
      const { series, metadata } = await usage.getEvaluationsUsage({
        projectKey: "web-shop",
        environmentKey: "production",
        featureFlagKey: "new-checkout",
        from: "2026-10-01",
        to: "2026-10-08",
        tz: "Asia/Kolkata",
      });
      expectThat(series.length > 0 && metadata.length > 0, "the answer should have points of variations");
    },
  },
  {
    name: "times go out in the unit that the operation wants",
    run: async (environment) => {
      const use = useScenario(environment, "plain");
      await use.usage.getMAUTotalUsage({ from: "2026-10-01T02:00:00+02:00", to: { epochMs: toMs } });
      await use.usage.getMAUTotalUsage({ from: { epochMilliseconds: fromMs }, to: new Date(toMs) });
      await use.usage.getVegaAIUsage({ from: "2026-10-01", to: "2026-10-08T00:00:00Z" });
      const inMs = `/api/v2/usage/total-mau?from=${fromMs}&to=${toMs}`;
      const inSeconds = `/api/v2/usage/vega-ai?from=${fromMs / 1000}&to=${toMs / 1000}`;
      await expectSent(use, [inMs, inMs, inSeconds]);
    },
  },
  {
    name: "a list goes out as one pair for each value, in order",
    run: async (environment) => {
      const use = useScenario(environment, "plain");
      await use.usage.getMAUClientsideUsage({ sdkName: ["JSClient", "Node, server", "a&b=c+d"] });
      await expectSent(use, [
        "/api/v2/usage/clientside-mau?sdkName=JSClient&sdkName=Node%2C%20server&sdkName=a%26b%3Dc%2Bd",
      ]);
    },
  },
  {
    name: "keys in a path are percent-encoded",
    run: async (environment) => {
      const use = useScenario(environment, "plain");
      await use.usage.getEvaluationsUsage({
        projectKey: "web shop",
        environmentKey: "prod/eu",
        featureFlagKey: "a&b?c#d%é",
      });
      await expectSent(use, ["/api/v2/usage/evaluations/web%20shop/prod%2Feu/a%26b%3Fc%23d%25%C3%A9"]);
    },
  },
  {
    name: "keys that would climb out of the path are refused",
    run: async (environment) => {
      const use = useScenario(environment, "plain");
      for (const projectKey of ["..", ".", ""]) {
        const call = use.usage.getEvaluationsUsage({ projectKey, environmentKey: "x", featureFlagKey: "y" });
        expectThat(isUsageInputError(await failureOf(call)), `"${projectKey}" should be refused`);
      }
      await expectSent(use, []);
    },
  },
  {
    name: "wrong input is a typed error, and nothing is sent",
    run: async (environment) => {
      const use = useScenario(environment, "plain");
      // @ts-expect-error a number says nothing about its unit
      const failure = await failureOf(use.usage.getMAUTotalUsage({ from: fromMs }));
      expectThat(isUsageInputError(failure), `expected a UsageInputError, found ${String(failure)}`);
      expectEqual(failure.parameter, "from", "the parameter at fault");
      const result = await use.usage.request("getMAUTotalUsage", { from: "yesterday" });
      expectThat(!result.ok && isUsageInputError(result.error), "request should give the error as a result");
      await expectSent(use, []);
    },
  },
];
