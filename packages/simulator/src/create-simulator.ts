import type { OperationDescriptor } from "@ldusage/types/catalog";
import { createEventLog } from "./account/event-log.ts";
import { type Random, seededRandom } from "./account/seeded-random.ts";
import type { UsageEvent } from "./account/usage-event.ts";
import { answerList } from "./answer/answer-list.ts";
import { answerSeries } from "./answer/answer-series.ts";
import { connectionClosed } from "./faults/connection-closed.ts";
import { readFaults } from "./faults/read-faults.ts";
import { createApp } from "./http/create-app.ts";
import { type AnsweredRequest, createExchange } from "./http/exchange.ts";
import { type Listening, type ListenOptions, listen } from "./http/listen.ts";
import { type ReceivedRequest, readCall } from "./http/read-call.ts";
import { createRateLimiter } from "./limits/rate-limiter.ts";
import { defaultNowMs, defaultSwitches, type SimulatorOptions, type Switches } from "./simulator-options.ts";

/** A stand-in for the API. */
export interface Simulator {
  /**
   * Answers a request in this process: give it to a client as its `fetch`, or to a mocking library. Rejects with a
   * `TypeError` for a network fault, and with the reason of the request's signal when that is aborted.
   */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Starts a server on 127.0.0.1. */
  listen(options?: ListenOptions): Promise<Listening>;
  /** Every request so far, in order of answers, each from the moment its answer begins. */
  readonly requests: readonly AnsweredRequest[];
  /** The hidden log that every answer is derived from, by time. */
  readonly events: readonly UsageEvent[];
}

/**
 * Creates a simulated account and a server for it. Answers depend on the options alone, but for rate limits, which
 * need a running clock.
 *
 * @throws UsageInputError when `rateLimit`, or a list of `faults`, cannot be.
 *
 * @example
 * ```ts
 * import { createSimulator } from "@ldusage/simulator";
 *
 * const simulator = createSimulator({ seed: 7 });
 * const response = await simulator.fetch(new Request("http://simulator/"));
 * response.status; //=> 401
 * ```
 */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const { seed = 1, nowMs = defaultNowMs, days = 460, contexts = 120, accessToken } = options;
  const now = typeof nowMs === "function" ? nowMs : () => nowMs;
  const events =
    options.events?.toSorted((left, right) => left.timeMs - right.timeMs) ??
    createEventLog({ seed, nowMs: now(), days, contexts });
  const switches: Switches = { ...defaultSwitches, ...options.switches };
  const random = seededRandom(seed, "answers");
  const app = createApp({
    accessToken,
    limiter: options.rateLimit && createRateLimiter(options.rateLimit),
    answerOf: (operation, received) => answer(operation, received, { events, now, switches, random }),
  });
  const requests: AnsweredRequest[] = [];
  const exchange = createExchange(app, readFaults(options.faults ?? []), requests);
  const fetch = async (request: Request): Promise<Response> => {
    request.signal.throwIfAborted();
    const { response } = await exchange(request);
    if (response === undefined) throw connectionClosed("fetch failed");
    return response;
  };
  return { fetch, listen: (listenOptions = {}) => listen(exchange, listenOptions), requests, events };
}

interface AnswerContext {
  readonly events: readonly UsageEvent[];
  readonly now: () => number;
  readonly switches: Switches;
  readonly random: Random;
}

function answer(operation: OperationDescriptor, received: ReceivedRequest, context: AnswerContext): object {
  const call = readCall(operation, received, context.events, context.now());
  return operation.response.kind === "list"
    ? answerList(call, operation.response)
    : answerSeries(call, context.switches, context.random);
}
