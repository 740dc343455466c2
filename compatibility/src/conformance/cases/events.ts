import type { UsageClientEvent } from "@ldusage/client";
import type { ConformanceCase, ConformanceEnvironment } from "../conformance-case.ts";
import { expectEqual } from "../expectations.ts";
import type { ScenarioName } from "../server/scenarios.ts";
import { useScenario } from "../use-scenario.ts";

async function eventTypes(environment: ConformanceEnvironment, scenario: ScenarioName): Promise<string[]> {
  const events: UsageClientEvent[] = [];
  const { usage } = useScenario(environment, scenario, { onEvent: (event) => events.push(event) });
  await usage.request("getMAUTotalUsage", {});
  return events.map(({ type }) => type);
}

/** What `onEvent` is told. */
export const eventCases: readonly ConformanceCase[] = [
  {
    name: "events come in order: a success",
    run: async (environment) =>
      expectEqual(await eventTypes(environment, "plain"), ["attempt", "response"], "events"),
  },
  {
    name: "events come in order: a second attempt",
    run: async (environment) =>
      expectEqual(
        await eventTypes(environment, "busy-then-plain"),
        ["attempt", "response", "wait", "attempt", "response"],
        "events",
      ),
  },
  {
    name: "events come in order: giving up",
    run: async (environment) =>
      expectEqual(
        await eventTypes(environment, "busy"),
        ["attempt", "response", "wait", "attempt", "response", "wait", "attempt", "response", "give-up"],
        "events",
      ),
  },
];
