import { catalog, type OperationDescriptor } from "@ldusage/types/catalog";
import { Hono } from "hono";
import { createEventLog } from "./account/event-log.ts";
import { type Random, seededRandom } from "./account/seeded-random.ts";
import type { UsageEvent } from "./account/usage-event.ts";
import { answerList } from "./answer/answer-list.ts";
import { answerSeries } from "./answer/answer-series.ts";
import { checkHeaders } from "./http/check-headers.ts";
import { Refusal } from "./http/error-body.ts";
import { type Listening, type ListenOptions, listen } from "./http/listen.ts";
import { type ReceivedRequest, readCall } from "./http/read-call.ts";
import { defaultNowMs, defaultSwitches, type SimulatorOptions, type Switches } from "./simulator-options.ts";

/** A request that the simulator has answered. Headers are not kept. */
export interface AnsweredRequest {
  readonly method: string;
  readonly url: string;
  readonly status: number;
}

/** A stand-in for the API. */
export interface Simulator {
  /** Answers a request in this process: give it to a client as its `fetch`, or to a mocking library. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Starts a server on 127.0.0.1. */
  listen(options?: ListenOptions): Promise<Listening>;
  /** Every request so far, in order of answers. */
  readonly requests: readonly AnsweredRequest[];
  /** The hidden log that every answer is derived from, by time. */
  readonly events: readonly UsageEvent[];
}

/**
 * Creates a simulated account and a server for it. Answers depend on the options alone.
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
  const app = createApp(accessToken, (operation, received) =>
    answer(operation, received, { events, now, switches, random }),
  );
  const requests: AnsweredRequest[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const response = await app.fetch(request);
    requests.push({ method: request.method, url: request.url, status: response.status });
    return response;
  };
  return { fetch, listen: (listenOptions = {}) => listen(fetch, listenOptions), requests, events };
}

function createApp(
  accessToken: string | undefined,
  answerOf: (operation: OperationDescriptor, received: ReceivedRequest) => object,
): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    checkHeaders(context.req.raw.headers, accessToken);
    await next();
  });
  for (const operation of Object.values(catalog)) {
    const route = operation.path.replaceAll(/\{([^}]+)\}/g, ":$1");
    app.get(route, (context) => {
      const query = new URL(context.req.url).searchParams;
      return context.json(answerOf(operation, { pathValues: context.req.param(), query }));
    });
    app.all(route, () => {
      throw new Refusal(405, "Method not allowed");
    });
  }
  app.notFound(() => new Refusal(404, "Invalid resource identifier").toResponse());
  app.onError((error) => {
    if (error instanceof Refusal) return error.toResponse();
    throw error;
  });
  return app;
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
