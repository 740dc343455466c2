import { type ContextProfile, createProfiles } from "./context-profile.ts";
import { pick, type Random, seededRandom } from "./seeded-random.ts";
import type { AttributeValue, UsageEvent } from "./usage-event.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;

export interface EventLogOptions {
  readonly seed: number;
  readonly nowMs: number;
  /** Days of history before now. */
  readonly days: number;
  /** Contexts that the account ever saw. */
  readonly contexts: number;
}

/** The hidden log of an account, by time. The same options always give the same log. */
export function createEventLog({ seed, nowMs, days, contexts }: EventLogOptions): UsageEvent[] {
  const profiles = createProfiles(seed, contexts, days);
  const firstDayMs = Math.floor(nowMs / dayMs) * dayMs - days * dayMs;
  const events: UsageEvent[] = [];
  for (let day = 0; day <= days; day += 1) {
    const dayStartMs = firstDayMs + day * dayMs;
    const weekday = new Date(dayStartMs).getUTCDay();
    const rhythm = weekday === 0 || weekday === 6 ? 0.45 : 1;
    for (const profile of profiles) {
      if (day < profile.firstDay) continue;
      const random = seededRandom(seed, "day", day, profile.contextKey);
      if (random() >= profile.activity * rhythm) continue;
      const count = 1 + Math.floor(random() * 3);
      for (let index = 0; index < count; index += 1)
        events.push(createEvent(profile, random, dayStartMs, day));
    }
  }
  return events.filter(({ timeMs }) => timeMs < nowMs).sort((left, right) => left.timeMs - right.timeMs);
}

function createEvent(profile: ContextProfile, random: Random, dayStartMs: number, day: number): UsageEvent {
  const place = pick(random, profile.places);
  const sdk = pick(random, profile.sdks);
  const flag = pick(random, flags);
  const attributes: [string, AttributeValue][] = [
    ["project-key", place.project],
    ["environment-key", place.environment],
    ["context-kind", profile.kind],
    ["anonymous-value", String(profile.isAnonymous)],
    ["sdk-name", sdk.name],
    // A release every 45 days, taken up bit by bit.
    ["sdk-version", `${1 + Math.floor(Math.max(0, day - random() * 30) / 45)}.0.0`],
    ["sdk-type", sdk.side],
    ["sdk-app-id", sdk.app],
    ["category", sdk.category],
    ["connection-type", pick(random, ["streaming", "polling"])],
    ["relay-version", pick(random, ["Unknown", "8.9.0", "8.10.2"])],
    ["event-kind", pick(random, ["feature", "identify", "click", "custom"])],
    ["event-key", pick(random, ["checkout-completed", "search-used", "signup"])],
    ["feature-flag-key", flag.key],
    ["variation", flag.variations[profile.bucket % flag.variations.length] ?? true],
  ];
  const experiment = pick(random, ["checkout-test", "search-test", undefined]);
  if (experiment !== undefined) attributes.push(["experiment-id", experiment]);
  return {
    timeMs: dayStartMs + Math.floor(random() * 1440) * minuteMs + Math.floor(random() * minuteMs),
    contextKey: profile.contextKey,
    isPrimaryKind: profile.kind === "user",
    attributes: new Map(attributes),
  };
}

const flags: readonly [Flag, Flag] = [
  { key: "new-checkout", variations: [true, false] },
  { key: "banner-color", variations: ["blue", "green", "red"] },
];

interface Flag {
  readonly key: string;
  readonly variations: readonly AttributeValue[];
}
