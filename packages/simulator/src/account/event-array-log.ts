import { refuseOption, type UsageInputError } from "@ldusage/types/errors";
import { largestEpochMs } from "@ldusage/types/time";
import { attributeOf } from "./attribute-of.ts";
import { eventHash } from "./event-hash.ts";
import { hash32 } from "./seeded-random.ts";
import type { AttributeValue, UsageEvent } from "./usage-event.ts";
import type { Dimension, EventDay, UsageLog } from "./usage-log.ts";

const dayMs = 86_400_000;
const logs = new WeakMap<readonly UsageEvent[], UsageLog>();

/** A log, whether it is one already or a list of events by time. A list is read once. */
export function logOf(source: readonly UsageEvent[] | UsageLog): UsageLog {
  // A list and a log are the only two.
  if (!Array.isArray(source)) return source as UsageLog;
  const events: readonly UsageEvent[] = source;
  const known = logs.get(events) ?? createEventArrayLog(events);
  logs.set(events, known);
  return known;
}

interface Columns {
  readonly events: readonly UsageEvent[];
  readonly timesMs: Float64Array;
  readonly contexts: Uint32Array;
  /** Hashes of the keys, by number of the context. */
  readonly contextHashes: Uint32Array;
  readonly codes: Map<Dimension, Uint32Array>;
}

function createEventArrayLog(events: readonly UsageEvent[]): UsageLog {
  events.forEach(checkEvent);
  const numbers = new Map<string, number>();
  for (const { contextKey } of events) {
    if (!numbers.has(contextKey)) numbers.set(contextKey, numbers.size);
  }
  const columns: Columns = {
    events,
    timesMs: Float64Array.from(events, ({ timeMs }) => timeMs),
    contexts: Uint32Array.from(events, ({ contextKey }) => numbers.get(contextKey) ?? 0),
    contextHashes: Uint32Array.from(numbers.keys(), (key) => hash32(key)),
    codes: new Map(),
  };
  const days = daysOf(columns);
  const dimensions = new Map<string, Dimension>();
  return {
    contextCount: numbers.size,
    firstMs: events[0]?.timeMs,
    events,
    days: (fromMs, toMs) => days.filter(({ startMs }) => startMs < toMs && startMs + dayMs > fromMs),
    dimension: (name, listed = []) => {
      const key = JSON.stringify([name, listed]);
      const known = dimensions.get(key) ?? readDimension(columns, name, listed);
      dimensions.set(key, known);
      return known;
    },
  };
}

function checkEvent(event: UsageEvent, index: number): void {
  const { timeMs, connectedMinutes = 0 } = event;
  const refuse = (name: string, value: unknown, rule: string, wayOut: string): UsageInputError =>
    refuseOption(`events[${index}].${name}`, value, rule, wayOut);
  if (!(Math.abs(timeMs) <= largestEpochMs))
    throw refuse("timeMs", timeMs, "it is not a point in time", "give epoch milliseconds");
  if (!(connectedMinutes >= 0 && Number.isFinite(connectedMinutes)))
    throw refuse("connectedMinutes", connectedMinutes, "it is not a number of minutes", "give one from 0 on");
}

function readDimension({ events, codes }: Columns, name: string, listed: readonly string[]): Dimension {
  const numbers = new Map<AttributeValue | undefined, number>();
  const column = Uint32Array.from(events, (event) => {
    const value = attributeOf(event, name, listed);
    const code = numbers.get(value) ?? numbers.size;
    numbers.set(value, code);
    return code;
  });
  const dimension = { name, values: [...numbers.keys()] };
  codes.set(dimension, column);
  return dimension;
}

function daysOf(columns: Columns): EventDay[] {
  const { timesMs } = columns;
  const days: EventDay[] = [];
  let first = 0;
  while (first < timesMs.length) {
    const startMs = Math.floor((timesMs[first] ?? 0) / dayMs) * dayMs;
    let end = first;
    while (end < timesMs.length && (timesMs[end] ?? 0) < startMs + dayMs) end += 1;
    days.push(dayOf(columns, startMs, first, end));
    first = end;
  }
  return days;
}

function dayOf(columns: Columns, startMs: number, first: number, end: number): EventDay {
  const { events, timesMs, contextHashes } = columns;
  const contexts = columns.contexts.subarray(first, end);
  const times = timesMs.subarray(first, end);
  const members = events.slice(first, end);
  const saysMinutes = members.some(({ connectedMinutes }) => connectedMinutes !== undefined);
  return {
    startMs,
    length: end - first,
    contexts,
    timesMs: () => times,
    primaryKinds: () => Uint8Array.from(members, ({ isPrimaryKind }) => (isPrimaryKind ? 1 : 0)),
    codes: (dimension) => (columns.codes.get(dimension) ?? new Uint32Array(0)).subarray(first, end),
    hashes: (salt) =>
      Uint32Array.from(contexts, (context, position) =>
        eventHash(salt, contextHashes[context] ?? 0, times[position] ?? 0),
      ),
    connectedMinutes: () =>
      saysMinutes
        ? Float64Array.from(members, ({ connectedMinutes = Number.NaN }) => connectedMinutes)
        : undefined,
  };
}
