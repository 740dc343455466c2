import type { Clock } from "../clock.ts";
import { StopSource } from "../layers/stop-source.ts";
import type { UsageClientEvent } from "./client-event.ts";

/** What an event says beyond the facts that every one has. */
type EventDetails = UsageClientEvent extends infer Event
  ? Event extends UsageClientEvent
    ? Omit<Event, "operationId" | "callNumber" | "attempts">
    : never
  : never;

/** In place of an operation that the catalog does not know: what a caller wrote instead may be anything. */
export const unknownOperation = "(unknown)";

/** A call on its way: what the layers that it passes know of it. */
export interface UsageCall {
  readonly operationId: string;
  /** Path template. Calls of one route share a rate limit. */
  route: string;
  /** Aborted by the caller, with the caller's reason, or by the deadline, with its error. */
  readonly signal: StopSource;
  readonly deadlineMs: number | undefined;
  readonly attemptTimeoutMs: number | undefined;
  /** Whether the body is given on as it arrives. */
  readonly streams: boolean;
  /** On the monotonic clock. */
  readonly startedAtMs: number;
  /** On the monotonic clock; set by the deadline. */
  endsAtMs: number;
  /** Requests sent so far. */
  attempts: number;
  lastResponse: Response | undefined;
  /** Tokens that this call has sent. */
  readonly secrets: Set<string>;
  /** Absent where nobody listens: then what would be told is not even put together. */
  readonly emit: ((details: EventDetails) => void) | undefined;
  /** Has something done when the call is over. */
  readonly onEnd: (callback: () => void) => void;
  /** The call is over, with its body read: lets go of everything that it holds. May be called again. */
  readonly end: () => void;
}

/** Takes the tokens that a call has sent out of a text. */
export function redact(call: UsageCall, text: string): string {
  // The longest first: one token may be the beginning of another.
  const secrets = [...call.secrets].sort((left, right) => right.length - left.length);
  return secrets.reduce((safe, secret) => safe.replaceAll(secret, "(access token)"), text);
}

export interface CallStart {
  readonly operationId: string;
  readonly route?: string;
  readonly callNumber: number;
  readonly signal?: AbortSignal | undefined;
  readonly deadlineMs?: number | undefined;
  readonly attemptTimeoutMs?: number | undefined;
  readonly streams: boolean;
}

/**
 * Starts a call, which must be ended.
 *
 * @throws the signal's reason, when it is aborted already.
 */
export function startCall(
  { signal, callNumber, ...facts }: CallStart,
  clock: Clock,
  ...listeners: readonly (((event: UsageClientEvent) => void) | undefined)[]
): UsageCall {
  signal?.throwIfAborted();
  const own = new StopSource();
  const ends: (() => void)[] = [];
  if (signal !== undefined) ends.push(follow(signal, () => own.abort(signal.reason)));
  const present = listeners.filter((listener) => listener !== undefined);
  const emit = (details: EventDetails): void => {
    const { operationId, attempts } = call;
    for (const listener of present) tell(listener, { operationId, callNumber, attempts, ...details });
  };
  const call: UsageCall = {
    deadlineMs: undefined,
    attemptTimeoutMs: undefined,
    route: "",
    ...facts,
    signal: own,
    startedAtMs: clock.monotonicMs(),
    endsAtMs: Number.POSITIVE_INFINITY,
    attempts: 0,
    lastResponse: undefined,
    secrets: new Set(),
    emit: present.length > 0 ? emit : undefined,
    onEnd: (callback) => ends.push(callback),
    end: () => {
      for (const callback of ends.splice(0)) callback();
    },
  };
  return call;
}

// A listener's mistake is its own: like an event target's, it surfaces as uncaught and leaves the call alone.
function tell(onEvent: (event: UsageClientEvent) => void, event: UsageClientEvent): void {
  try {
    onEvent(event);
  } catch (mistake) {
    queueMicrotask(() => {
      throw mistake;
    });
  }
}

const followers = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Has something done when a signal is aborted. However many calls share the signal, it has one listener: runtimes take
 * many for a leak and say so.
 *
 * @returns a function that lets go of the signal.
 */
function follow(signal: AbortSignal, onAbort: () => void): () => void {
  const all = followers.get(signal) ?? new Set();
  if (all.size === 0) {
    followers.set(signal, all);
    signal.addEventListener("abort", abortFollowers, { once: true });
  }
  all.add(onAbort);
  return () => {
    all.delete(onAbort);
    if (all.size === 0) signal.removeEventListener("abort", abortFollowers);
  };
}

function abortFollowers(this: AbortSignal): void {
  for (const onAbort of [...(followers.get(this) ?? [])]) onAbort();
}
