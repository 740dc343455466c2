/** Where the suite finds the servers that it needs, and the token that they accept. */
export interface ConformanceEnvironment {
  /** Origin of the server that plays the API, correctly at its root and with faults below `/scenarios`. */
  readonly baseUrl: string;
  /** Origin of a server that nothing may ever be sent to. */
  readonly otherOrigin: string;
  readonly accessToken: string;
}

/** Something that the client promises in every runtime. */
export interface ConformanceCase {
  readonly name: string;
  /** Rejects when the promise is broken. */
  readonly run: (environment: ConformanceEnvironment) => Promise<void>;
}

/** How a case ended. */
export interface CaseResult {
  readonly name: string;
  /** What was found instead of what was promised; absent when the case passed. */
  readonly failure?: string;
}

/** A request as a server received it. */
export interface ReceivedRequest {
  /** Path and query, without the prefix that selects a scenario. */
  readonly url: string;
  /** Every value of the header, as often as it was sent. */
  readonly authorization: readonly string[];
  readonly apiVersion: readonly string[];
  /** Server's clock, in epoch milliseconds. */
  readonly atMs: number;
  /** Requests of the scenario that were being answered when this one had arrived, itself included. */
  readonly inFlight: number;
  /** What became of the answer. A connection that either side breaks is `broken`. */
  readonly ending: "open" | "complete" | "broken";
}

/** What both servers have received for one use of a scenario. */
export interface ScenarioRecord {
  readonly requests: readonly ReceivedRequest[];
  readonly requestsElsewhere: readonly ReceivedRequest[];
}
