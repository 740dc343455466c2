import { type AccountSize, type AccountSizeName, accountSizes, serversFor } from "./account-size.ts";
import { createSeededLog } from "./seeded-log.ts";
import type { UsageEvent } from "./usage-event.ts";
import type { UsageLog } from "./usage-log.ts";

export interface EventLogOptions {
  readonly seed: number;
  readonly nowMs: number;
  /** Days of history before now. */
  readonly days: number;
  /** Contexts that the account ever saw, but for servers. */
  readonly contexts: number;
}

/** The events of a seeded account, by time. The same options always give the same log. */
export function createEventLog({ seed, nowMs, days, contexts }: EventLogOptions): UsageEvent[] {
  const size = { contexts, days, activity: 1, servers: serversFor(contexts) };
  return [...createSeededLog({ seed, nowMs, size }).events];
}

export interface AccountLogOptions {
  readonly seed: number;
  readonly nowMs: number;
  /** How much there is. @default 120 contexts and 460 days */
  readonly size?: AccountSizeName | undefined;
  /** Days of history before now, instead of those of the size. */
  readonly days?: number | undefined;
  /** Contexts that the account ever saw, instead of those of the size. */
  readonly contexts?: number | undefined;
}

const defaultSize: AccountSize = { contexts: 120, days: 460, activity: 1, servers: serversFor(120) };

/** The hidden log of a seeded account, of any size, made day by day. */
export function createAccountLog(options: AccountLogOptions): UsageLog {
  const { seed, nowMs, size } = options;
  const named = size === undefined ? defaultSize : accountSizes[size];
  const { contexts = named.contexts, days = named.days } = options;
  const servers = options.contexts === undefined ? named.servers : serversFor(contexts);
  return createSeededLog({ seed, nowMs, size: { ...named, contexts, days, servers } });
}
