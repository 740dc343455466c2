/** A value of a dimension: text, or a variation's own JSON value. */
export type AttributeValue = string | boolean;

/** One thing that happened in the simulated account. Every answer is derived from these and nothing else. */
export interface UsageEvent {
  readonly timeMs: number;
  /** The context that was seen. */
  readonly contextKey: string;
  /** Whether its kind is the account's primary one. */
  readonly isPrimaryKind: boolean;
  /** What the event is by dimension, under the catalog's names of dimensions. */
  readonly attributes: ReadonlyMap<string, AttributeValue>;
}
