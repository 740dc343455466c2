import type { OperationDescriptor } from "@ldusage/types/catalog";
import { refuseOption } from "@ldusage/types/errors";
import { accountSizes } from "./account/account-size.ts";
import { logOf } from "./account/event-array-log.ts";
import { createAccountLog } from "./account/event-log.ts";
import { type Random, seededRandom } from "./account/seeded-random.ts";
import type { UsageEvent } from "./account/usage-event.ts";
import type { UsageLog } from "./account/usage-log.ts";
import { answerList } from "./answer/answer-list.ts";
import { answerSeries } from "./answer/answer-series.ts";
import { checkWholeNumber } from "./check-whole-number.ts";
import { connectionClosed } from "./faults/connection-closed.ts";
import { type AccountDirectory, createDirectory } from "./http/account-directory.ts";
import { createApp } from "./http/create-app.ts";
import { type AnsweredRequest, createExchange } from "./http/exchange.ts";
import { type Listening, type ListenOptions, listen } from "./http/listen.ts";
import { type ReceivedRequest, readCall } from "./http/read-call.ts";
import { changeSettings, createSettings, type Settings, type SimulatorChanges } from "./settings.ts";
import type { SimulatorOptions } from "./simulator-options.ts";

/**
 * A stand-in for the API.
 *
 * @example
 * ```ts
 * import { createSimulator, type Simulator } from "@ldusage/simulator";
 *
 * const simulator: Simulator = createSimulator({ accessToken: "api-test" });
 * const { status } = await simulator.fetch(new Request("http://simulator/api/v2/projects"));
 * status; //=> 401
 * simulator.requests.map(({ url }) => url); //=> ["http://simulator/api/v2/projects"]
 * ```
 */
export interface Simulator {
  /**
   * Answers a request in this process, called as `fetch` is: give it to a client, put it in place of the global one, or
   * hand it to a mocking library. Rejects with a `TypeError` for a network fault, and with the reason of the request's
   * signal when that is aborted.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /**
   * Starts a server, on this machine's own address unless told otherwise. Rejects when the port cannot be had.
   *
   * @throws UsageInputError for a port or a host that cannot be.
   *
   * @example
   * ```ts
   * import { createSimulator } from "@ldusage/simulator";
   *
   * const server = await createSimulator().listen({ port: 0 });
   * server.port > 0; //=> true
   * await server.close();
   * ```
   */
  listen(options?: ListenOptions): Promise<Listening>;
  /**
   * Changes options from the next request on; one that has arrived keeps to those before. What is not given stays as
   * it is, and `undefined` gives an option its default back. A new `rateLimit` begins with whole budgets, and new
   * `faults` count requests from then on. The log of events stays the same whatever the clock says; one that was made
   * from a seed goes on for a clock that is put forward, although `events` ends where it began.
   *
   * @throws UsageInputError for what there is not, and for what cannot be. Nothing is changed then.
   *
   * @example
   * ```ts
   * import { createSimulator } from "@ldusage/simulator";
   *
   * const simulator = createSimulator();
   * const headers = { Authorization: "anything", "LD-API-Version": "beta" };
   * const url = "http://simulator/api/v2/usage/total-mau?groupby=sdkName";
   * const ask = async () => (await simulator.fetch(new Request(url, { headers }))).status;
   *
   * await ask(); //=> 200
   * simulator.set({ switches: { unknownParams: "refuse" } });
   * await ask(); //=> 400
   * ```
   */
  set(changes: SimulatorChanges): void;
  /**
   * Every request so far, in order of answers, each from the moment its answer begins, or the latest of them if
   * `requestsKept` says how many. `OPTIONS` is not among them: browsers ask so, when they like, whether they may ask.
   */
  readonly requests: readonly AnsweredRequest[];
  /**
   * Forgets the requests so far.
   *
   * @example
   * ```ts
   * import { createSimulator } from "@ldusage/simulator";
   *
   * const simulator = createSimulator();
   * await simulator.fetch(new Request("http://simulator/"));
   * simulator.clearRequests();
   * simulator.requests; //=> []
   * ```
   */
  clearRequests(): void;
  /** The hidden log that every answer is derived from, by time. */
  readonly events: readonly UsageEvent[];
}

/**
 * Creates a simulated account and a server for it. Answers depend on the options alone, but for rate limits, which
 * need a running clock.
 *
 * @throws UsageInputError for an option that cannot be.
 *
 * @example
 * ```ts
 * import { createSimulator } from "@ldusage/simulator";
 *
 * const simulator = createSimulator({ seed: 7 });
 * const response = await simulator.fetch(new Request("http://simulator/api/v2/usage/total-mau"));
 * response.status; //=> 401
 * ```
 */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const { seed = 1, requestsKept = Number.MAX_SAFE_INTEGER } = options;
  checkWholeNumber("seed", seed, Number.MIN_SAFE_INTEGER);
  checkWholeNumber("requestsKept", requestsKept, 0);
  let settings = createSettings(options);
  const log = createLog(options, seed, settings.now());
  const directory = createDirectory(log);
  const random = seededRandom(seed, "answers");
  const account: Account = { log, directory, random };
  const app = createApp({
    directory,
    answerOf: (operation, received, current) => answer(operation, received, current, account),
  });
  const requests: AnsweredRequest[] = [];
  const exchange = createExchange(app, () => settings, { requests, kept: requestsKept });
  return {
    fetch: async (input, init) => {
      const request = input instanceof Request && init === undefined ? input : new Request(input, init);
      request.signal.throwIfAborted();
      const { response } = await exchange(request);
      if (response === undefined) throw connectionClosed("fetch failed");
      return response;
    },
    listen: async (listenOptions = {}) => listen(exchange, listenOptions),
    set: (changes) => {
      settings = changeSettings(changes, settings);
    },
    requests,
    clearRequests: () => {
      requests.length = 0;
    },
    get events() {
      return log.events;
    },
  };
}

function createLog(options: SimulatorOptions, seed: number, nowMs: number): UsageLog {
  const { size, days, contexts, events } = options;
  if (size !== undefined && !Object.hasOwn(accountSizes, size)) {
    const rule = "there is no such size";
    throw refuseOption("size", size, rule, `use one of ${Object.keys(accountSizes).join(", ")}`);
  }
  if (days !== undefined) checkWholeNumber("days", days, 0, 36_600);
  if (contexts !== undefined) checkWholeNumber("contexts", contexts, 0, 10_000_000);
  if (events === undefined) return createAccountLog({ seed, nowMs, size, days, contexts });
  if (!Array.isArray(events)) throw refuseOption("events", events, "it is no list", "give a list of events");
  // What a list of events holds is for its owner to know.
  return logOf((events as readonly UsageEvent[]).toSorted((left, right) => left.timeMs - right.timeMs));
}

interface Account {
  readonly log: UsageLog;
  readonly directory: AccountDirectory;
  readonly random: Random;
}

function answer(
  operation: OperationDescriptor,
  received: ReceivedRequest,
  { now, switches }: Settings,
  { random, ...account }: Account,
): object {
  const call = readCall(operation, received, { ...account, nowMs: now(), switches });
  return operation.response.kind === "list"
    ? answerList(call, operation.response, switches)
    : answerSeries(call, switches, random);
}
