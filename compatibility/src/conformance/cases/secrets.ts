import {
  createUsageClient,
  isUsageError,
  type UsageClientEvent,
  type UsageClientOptions,
} from "@ldusage/client";
import type { ConformanceCase, ConformanceEnvironment } from "../conformance-case.ts";
import { expectEqual, expectThat, failureOf } from "../expectations.ts";
import type { ScenarioName } from "../server/scenarios.ts";
import { useScenario } from "../use-scenario.ts";

const failing: readonly ScenarioName[] = [
  "token-repeated",
  "forbidden",
  "busy",
  "retry-after-an-hour",
  "redirect-elsewhere",
  "half-json",
  "reset-in-body",
  "silent-after-headers",
];

/** Every text that can be had from a value: its own members, hidden ones included, at any depth. */
function textsOf(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || seen.has(value)) return [];
  seen.add(value);
  const members = Reflect.ownKeys(value).flatMap((name) => textsOf(Reflect.get(value, name), seen));
  return [String(value), JSON.stringify(value) ?? "", ...members];
}

async function expectNoToken(
  environment: ConformanceEnvironment,
  scenario: ScenarioName,
  options: Partial<UsageClientOptions>,
): Promise<void> {
  const events: UsageClientEvent[] = [];
  const { usage } = useScenario(environment, scenario, {
    attemptTimeoutMs: 100,
    deadlineMs: 2000,
    retry: { limit: 1, baseDelayMs: 10 },
    onEvent: (event) => events.push(event),
    ...options,
  });
  const failure = await failureOf(usage.getMAUTotalUsage());
  expectThat(isUsageError(failure), `expected a typed error, found ${String(failure)}`);
  const texts = [...textsOf(failure), ...textsOf(events)];
  expectThat(texts.length > 5, "there should be something to look at");
  const leaks = texts.filter((text) => text.includes(environment.accessToken));
  expectEqual(leaks, [], "texts that hold the token");
}

/** The access token, which shows up in no error and no event. */
export const secretCases: readonly ConformanceCase[] = [
  ...failing.map(
    (scenario): ConformanceCase => ({
      name: `the token is in no text of the failure: ${scenario}`,
      run: async (environment) => {
        await expectNoToken(environment, scenario, {});
        await expectNoToken(environment, scenario, { accessToken: () => environment.accessToken });
      },
    }),
  ),
  {
    name: "the token is in no text of the failure: a transport that tells it",
    run: async (environment) => {
      const fetch = async (request: Request): Promise<Response> => {
        const told = `cannot send ${request.headers.get("Authorization")}`;
        throw new TypeError(told, { cause: new Error(told) });
      };
      await expectNoToken(environment, "plain", { fetch });
    },
  },
  {
    name: "the token is in no text of the failure: a token that cannot be sent",
    run: async ({ accessToken, baseUrl }) => {
      const failure = await failureOf(
        (async () => createUsageClient({ accessToken: `${accessToken}\n`, baseUrl, allowBrowser: true }))(),
      );
      expectThat(isUsageError(failure), `expected a typed error, found ${String(failure)}`);
      expectEqual(
        textsOf(failure).filter((text) => text.includes(accessToken)),
        [],
        "texts that hold the token",
      );
    },
  },
];
