import { applyFault } from "../faults/apply-fault.ts";
import type { Fault, FaultRequest } from "../faults/fault.ts";
import type { App } from "./create-app.ts";

/** A request that the simulator is done with. Headers are not kept. */
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

/** Lets each request meet its fault, and adds to `requests` what became of it. */
export function createExchange(
  app: App,
  faultOf: (request: FaultRequest) => Fault | undefined,
  requests: AnsweredRequest[],
): Exchange {
  let arrived = 0;
  return async (request) => {
    const { method, url } = request;
    const index = arrived;
    arrived += 1;
    const fault = faultOf({ method, url, index, operationId: app.operationOf(request)?.operationId });
    let status = 0;
    try {
      const response = await (fault === undefined
        ? app.fetch(request)
        : applyFault(fault, request, app.fetch));
      status = response?.status ?? 0;
      return { response, fault };
    } finally {
      requests.push({ method, url, status, ...(fault !== undefined && { fault: fault.kind }) });
    }
  };
}
