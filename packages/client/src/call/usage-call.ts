import type { Clock } from "../clock.ts";
import { StopSource } from "../layers/stop-source.ts";
import type { UsageClientEvent } from "./client-event.ts";
import { followSignal } from "./follow-signal.ts";

/** What an event says beyond the facts that every one has. */
type EventDetails = UsageClientEvent extends infer Event
  ? Event extends UsageClientEvent
    ? Omit<Event, "operationId" | "callNumber" | "attempts">
    : never
  : never;

/** In place of an operation that the catalog does not know: what a caller wrote instead may be anything. */
export const unknownOperation = "(unknown)";

export interface CallStart {
  readonly operationId: string;
  readonly route?: string;
  readonly callNumber: number;
  readonly signal?: AbortSignal | undefined;
  readonly deadlineMs?: number | undefined;
  readonly attemptTimeoutMs?: number | undefined;
  readonly streams: boolean;
}

type Listener = (event: UsageClientEvent) => void;

/** A call on its way: what the layers that it passes know of it. */
export class UsageCall {
  readonly operationId: string;
  /** Path template. Calls of one route share a rate limit. */
  route: string;
  /** Aborted by the caller, with the caller's reason, or by the deadline, with its error. */
  readonly signal: StopSource = new StopSource();
  readonly deadlineMs: number | undefined;
  readonly attemptTimeoutMs: number | undefined;
  /** Whether the body is given on as it arrives. */
  readonly streams: boolean;
  /** On the monotonic clock. */
  readonly startedAtMs: number;
  /** On the monotonic clock; set by the deadline. */
  endsAtMs: number = Number.POSITIVE_INFINITY;
  /** Requests sent so far. */
  attempts = 0;
  lastResponse: Response | undefined = undefined;
  /** Tokens that this call has sent. */
  readonly secrets: Set<string> = new Set();
  readonly #callNumber: number;
  readonly #listeners: readonly (Listener | undefined)[];
  readonly #ends: (() => void)[] = [];

  constructor(start: CallStart, startedAtMs: number, listeners: readonly (Listener | undefined)[]) {
    this.operationId = start.operationId;
    this.route = start.route ?? "";
    this.deadlineMs = start.deadlineMs;
    this.attemptTimeoutMs = start.attemptTimeoutMs;
    this.streams = start.streams;
    this.startedAtMs = startedAtMs;
    this.#callNumber = start.callNumber;
    this.#listeners = listeners;
  }

  emit(details: EventDetails): void {
    const { operationId, attempts } = this;
    for (const listener of this.#listeners) {
      if (listener) tell(listener, { operationId, callNumber: this.#callNumber, attempts, ...details });
    }
  }

  /** Has something done when the call is over. */
  onEnd(callback: () => void): void {
    this.#ends.push(callback);
  }

  /** The call is over, with its body read: lets go of everything that it holds. May be called again. */
  end(): void {
    for (let next = this.#ends.shift(); next !== undefined; next = this.#ends.shift()) next();
  }
}

/**
 * Starts a call, which must be ended.
 *
 * @throws the signal's reason, when it is aborted already.
 */
export function startCall(
  start: CallStart,
  clock: Clock,
  ...listeners: readonly (Listener | undefined)[]
): UsageCall {
  const { signal } = start;
  signal?.throwIfAborted();
  const call = new UsageCall(start, clock.monotonicMs(), listeners);
  if (signal !== undefined) call.onEnd(followSignal(signal, () => call.signal.abort(signal.reason)));
  return call;
}

// A listener's mistake is its own: like an event target's, it surfaces as uncaught and leaves the call alone.
function tell(onEvent: Listener, event: UsageClientEvent): void {
  try {
    onEvent(event);
  } catch (mistake) {
    queueMicrotask(() => {
      throw mistake;
    });
  }
}

/** Takes the tokens that a call has sent out of a text. */
export function redact(call: UsageCall, text: string): string {
  // The longest first: one token may be the beginning of another.
  const secrets = [...call.secrets].sort((left, right) => right.length - left.length);
  return secrets.reduce((safe, secret) => safe.replaceAll(secret, "(access token)"), text);
}
