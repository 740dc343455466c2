import { createUsageClient, type UsageClient, type UsageClientOptions } from "@ldusage/client";
import type { ConformanceEnvironment, ReceivedRequest, ScenarioRecord } from "./conformance-case.ts";
import { expectEqual, sleep } from "./expectations.ts";
import type { ScenarioName } from "./server/scenarios.ts";

/** A client of a server that answers in a certain way, and what that server has seen of it. */
export interface ScenarioUse {
  readonly usage: UsageClient;
  /** For further clients of the same use of the scenario. */
  readonly baseUrl: string;
  readonly record: () => Promise<ScenarioRecord>;
  /** Waits for a short time until the answers have ended like this: servers learn of a broken connection later. */
  readonly expectEndings: (endings: readonly ReceivedRequest["ending"][]) => Promise<void>;
}

let uses = 0;

/** Makes a client whose server answers in a certain way, with counts and a log for this use alone. */
export function useScenario(
  environment: ConformanceEnvironment,
  name: ScenarioName,
  options: Partial<UsageClientOptions> = {},
): ScenarioUse {
  uses += 1;
  const tag = String(uses);
  const baseUrl = `${environment.baseUrl}/scenarios/${name}/${tag}`;
  const record = (): Promise<ScenarioRecord> => fetchRecord(environment, tag);
  return {
    usage: createUsageClient({
      accessToken: environment.accessToken,
      baseUrl,
      allowBrowser: true,
      retry: { limit: 2, baseDelayMs: 20 },
      ...options,
    }),
    baseUrl,
    record,
    expectEndings: async (endings) => {
      let found: readonly string[] = [];
      for (let attempt = 0; attempt < 30; attempt += 1) {
        found = (await record()).requests.map(({ ending }) => ending);
        if (found.join() === endings.join()) return;
        await sleep(50);
      }
      expectEqual(found, endings, "how the server's answers ended");
    },
  };
}

async function fetchRecord({ baseUrl }: ConformanceEnvironment, tag: string): Promise<ScenarioRecord> {
  const response = await fetch(`${baseUrl}/scenarios/record/${tag}`);
  // Written by the server beside this suite.
  return (await response.json()) as ScenarioRecord;
}
