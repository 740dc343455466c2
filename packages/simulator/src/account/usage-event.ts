/**
 * A value of a dimension: text, or a variation's own JSON value.
 *
 * @example
 * ```ts
 * import type { AttributeValue } from "@ldusage/simulator";
 *
 * const variations: AttributeValue[] = ["blue", true, 20];
 * variations.length; //=> 3
 * ```
 */
export type AttributeValue = string | boolean | number;

/**
 * One thing that happened in the simulated account. Every answer is derived from these and nothing else.
 *
 * @example
 * ```ts
 * import { createSimulator, type UsageEvent } from "@ldusage/simulator";
 *
 * const nowMs = Date.UTC(2026, 0, 2);
 * const event = (contextKey: string, sdk: string): UsageEvent => ({
 *   timeMs: Date.UTC(2026, 0, 1, 12),
 *   contextKey,
 *   isPrimaryKind: true,
 *   attributes: new Map([["sdk-type", "client"], ["sdk-name", sdk]]),
 * });
 * const events = [event("ann", "iOS"), event("ann", "JSClient"), event("bob", "iOS")];
 * const simulator = createSimulator({ nowMs, events });
 * const headers = { Authorization: "anything", "LD-API-Version": "beta" };
 * const url = "http://simulator/api/v2/usage/total-mau";
 * const answer = await (await simulator.fetch(new Request(url, { headers }))).json();
 * answer.series; //=> [{ 0: 2, time: 1767225600000 }]
 * ```
 */
export interface UsageEvent {
  readonly timeMs: number;
  /** The context that was seen. */
  readonly contextKey: string;
  /** Whether its kind is the account's primary one. */
  readonly isPrimaryKind: boolean;
  /**
   * What the event is by dimension, under the catalog's names of dimensions. A dimension that is not there gets a
   * made-up value; one that is there with `undefined` has none.
   */
  readonly attributes: ReadonlyMap<string, AttributeValue | undefined>;
  /**
   * Minutes that a server was connected until then, for operations that count minutes: one server that is always on
   * has 1,440 a day. Without it a few minutes are made up, in sixteenths.
   */
  readonly connectedMinutes?: number | undefined;
}
