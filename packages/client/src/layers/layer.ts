import type { UsageCall } from "../call/usage-call.ts";
import type { Clock } from "../clock.ts";
import type { RateLimitState } from "./rate-limit-state.ts";
import type { StopSignal } from "./stop-source.ts";

/** One request of a call. */
export interface Attempt {
  /** The address to get, or a request of the caller's own making. Either is without the token. */
  readonly request: string | Request;
  readonly call: UsageCall;
  /** Aborts this attempt alone, or with the whole call. */
  readonly signal: StopSignal;
}

/** A response with its body apart: read to its end, or a stream where the call asked for one. */
export interface Answer {
  readonly response: Response;
  readonly body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>;
  /** What the response says of the rate limit, where it has been read already. */
  readonly rateLimit?: RateLimitState;
}

export type Send = (attempt: Attempt) => Promise<Answer>;

/** What layers need from outside: chance and time are arguments. */
export interface LayerEnvironment {
  readonly clock: Clock;
  /** A number from 0 up to, but not including, 1. */
  readonly random: () => number;
}

/** Wraps a way to send with one policy. */
export type Layer = (next: Send, environment: LayerEnvironment) => Send;

/** Puts layers around a transport; the first is the outermost. */
export function composeLayers(
  layers: readonly Layer[],
  transport: Send,
  environment: LayerEnvironment,
): Send {
  return layers.reduceRight((next, layer) => layer(next, environment), transport);
}
