import { alternate } from "../processes/alternate.ts";
import { type ForkedProgram, forkProgram } from "../processes/fork-program.ts";
import { waitForQuiet } from "../processes/wait-for-quiet.ts";
import { checkEqual } from "../series/digest/check-equal.ts";
import {
  type PullerName,
  type PullOrder,
  type PullReply,
  type PullServerOrder,
  type PullServerReply,
  pullerNames,
} from "./messages.ts";
import { type PullCase, pullCases } from "./pull-case.ts";

/** One pull, and what the server saw of it. */
export interface MeasuredPull extends PullReply {
  readonly requestCount: number;
  readonly refusalCount: number;
}

export type PullResults = ReadonlyMap<PullCase, ReadonlyMap<PullerName, readonly MeasuredPull[]>>;

/** How much is measured. */
export interface PullEffort {
  readonly roundCountOf: (pullCase: PullCase) => number;
  /** How long to wait for other programs to come to rest before each pull, in milliseconds. */
  readonly patienceMs: number;
}

/** Has all pull in turn, each in a process of its own that stays, from a server in another one. */
export async function measurePulls(
  { roundCountOf, patienceMs }: PullEffort,
  log: (line: string) => void,
): Promise<PullResults> {
  const server = forkProgram<PullServerOrder, PullServerReply>("pull/server-program.ts");
  const clients = new Map(
    pullerNames.map((name): [PullerName, ForkedProgram<PullOrder, PullReply>] => [
      name,
      forkProgram("pull/client-program.ts", [name]),
    ]),
  );
  const pull = async (name: PullerName, pullCase: PullCase): Promise<MeasuredPull> => {
    const { port } = await server.ask({ pullCase });
    const client = clients.get(name);
    if (client === undefined) throw new Error(`${name} was not started`);
    const reply = await client.ask({ baseUrl: `http://127.0.0.1:${port}`, pullCase });
    const { requestCount, refusalCount } = await server.ask({ pullCase });
    return { ...reply, requestCount, refusalCount };
  };
  try {
    await warmUp(pull);
    const results = new Map<PullCase, ReadonlyMap<PullerName, readonly MeasuredPull[]>>();
    for (const pullCase of pullCases) {
      log(`pull, ${pullCase.name}`);
      const measured = await alternate(pullerNames, roundCountOf(pullCase), async (name) => {
        await waitForQuiet(patienceMs);
        return await pull(name, pullCase);
      });
      checkEqual(
        new Map(Array.from(measured, ([name, [first]]) => [name, { points: first?.digest ?? "missing" }])),
        `pull, ${pullCase.name}`,
      );
      results.set(pullCase, measured);
    }
    return results;
  } finally {
    await Promise.all([server, ...clients.values()].map((program) => program.end()));
  }
}

const warmUpCount = 20;

/** So that code is loaded, connections are open and answers are written. What differs is found before it is timed. */
async function warmUp(pull: (name: PullerName, pullCase: PullCase) => Promise<MeasuredPull>): Promise<void> {
  const quick = pullCases.map((pullCase) => ({ ...pullCase, latencyMs: 1, budget: 1000 }));
  for (const pullCase of quick) {
    const digests = new Map<string, { readonly points: string }>();
    for (const name of pullerNames) {
      for (let time = 0; time < warmUpCount; time += 1) {
        digests.set(name, { points: (await pull(name, pullCase)).digest });
      }
    }
    checkEqual(digests, `pull, ${pullCase.name}`);
  }
}
