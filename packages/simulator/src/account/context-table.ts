import { contextKinds, places, sdks, uptakeDays } from "./account-shape.ts";
import type { AccountSize } from "./account-size.ts";
import { mix32 } from "./event-hash.ts";
import { hash32 } from "./seeded-random.ts";

/** Who the contexts of an account are and how they behave, by number: those that come and go, then the servers. */
export interface ContextTable {
  readonly count: number;
  /** Number of the first server. */
  readonly firstServer: number;
  /** Day of the log on which each is first seen, not falling among those that come and go. */
  readonly firstDay: Int32Array;
  /** Day after which it is not seen any more. */
  readonly lastDay: Int32Array;
  /** Chance of being active on a working day, in parts of 2 ** 32. */
  readonly activity: Uint32Array;
  /** Code of its kind. */
  readonly kind: Uint8Array;
  readonly isAnonymous: Uint8Array;
  /** The two places that it is seen in; often the same. */
  readonly places: readonly [Uint8Array, Uint8Array];
  /** The two SDKs that it is seen through; often the same. */
  readonly sdks: readonly [Uint8Array, Uint8Array];
  /** Days from a release until it has it. */
  readonly uptake: Uint8Array;
  /** Decides which variations it gets. */
  readonly bucket: Uint8Array;
}

const twoTo32 = 4_294_967_296;
const forGood = 2 ** 31 - 1;
const kindsByChance = [0, 0, 0, 1, 2] as const;
const serviceKind = contextKinds.length - 1;
const clientSdks = sdks.filter(({ side }) => side === "client").length;

/** The contexts of an account. A third is there from the start, the others join over time: the account grows. */
export function createContextTable(seed: number, size: AccountSize): ContextTable {
  const count = size.contexts + size.servers;
  const bytes = (): Uint8Array => new Uint8Array(count);
  const table: ContextTable = {
    count,
    firstServer: size.contexts,
    firstDay: new Int32Array(count),
    lastDay: new Int32Array(count).fill(forGood),
    activity: new Uint32Array(count),
    kind: bytes(),
    isAnonymous: bytes(),
    places: [bytes(), bytes()],
    sdks: [bytes(), bytes()],
    uptake: bytes(),
    bucket: bytes(),
  };
  const seedHash = hash32(seed, "contexts");
  for (let context = 0; context < count; context += 1) {
    const hash = mix32(Math.imul(context + 1, 0x9e3779b1) ^ seedHash);
    if (context < size.contexts) fillContext(table, context, hash, size);
    else fillServer(table, context, hash, size);
  }
  return table;
}

function fillContext(
  table: ContextTable,
  context: number,
  hash: number,
  { contexts, days, activity }: AccountSize,
): void {
  const early = Math.ceil(contexts / 3);
  const joined = context < early ? 0 : Math.floor(((context - early) / (contexts - early)) * days);
  table.firstDay[context] = joined;
  const stay = mix32(hash + 1);
  // Two in five leave again, after one to seven months.
  if (stay % 5 < 2) table.lastDay[context] = joined + 30 + ((stay >>> 8) % 180);
  const eagerness = mix32(hash + 2) / twoTo32;
  table.activity[context] = Math.floor((0.05 + 0.6 * eagerness * eagerness) * activity * twoTo32);
  table.kind[context] = kindsByChance[mix32(hash + 3) % kindsByChance.length] ?? 0;
  table.isAnonymous[context] = mix32(hash + 4) % 10 < 3 ? 1 : 0;
  fillPair(table.places, context, mix32(hash + 5), places.length, 3);
  fillPair(table.sdks, context, mix32(hash + 6), sdks.length, 4);
  table.uptake[context] = mix32(hash + 7) % uptakeDays;
  table.bucket[context] = mix32(hash + 8) % 6;
}

/** A first choice, and in some of ten cases a second one. */
function fillPair(
  [first, second]: ContextTable["places"],
  context: number,
  hash: number,
  choices: number,
  often: number,
): void {
  const chosen = hash % choices;
  const other = (chosen + 1 + ((hash >>> 8) % (choices - 1))) % choices;
  first[context] = chosen;
  second[context] = (hash >>> 16) % 10 < often ? other : chosen;
}

function fillServer(
  table: ContextTable,
  context: number,
  hash: number,
  { contexts, days, servers }: AccountSize,
): void {
  const server = context - contexts;
  // Half of them are there from the start.
  table.firstDay[context] = Math.floor((Math.max(0, 2 * server - servers) / servers) * days);
  table.kind[context] = serviceKind;
  const place = mix32(hash + 5) % places.length;
  const sdk = clientSdks + (mix32(hash + 6) % (sdks.length - clientSdks));
  for (const column of table.places) column[context] = place;
  for (const column of table.sdks) column[context] = sdk;
  table.uptake[context] = mix32(hash + 7) % uptakeDays;
  table.bucket[context] = mix32(hash + 8) % 6;
}
