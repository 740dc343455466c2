import {
  connectionTypes,
  contextKinds,
  eventKeys,
  eventKinds,
  eventTypes,
  experiments,
  flags,
  places,
  relayVersions,
  releaseEveryDays,
  sdks,
} from "./account-shape.ts";
import type { ContextTable } from "./context-table.ts";
import { mix32 } from "./event-hash.ts";
import { hash32 } from "./seeded-random.ts";
import type { AttributeValue } from "./usage-event.ts";

/** The events of one day of a seeded log, by position: who was seen, and a hash that decides all else. */
export interface SeededEvents {
  /** Number of the day in the log. */
  readonly day: number;
  readonly contexts: Uint32Array;
  readonly hashes: Uint32Array;
}

/** A dimension that a seeded account knows. */
export interface KnownDimension {
  readonly values: readonly (AttributeValue | undefined)[];
  fill(events: SeededEvents, table: ContextTable, codes: Uint16Array): void;
}

/** The dimensions of a seeded account, under the catalog's names. */
export function knownDimensions(latestDay: number): ReadonlyMap<string, KnownDimension> {
  return new Map([
    [
      "project-key",
      byChoice(
        "places",
        places.map(({ project }) => project),
      ),
    ],
    [
      "environment-key",
      byChoice(
        "places",
        places.map(({ environment }) => environment),
      ),
    ],
    ["context-kind", byContext("kind", contextKinds)],
    ["anonymous-value", byContext("isAnonymous", ["false", "true"])],
    [
      "sdk-name",
      byChoice(
        "sdks",
        sdks.map(({ name }) => name),
      ),
    ],
    ["sdk-version", sdkVersions(latestDay)],
    [
      "sdk-type",
      byChoice(
        "sdks",
        sdks.map(({ side }) => side),
      ),
    ],
    [
      "sdk-app-id",
      byChoice(
        "sdks",
        sdks.map(({ app }) => app),
      ),
    ],
    [
      "category",
      byChoice(
        "sdks",
        sdks.map(({ category }) => category),
      ),
    ],
    ["connection-type", byChance("connection-type", connectionTypes)],
    ["relay-version", byChance("relay-version", relayVersions)],
    ["event-type", byChance("event-type", eventTypes)],
    ["event-kind", byChance("event-kind", eventKinds)],
    ["event-key", byChance("event-key", eventKeys)],
    [
      "feature-flag-key",
      byChance(
        "flag",
        flags.map(({ key }) => key),
      ),
    ],
    ["variation", variations()],
    ["experiment-id", byChance("experiment", experiments)],
  ]);
}

/** What a context always is. */
function byContext(column: "kind" | "isAnonymous", values: readonly string[]): KnownDimension {
  return {
    values,
    fill: ({ contexts }, table, codes) => {
      const own = table[column];
      for (let position = 0; position < contexts.length; position += 1)
        codes[position] = own[contexts[position] ?? 0] ?? 0;
    },
  };
}

/** What goes with one of the two places or SDKs of a context. */
function byChoice(column: "places" | "sdks", ofEach: readonly string[]): KnownDimension {
  const values = [...new Set(ofEach)];
  const codeOf = Uint16Array.from(ofEach, (value) => values.indexOf(value));
  const bit = column === "places" ? 1 : 2;
  return {
    values,
    fill: ({ contexts, hashes }, table, codes) => {
      const [first, second] = table[column];
      for (let position = 0; position < contexts.length; position += 1) {
        const chosen = ((hashes[position] ?? 0) & bit) === 0 ? first : second;
        codes[position] = codeOf[chosen[contexts[position] ?? 0] ?? 0] ?? 0;
      }
    },
  };
}

/** What is different each time. */
function byChance(purpose: string, values: readonly (AttributeValue | undefined)[]): KnownDimension {
  const salt = hash32(purpose);
  const count = values.length;
  return {
    values,
    fill: ({ hashes }, _table, codes) => {
      for (let position = 0; position < hashes.length; position += 1)
        codes[position] = mix32((hashes[position] ?? 0) ^ salt) % count;
    },
  };
}

/** A release of each SDK every few weeks, at different times, taken up bit by bit. */
function sdkVersions(latestDay: number): KnownDimension {
  const releaseOf = (day: number, sdk: number): number =>
    Math.floor(Math.max(0, day + 11 * sdk) / releaseEveryDays);
  const latest = releaseOf(latestDay, sdks.length);
  return {
    values: Array.from({ length: latest + 1 }, (_, release) => `${1 + (release >> 2)}.${release & 3}.0`),
    fill: ({ day, contexts, hashes }, { uptake, sdks: [first, second] }, codes) => {
      for (let position = 0; position < contexts.length; position += 1) {
        const context = contexts[position] ?? 0;
        const sdk = (((hashes[position] ?? 0) & 2) === 0 ? first : second)[context] ?? 0;
        codes[position] = Math.min(latest, releaseOf(day - (uptake[context] ?? 0), sdk));
      }
    },
  };
}

/** What a context gets of the flag that was asked for. */
function variations(): KnownDimension {
  const values = [...new Set(flags.flatMap((flag) => flag.variations))];
  const codeOf = flags.map((flag) => flag.variations.map((variation) => values.indexOf(variation)));
  const flagOf = byChance(
    "flag",
    flags.map(({ key }) => key),
  );
  return {
    values,
    fill: (events, table, codes) => {
      flagOf.fill(events, table, codes);
      for (let position = 0; position < codes.length; position += 1) {
        const given = codeOf[codes[position] ?? 0] ?? [];
        codes[position] = given[(table.bucket[events.contexts[position] ?? 0] ?? 0) % given.length] ?? 0;
      }
    },
  };
}
