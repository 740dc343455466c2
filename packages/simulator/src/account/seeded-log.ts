import { refuseOption } from "@ldusage/types/errors";
import { utcDayStartMs } from "@ldusage/types/time";
import type { AccountSize } from "./account-size.ts";
import { inventedValuesOf } from "./attribute-of.ts";
import { type ContextTable, createContextTable } from "./context-table.ts";
import { eventsOfDays } from "./events-of-days.ts";
import { knownDimensions } from "./known-dimensions.ts";
import { type MadeDay, makeDay, readDay, type SeededLogParts } from "./seeded-day.ts";
import { hash32 } from "./seeded-random.ts";
import type { UsageEvent } from "./usage-event.ts";
import type { Dimension, EventDay, UsageLog } from "./usage-log.ts";

const dayMs = 86_400_000;
/** Events in days that are kept: 8 bytes each. */
const mostEventsKept = 16_000_000;
/** Events in a list: a list of more takes gigabytes. */
const mostEventsListed = 3_000_000;
/** Days that a log goes on after its begin, for a clock that runs. */
const daysToCome = 3_660;

export interface SeededLogOptions {
  readonly seed: number;
  readonly nowMs: number;
  readonly size: AccountSize;
}

/**
 * The hidden log of a seeded account, made day by day when asked for. It goes on after `nowMs`, for a clock that
 * runs (for ten years); its list of events ends there.
 */
export function createSeededLog({ seed, nowMs, size }: SeededLogOptions): UsageLog {
  const table = createContextTable(seed, size);
  const firstDayMs = utcDayStartMs(nowMs) - size.days * dayMs;
  const lastDay = size.days + daysToCome;
  const dimensions = new Map<string, Dimension>();
  let contextHashes: Uint32Array | undefined;
  const parts: SeededLogParts = {
    table,
    known: knownDimensions(lastDay),
    contextHashes: () => {
      contextHashes ??= hashKeys(table);
      return contextHashes;
    },
    saltOf: ({ name }) => hash32(name),
  };
  const madeDay = keptDays((day) => {
    const startMs = firstDayMs + day * dayMs;
    const dayHash = hash32(seed, "day", startMs / dayMs);
    return makeDay(table, startedBy(table, day), dayHash, day, startMs);
  });
  function* days(fromMs: number, toMs: number): Generator<EventDay> {
    let day = Math.max(0, Math.floor((fromMs - firstDayMs) / dayMs));
    for (; day <= lastDay && firstDayMs + day * dayMs < toMs; day += 1)
      yield readDay(madeDay(day), firstDayMs + day * dayMs, parts);
  }
  let events: readonly UsageEvent[] | undefined;
  const log: UsageLog = {
    contextCount: table.count,
    firstMs: firstDayMs,
    days,
    dimension: (name, listed = []) => {
      const key = JSON.stringify([name, listed]);
      const values = parts.known.get(name)?.values ?? inventedValuesOf(name, listed);
      const dimension = dimensions.get(key) ?? { name, values };
      dimensions.set(key, dimension);
      return dimension;
    },
    get events() {
      events ??= listEvents(log, table, [...parts.known.keys()], nowMs, size);
      return events;
    },
  };
  return log;
}

function listEvents(
  log: UsageLog,
  table: ContextTable,
  names: readonly string[],
  nowMs: number,
  size: AccountSize,
): UsageEvent[] {
  // A context is seen about every eighth day of the history, twice.
  const expected = (size.contexts * size.activity * size.days) / 4 + size.servers * size.days * 24;
  if (expected > mostEventsListed) {
    const rule = "its events are too many to be listed";
    throw refuseOption("size", size.contexts, rule, "take a smaller account to look at events");
  }
  return eventsOfDays(log, names, { fromMs: -Infinity, toMs: nowMs }, (context) => keyOf(table, context));
}

function keyOf({ firstServer }: ContextTable, context: number): string {
  return context < firstServer ? `context-${context}` : `server-${context - firstServer}`;
}

function hashKeys(table: ContextTable): Uint32Array {
  const hashes = new Uint32Array(table.count);
  for (let context = 0; context < table.count; context += 1) hashes[context] = hash32(keyOf(table, context));
  return hashes;
}

/** How many of those that come and go have been seen by a day. */
function startedBy({ firstDay, firstServer }: ContextTable, day: number): number {
  let [before, after] = [0, firstServer];
  while (before < after) {
    const middle = (before + after) >> 1;
    if ((firstDay[middle] ?? 0) <= day) before = middle + 1;
    else after = middle;
  }
  return before;
}

/** Keeps the days that were asked for last, up to a number of events. */
function keptDays(make: (day: number) => MadeDay): (day: number) => MadeDay {
  const kept = new Map<number, MadeDay>();
  let events = 0;
  return (day) => {
    const known = kept.get(day);
    const made = known ?? make(day);
    if (known === undefined) events += made.contexts.length;
    kept.delete(day);
    kept.set(day, made);
    for (const [oldest, { contexts }] of kept) {
      if (events <= mostEventsKept || oldest === day) break;
      kept.delete(oldest);
      events -= contexts.length;
    }
    return made;
  };
}
