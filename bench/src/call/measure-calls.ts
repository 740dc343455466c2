import { alternate } from "../processes/alternate.ts";
import { type ForkedProgram, forkProgram } from "../processes/fork-program.ts";
import { sumBySource } from "../processes/profile-run.ts";
import { waitForQuiet } from "../processes/wait-for-quiet.ts";
import { checkEqual } from "../series/digest/check-equal.ts";
import type { Digests } from "../series/program/implementation.ts";
import { type BodySize, bodies } from "./bodies.ts";
import {
  type CallOrder,
  type CallReply,
  type ClientName,
  clientNames,
  type ServerReply,
} from "./messages.ts";

/** Calls of one size, so many at a time. */
export interface CallCase {
  readonly size: BodySize;
  readonly concurrency: number;
}

/** Sizes are keys of the bodies; `keys` gives any text. */
const sizes = Object.keys(bodies) as BodySize[];
const callCases: readonly CallCase[] = sizes.flatMap((size) =>
  [1, 16].map((concurrency) => ({ size, concurrency })),
);

export type CallRounds = ReadonlyMap<ClientName, readonly CallReply[]>;

export interface CallResults {
  readonly rounds: ReadonlyMap<CallCase, CallRounds>;
  /** Heap that a call takes, by size and client, in bytes. */
  readonly heapBytes: ReadonlyMap<BodySize, ReadonlyMap<ClientName, number>>;
  /** Where the time of a call of 1 kB goes, one at a time: by client and source, in microseconds. */
  readonly usBySource: ReadonlyMap<ClientName, ReadonlyMap<string, number>>;
  /** Requests that the server got for each call of ours. */
  readonly requestsPerCall: number;
}

/** How much is measured. */
export interface CallEffort {
  readonly warmUpCount: number;
  readonly roundCount: number;
  readonly callCount: number;
  /** How long to wait for other programs to come to rest before each round, in milliseconds. */
  readonly patienceMs: number;
}

type Client = ForkedProgram<CallOrder, CallReply>;
type Server = ForkedProgram<object, ServerReply>;

/** Measures all clients in turn, each in a process of its own that stays, against a server in another one. */
export async function measureCalls(effort: CallEffort, log: (line: string) => void): Promise<CallResults> {
  const server = forkProgram<object, ServerReply>("call/server-program.ts");
  try {
    const { port } = await server.ask({});
    const heapBytes = new Map<BodySize, ReadonlyMap<ClientName, number>>();
    for (const size of sizes) {
      log(`call, heap, ${size}`);
      heapBytes.set(size, await withClients(port, heapOptions, (clients) => measureHeap(clients, size)));
    }
    const timed = await withClients(port, [], (clients) => measureTimes(clients, server, effort, log));
    return { ...timed, heapBytes };
  } finally {
    await server.end();
  }
}

async function withClients<Result>(
  port: number,
  nodeOptions: readonly string[],
  measure: (clients: ReadonlyMap<ClientName, Client>) => Promise<Result>,
): Promise<Result> {
  const clients = new Map(
    clientNames.map((name): [ClientName, Client] => [
      name,
      forkProgram("call/client-program.ts", [name, String(port)], nodeOptions),
    ]),
  );
  try {
    return await measure(clients);
  } finally {
    await Promise.all([...clients.values()].map((client) => client.end()));
  }
}

// Room for all that the calls allocate, so that none of it is collected before it is counted.
const heapOptions = ["--expose-gc", "--max-semi-space-size=512", "--min-semi-space-size=512"];
const heapCallCount = { "1kB": 300, "36kB": 100 } as const;

async function measureHeap(
  clients: ReadonlyMap<ClientName, Client>,
  size: BodySize,
): Promise<ReadonlyMap<ClientName, number>> {
  const results = new Map<ClientName, number>();
  for (const [name, client] of clients) {
    const order = { size, concurrency: 1, callCount: heapCallCount[size] };
    // A first time warms up: code that is compiled on the way is kept.
    await client.ask(order);
    const { heapBytes } = await client.ask(order);
    results.set(name, heapBytes);
  }
  return results;
}

async function measureTimes(
  clients: ReadonlyMap<ClientName, Client>,
  server: Server,
  { warmUpCount, roundCount, callCount, patienceMs }: CallEffort,
  log: (line: string) => void,
): Promise<Omit<CallResults, "heapBytes">> {
  const ask = async (name: ClientName, order: CallOrder): Promise<CallReply> => {
    const client = clients.get(name);
    if (client === undefined) throw new Error(`${name} was not started`);
    return await client.ask(order);
  };
  for (const size of sizes) {
    const digests = new Map<string, Digests>();
    for (const name of clientNames) {
      const { digest } = await ask(name, { size, concurrency: 8, callCount: warmUpCount });
      digests.set(name, { data: digest });
    }
    checkEqual(digests, `a call, ${size}`);
  }
  const rounds = new Map<CallCase, CallRounds>();
  for (const callCase of callCases) {
    log(`call, ${callCase.size}, ${callCase.concurrency} at a time`);
    const measured = await alternate(clientNames, roundCount, async (name) => {
      await waitForQuiet(patienceMs);
      return await ask(name, { ...callCase, callCount });
    });
    rounds.set(callCase, measured);
  }
  log("call, profiles");
  const usBySource = new Map<ClientName, ReadonlyMap<string, number>>();
  const profiledCount = callCount * 10;
  for (const name of clientNames) {
    const order = { size: "1kB", concurrency: 1, callCount: profiledCount, profiled: true } as const;
    const { profile = [] } = await ask(name, order);
    usBySource.set(name, sumBySource(profile, profiledCount));
  }
  await server.ask({});
  await ask("ours", { size: "1kB", concurrency: 16, callCount });
  const { requestCount } = await server.ask({});
  return { rounds, usBySource, requestsPerCall: requestCount / callCount };
}
