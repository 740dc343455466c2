import type { ContextTable } from "./context-table.ts";
import { eventHash, mix32 } from "./event-hash.ts";
import type { KnownDimension, SeededEvents } from "./known-dimensions.ts";
import type { Dimension, EventDay } from "./usage-log.ts";

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const hoursADay = 24;

/** How busy the days of the week are, from Sunday. */
const weekRhythm = [0.4, 1, 1, 0.98, 0.95, 0.85, 0.45] as const;

/** The events of one day of a seeded log, before anyone asks for their attributes. */
export interface MadeDay extends SeededEvents {
  /** From this position on come the hours of servers, 24 for each. */
  readonly firstHour: number;
}

/**
 * Makes a day from the seed alone, without any other day.
 *
 * @param started how many of those that come and go have been seen by then
 */
export function makeDay(
  table: ContextTable,
  started: number,
  dayHash: number,
  day: number,
  startMs: number,
): MadeDay {
  const { activity, lastDay } = table;
  const rhythm = weekRhythm[new Date(startMs).getUTCDay()] ?? 1;
  const active = new Uint32Array(started);
  let count = 0;
  let events = 0;
  for (let context = 0; context < started; context += 1) {
    const chance = mix32(Math.imul(context + 1, 0x9e3779b1) ^ dayHash);
    if (chance >= (activity[context] ?? 0) * rhythm || (lastDay[context] ?? 0) < day) continue;
    active[count] = context;
    count += 1;
    events += eventsOf(chance);
  }
  const servers: number[] = [];
  for (let server = table.firstServer; server < table.count; server += 1) {
    if ((table.firstDay[server] ?? 0) <= day) servers.push(server);
  }
  const contexts = new Uint32Array(events + servers.length * hoursADay);
  const hashes = new Uint32Array(contexts.length);
  let position = 0;
  const add = (context: number, times: (chance: number) => number): void => {
    const chance = mix32(Math.imul(context + 1, 0x9e3779b1) ^ dayHash);
    for (let index = times(chance); index > 0; index -= 1) {
      contexts[position] = context;
      hashes[position] = mix32(chance + Math.imul(index, 0x85ebca77));
      position += 1;
    }
  };
  for (let index = 0; index < count; index += 1) add(active[index] ?? 0, eventsOf);
  for (const server of servers) add(server, () => hoursADay);
  return { day, contexts, hashes, firstHour: events };
}

/** One to three events for a context that is active. */
function eventsOf(chance: number): number {
  return 1 + (mix32(chance) % 3);
}

/** What a seeded log has for all of its days. */
export interface SeededLogParts {
  readonly table: ContextTable;
  readonly known: ReadonlyMap<string, KnownDimension>;
  /** Hashes of the keys of contexts, by number. */
  readonly contextHashes: () => Uint32Array;
  /** Salt of a dimension whose values are made up. */
  readonly saltOf: (dimension: Dimension) => number;
}

/** A made day as one that an answer can read. */
export function readDay(made: MadeDay, startMs: number, parts: SeededLogParts): EventDay {
  const { contexts, hashes, firstHour } = made;
  const { table } = parts;
  const { length } = contexts;
  const timesMs = (): Float64Array => {
    const times = new Float64Array(length);
    for (let position = 0; position < firstHour; position += 1) {
      // The sum of two chances: most happens around noon.
      const chances = mix32((hashes[position] ?? 0) + 1);
      const ofDay = ((chances & 0xffff) + (chances >>> 16)) / 131_072;
      times[position] = startMs + Math.floor(ofDay * dayMs);
    }
    for (let position = firstHour; position < length; position += 1)
      times[position] = startMs + (((position - firstHour) % hoursADay) + 1) * hourMs - 1;
    return times;
  };
  const hashesFor = (salt: number): Uint32Array => {
    const times = timesMs();
    const keys = parts.contextHashes();
    const found = new Uint32Array(length);
    for (let position = 0; position < length; position += 1)
      found[position] = eventHash(salt, keys[contexts[position] ?? 0] ?? 0, times[position] ?? 0);
    return found;
  };
  return {
    startMs,
    length,
    contexts,
    timesMs,
    hashes: hashesFor,
    primaryKinds: () => primaryKinds(contexts, table),
    codes: (dimension) => {
      const codes = new Uint16Array(length);
      const known = parts.known.get(dimension.name);
      if (known !== undefined) known.fill(made, table, codes);
      else {
        const count = dimension.values.length;
        hashesFor(parts.saltOf(dimension)).forEach((hash, position) => {
          codes[position] = hash % count;
        });
      }
      return codes;
    },
    connectedMinutes: () => (firstHour === length ? undefined : connectedMinutes(made, table.firstServer)),
  };
}

function primaryKinds(contexts: Uint32Array, { kind }: ContextTable): Uint8Array {
  const primary = new Uint8Array(contexts.length);
  for (let position = 0; position < contexts.length; position += 1)
    primary[position] = kind[contexts[position] ?? 0] === 0 ? 1 : 0;
  return primary;
}

/** Whole hours, but every fourth server restarts now and then. */
function connectedMinutes({ contexts, hashes, firstHour }: MadeDay, firstServer: number): Float64Array {
  const minutes = new Float64Array(contexts.length).fill(Number.NaN);
  for (let position = firstHour; position < contexts.length; position += 1) {
    const server = (contexts[position] ?? 0) - firstServer;
    const hash = mix32((hashes[position] ?? 0) + 2);
    const restarts = server % 4 === 3 && hash % 8 === 0;
    minutes[position] = restarts ? (1 + ((hash >>> 8) % 959)) / 16 : 60;
  }
  return minutes;
}
