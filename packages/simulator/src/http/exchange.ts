import { applyFault } from "../faults/apply-fault.ts";
import type { Fault } from "../faults/fault.ts";
import { pause } from "../faults/pause.ts";
import type { Settings } from "../settings.ts";
import type { App } from "./create-app.ts";
import { allowOrigin, answerOptions } from "./cross-origin.ts";

/**
 * A request that the simulator is done with. Headers are not kept.
 *
 * @example
 * ```ts
 * import { type AnsweredRequest, createSimulator } from "@ldusage/simulator";
 *
 * const simulator = createSimulator();
 * await simulator.fetch(new Request("http://simulator/api/v2/usage/total-mau"));
 * const [request]: readonly AnsweredRequest[] = simulator.requests;
 * request; //=> { method: "GET", url: "http://simulator/api/v2/usage/total-mau", status: 401 }
 * ```
 */
export interface AnsweredRequest {
  readonly method: string;
  readonly url: string;
  /** HTTP status. 0, as of `Response.error()`, where no answer was begun: a network fault, or an abort before it. */
  readonly status: number;
  /** What went wrong on purpose; absent where nothing did. */
  readonly fault?: Fault["kind"];
}

/** What became of a request. */
export interface Outcome {
  /** Absent where the connection closes without an answer. */
  readonly response: Response | undefined;
  /** What went wrong on purpose, where something did. */
  readonly fault: Fault | undefined;
}

/**
 * Answers a request, however it arrived. Rejects with the signal's reason where the request is aborted, and for
 * options that turn out to be impossible.
 */
export type Exchange = (request: Request) => Promise<Outcome>;

/** The requests so far, and how many of the latest to keep. */
export interface RequestLog {
  readonly requests: AnsweredRequest[];
  readonly kept: number;
}

/**
 * Lets each request meet its fault, and adds to `requests` what became of it. Browsers ask before some requests
 * whether they may send them: such a question meets no fault and is not told of, as it is up to the browser.
 */
export function createExchange(
  app: App,
  settingsNow: () => Settings,
  { requests, kept }: RequestLog,
): Exchange {
  return async (request) => {
    const { method, url, signal } = request;
    if (method === "OPTIONS") return { response: answerOptions(request), fault: undefined };
    const settings = settingsNow();
    const fault = settings.nextFault({ method, url, operationId: app.operationOf(request)?.operationId });
    const answer = (): Response | Promise<Response> => app.fetch(request, settings);
    let status = 0;
    try {
      if (settings.latencyMs > 0) await pause(settings.latencyMs, signal);
      const response = await (fault === undefined ? answer() : applyFault(fault, request, answer));
      status = response?.status ?? 0;
      return { response: response && allowOrigin(request, withoutBodyFor(method, response)), fault };
    } finally {
      requests.push({ method, url, status, ...(fault !== undefined && { fault: fault.kind }) });
      if (requests.length > kept) requests.shift();
    }
  };
}

/** A fault may have given a body to what must not have one. */
function withoutBodyFor(method: string, response: Response): Response {
  return method === "HEAD" && response.body !== null ? new Response(null, response) : response;
}
