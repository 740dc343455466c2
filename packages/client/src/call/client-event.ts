import type { RateLimitState } from "../layers/rate-limit-state.ts";

/**
 * What every event says: which call it belongs to, and how many attempts that call has made so far.
 *
 * @example
 * ```ts
 * import { type ClientEventFacts, createUsageClient } from "@ldusage/client";
 *
 * const label = ({ operationId, callNumber, attempts }: ClientEventFacts): string =>
 *   `${operationId} #${callNumber}, attempt ${attempts}`;
 * const lines: string[] = [];
 * const onEvent = (event: ClientEventFacts): unknown => lines.push(label(event));
 * await createUsageClient({ accessToken: "api-123", onEvent }).getMauSdksByType();
 * lines; //=> ["getMauSdksByType #1, attempt 1", "getMauSdksByType #1, attempt 1"]
 * ```
 */
export interface ClientEventFacts {
  /** Id of the operation; `(unknown)` where the catalog knows none. */
  readonly operationId: string;
  /** Number of the call within its client, from 1 on. */
  readonly callNumber: number;
  /** Attempts so far, this one included. 0 before the first. */
  readonly attempts: number;
}

/**
 * A request goes out.
 *
 * @example
 * ```ts
 * import { createUsageClient } from "@ldusage/client";
 *
 * let requests = 0;
 * const usage = createUsageClient({
 *   accessToken: "api-123",
 *   onEvent: (event) => {
 *     if (event.type === "attempt") requests += 1;
 *   },
 * });
 * await usage.getMauSdksByType();
 * requests; //=> 1
 * ```
 */
export interface AttemptEvent extends ClientEventFacts {
  readonly type: "attempt";
}

/**
 * A response has arrived, whatever its status. With its body, unless the caller asked for a stream.
 *
 * @example
 * ```ts
 * import { createUsageClient, type ResponseEvent } from "@ldusage/client";
 *
 * const responses: ResponseEvent[] = [];
 * const usage = createUsageClient({
 *   accessToken: "api-123",
 *   onEvent: (event) => event.type === "response" && responses.push(event),
 * });
 * await usage.getMauSdksByType();
 * responses.map(({ status, durationMs }) => [status, durationMs >= 0]); //=> [[200, true]]
 * ```
 */
export interface ResponseEvent extends ClientEventFacts {
  readonly type: "response";
  /** HTTP status; 0 where the runtime hides that of a redirect. */
  readonly status: number;
  /** From sending to the end of what was read, in milliseconds. */
  readonly durationMs: number;
  /** Bytes of the body, decompressed; absent for a stream. */
  readonly bodyBytes?: number;
  /** What the response said of the rate limit. */
  readonly rateLimit: RateLimitState;
}

/**
 * The call waits: for a place, for the rate limit, or before it tries again.
 *
 * @example
 * ```ts
 * import { createUsageClient, type WaitEvent } from "@ldusage/client";
 *
 * const reasons: WaitEvent["reason"][] = [];
 * const usage = createUsageClient({
 *   accessToken: "api-123",
 *   concurrency: 1,
 *   onEvent: (event) => event.type === "wait" && reasons.push(event.reason),
 * });
 * await Promise.all([usage.getMauSdksByType(), usage.getMauSdksByType()]);
 * reasons; //=> ["concurrency"]
 * ```
 */
export interface WaitEvent extends ClientEventFacts {
  readonly type: "wait";
  /**
   * - `concurrency`: as many requests as allowed are under way
   * - `rate-limit`: the budget is spent
   * - `retry-after`, `rate-limit-reset`: the server said when to try again
   * - `backoff`: the server did not say
   */
  readonly reason: "concurrency" | "rate-limit" | "retry-after" | "rate-limit-reset" | "backoff";
  /** How long, in milliseconds; absent where it depends on other calls. */
  readonly waitMs?: number;
  /** Before another try: the status of the failed attempt, where there was a response. */
  readonly status?: number;
  /** Before another try: the name of the failed attempt's error, where there was no response. */
  readonly errorName?: string;
}

/**
 * The call has failed.
 *
 * @example
 * ```ts
 * import { createUsageClient, type GiveUpEvent } from "@ldusage/client";
 *
 * const failures: GiveUpEvent[] = [];
 * const usage = createUsageClient({
 *   accessToken: "api-123",
 *   onEvent: (event) => event.type === "give-up" && failures.push(event),
 * });
 * await usage.request("getMAUTotalUsage", { from: "soon" });
 * failures.map(({ errorName, attempts }) => [errorName, attempts]); //=> [["UsageInputError", 0]]
 * ```
 */
export interface GiveUpEvent extends ClientEventFacts {
  readonly type: "give-up";
  /** From the call to its failure, in milliseconds. */
  readonly durationMs: number;
  /** Name of the error that the caller gets; `abort` when the caller ended the call. */
  readonly errorName: string;
  /** Status of the last response, where there was one. */
  readonly status?: number;
}

/**
 * What a client tells while it works. No event holds a token, a header or a URL.
 *
 * @example
 * ```ts
 * import { createUsageClient } from "@ldusage/client";
 *
 * const seen: string[] = [];
 * const usage = createUsageClient({ accessToken: "api-123", onEvent: ({ type }) => seen.push(type) });
 * await usage.raw.GET("/api/v2/usage/mau/sdks");
 * seen; //=> ["attempt", "response"]
 * ```
 */
export type UsageClientEvent = AttemptEvent | ResponseEvent | WaitEvent | GiveUpEvent;
