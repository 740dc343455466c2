import type { AttributeValue, UsageEvent } from "./usage-event.ts";

/**
 * The hidden log of an account in columns, day by day: a log of millions of events is never a list of objects, and
 * an answer makes the days that it needs and no others.
 */
export interface UsageLog {
  /** How many contexts there are. They are numbered from 0. */
  readonly contextCount: number;
  /** When the log begins; `undefined` when nothing ever happened. */
  readonly firstMs: number | undefined;
  /** The UTC days that touch a range, in order. The events of a day are in any order. */
  days(fromMs: number, toMs: number): Iterable<EventDay>;
  /**
   * A dimension that events can be asked for. One that the account knows nothing of gets made-up values.
   *
   * @param listed the values that the catalog lists for the dimension, if any
   */
  dimension(name: string, listed?: readonly string[]): Dimension;
  /** Every event, by time, made when first asked for. */
  readonly events: readonly UsageEvent[];
}

/** What events can be in a dimension. */
export interface Dimension {
  readonly name: string;
  /** Values by code. `undefined` is for events that have none. */
  readonly values: readonly (AttributeValue | undefined)[];
}

/** The events of one UTC day. Everything is by position in the day. */
export interface EventDay {
  readonly startMs: number;
  readonly length: number;
  /** Numbers of the contexts that were seen. */
  readonly contexts: Uint32Array;
  timesMs(): Float64Array;
  /** 1 where the context's kind is the account's primary one. */
  primaryKinds(): Uint8Array;
  /** Codes of a dimension's values. */
  codes(dimension: Dimension): Uint16Array | Uint32Array;
  /** A number of each event for a purpose, as `eventHash` gives it. */
  hashes(salt: number): Uint32Array;
  /** Minutes that a server was connected; `NaN` where the event does not say. `undefined` when none does. */
  connectedMinutes(): Float64Array | undefined;
}

/** Whether a log has a value of a dimension that is known to it. */
export function logKnows(log: UsageLog, dimension: string, value: string): boolean {
  return log.dimension(dimension).values.some((known) => known === value);
}

/** The combinations of values of some dimensions that occur in a range, each once, in order. */
export function combinationsIn(
  log: UsageLog,
  names: readonly string[],
  range: { readonly fromMs: number; readonly toMs: number },
): (AttributeValue | undefined)[][] {
  const dimensions = names.map((name) => log.dimension(name));
  const found = new Map<string, (AttributeValue | undefined)[]>();
  for (const day of log.days(range.fromMs, range.toMs)) {
    const columns = dimensions.map((dimension) => ({ dimension, codes: day.codes(dimension) }));
    const seen = new Set<string>();
    for (let position = 0; position < day.length; position += 1) {
      const key = columns.map(({ codes }) => codes[position]).join();
      if (seen.has(key)) continue;
      seen.add(key);
      const values = columns.map(({ dimension, codes }) => dimension.values[codes[position] ?? 0]);
      found.set(JSON.stringify(values), values);
    }
  }
  return [...found].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, values]) => values);
}
