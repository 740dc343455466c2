import { pick, seededRandom, shuffled } from "./seeded-random.ts";

export interface Place {
  readonly project: string;
  readonly environment: string;
}

export interface Sdk {
  readonly name: string;
  readonly side: "client" | "server";
  readonly category: "browser" | "mobile" | "backend";
  readonly app: string;
}

/** A context of the account: who it is and how it behaves. */
export interface ContextProfile {
  readonly contextKey: string;
  readonly kind: string;
  readonly isAnonymous: boolean;
  /** Day of the log on which it is first seen. */
  readonly firstDay: number;
  /** Chance of being active on a working day. */
  readonly activity: number;
  readonly places: readonly [Place, ...Place[]];
  readonly sdks: readonly [Sdk, ...Sdk[]];
  /** A number that decides which variations it gets. */
  readonly bucket: number;
}

const places: readonly [Place, ...Place[]] = [
  { project: "web-shop", environment: "production" },
  { project: "web-shop", environment: "staging" },
  { project: "mobile-app", environment: "production" },
  { project: "back-office", environment: "production" },
];

const sdks: readonly [Sdk, ...Sdk[]] = [
  { name: "JSClient", side: "client", category: "browser", app: "shop" },
  { name: "React", side: "client", category: "browser", app: "Unknown" },
  { name: "Android", side: "client", category: "mobile", app: "shop-android" },
  { name: "iOS", side: "client", category: "mobile", app: "shop-ios" },
  { name: "Node.js", side: "server", category: "backend", app: "gateway" },
  { name: "Java", side: "server", category: "backend", app: "Unknown" },
];

/** The contexts of an account. A third is there from the start, the others join over time: the account grows. */
export function createProfiles(seed: number, count: number, days: number): ContextProfile[] {
  return Array.from({ length: count }, (_, index) => {
    const random = seededRandom(seed, "context", index);
    const [firstPlace = places[0], ...otherPlaces] = shuffled(random, places);
    const [firstSdk = sdks[0], ...otherSdks] = shuffled(random, sdks);
    return {
      contextKey: `context-${index}`,
      kind: pick(random, ["user", "user", "user", "organization", "device"]),
      isAnonymous: random() < 0.3,
      firstDay: random() < 1 / 3 ? 0 : Math.floor(random() * days),
      activity: 0.05 + 0.6 * random() ** 2,
      places: [firstPlace, ...otherPlaces.slice(0, random() < 0.3 ? 1 : 0)],
      sdks: [firstSdk, ...otherSdks.slice(0, random() < 0.4 ? 1 : 0)],
      bucket: Math.floor(random() * 6),
    };
  });
}
