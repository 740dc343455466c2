/**
 * What goes wrong with a request.
 *
 * @example
 * ```ts
 * import { createSimulator, type Fault } from "@ldusage/simulator";
 *
 * const storm: Fault = { kind: "status", status: 429, headers: { "Retry-After": "3" } };
 * const simulator = createSimulator({ faults: [storm] });
 * const { status, headers } = await simulator.fetch(new Request("http://simulator/"));
 * [status, headers.get("Retry-After")]; //=> [429, "3"]
 * ```
 */
export type Fault =
  /**
   * An answer from something in front of the API. Without `body` it is the one that the API documents for the status,
   * or empty where it documents none. A `body` is `text/plain` unless `headers` say otherwise.
   */
  | {
      readonly kind: "status";
      /** From 200 to 599. */
      readonly status: number;
      readonly body?: string | undefined;
      readonly headers?: Readonly<Record<string, string>> | undefined;
    }
  /** The answer comes late. */
  | { readonly kind: "latency"; readonly latencyMs: number }
  /** The connection closes before an answer: `fetch` rejects with a `TypeError`. */
  | { readonly kind: "network" }
  /** The connection closes after half of the body. */
  | { readonly kind: "truncated-body" }
  /** The body comes in up to eight pieces, with a pause before each. */
  | { readonly kind: "slow-body"; readonly chunkDelayMs: number }
  /** The first half of the body, as if it were all of it. */
  | { readonly kind: "half-json" }
  /** A page of HTML with status 200, as of a proxy or a sign-in. */
  | { readonly kind: "html" }
  /** A 302 to another place, absolute or relative. */
  | { readonly kind: "redirect"; readonly location: string };

/** Pieces that a slow body comes in. A body of fewer bytes comes byte by byte. */
export const slowBodyPieces = 8;

/** Whether an answer must not be held back until its body is whole. */
export function comesInPieces(fault: Fault | undefined): boolean {
  return fault?.kind === "truncated-body" || fault?.kind === "slow-body";
}

/**
 * A request whose fate is to be decided.
 *
 * @example
 * ```ts
 * import { createSimulator, type FaultRequest } from "@ldusage/simulator";
 *
 * const isSecond = ({ index }: FaultRequest) => index === 1;
 * const simulator = createSimulator({
 *   faults: (request) => (isSecond(request) ? { kind: "status", status: 503 } : undefined),
 * });
 * const first = await simulator.fetch(new Request("http://simulator/"));
 * const second = await simulator.fetch(new Request("http://simulator/"));
 * [first.status, second.status]; //=> [200, 503]
 * ```
 */
export interface FaultRequest {
  readonly method: string;
  readonly url: string;
  /** The operation that the path belongs to; absent where there is none. */
  readonly operationId?: string | undefined;
  /** How many requests have arrived before this one since the faults were given. */
  readonly index: number;
}

/**
 * Decides for each request: by a function, or by a list in order of arrival, past whose end all goes well.
 *
 * @example
 * ```ts
 * import { createSimulator, type Faults } from "@ldusage/simulator";
 *
 * const twice503: Faults = [
 *   { kind: "status", status: 503 },
 *   { kind: "status", status: 503 },
 * ];
 * const simulator = createSimulator({ faults: twice503 });
 * for (let count = 0; count < 3; count += 1) await simulator.fetch(new Request("http://simulator/"));
 * simulator.requests.map(({ status }) => status); //=> [503, 503, 200]
 * ```
 */
export type Faults = ((request: FaultRequest) => Fault | undefined) | readonly (Fault | undefined)[];
