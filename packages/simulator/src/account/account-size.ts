/** How much there is in an account. */
export interface AccountSize {
  /** Contexts that the account ever saw, but for servers. */
  readonly contexts: number;
  /** Days of history. */
  readonly days: number;
  /** How often contexts are seen: 1 is on one working day in four, on average. */
  readonly activity: number;
  /** Servers that are always on. Each has 1,440 minutes of connection a day. */
  readonly servers: number;
}

/**
 * A name for the size of an account.
 *
 * | size     | contexts  | days | servers that are always on | events       |
 * | -------- | --------- | ---- | -------------------------- | ------------ |
 * | `tiny`   | 60        | 120  | 1                          | 5 thousand   |
 * | `small`  | 1,000     | 425  | 4                          | 120 thousand |
 * | `medium` | 50,000    | 425  | 40                         | 2.4 million  |
 * | `large`  | 1,000,000 | 425  | 300                        | 12.6 million |
 *
 * A third of the contexts is there from the start, and the others join over time. Days are made when an answer needs
 * them. The events of `medium` and `large` accounts are too many to be listed: reading `events` is refused.
 *
 * @example
 * ```ts
 * import { type AccountSizeName, createSimulator } from "@ldusage/simulator";
 *
 * const size: AccountSizeName = "tiny";
 * const keys = new Set(createSimulator({ size }).events.map(({ contextKey }) => contextKey));
 * keys.has("server-0"); //=> true
 * ```
 */
export type AccountSizeName = "tiny" | "small" | "medium" | "large";

/** Fourteen months, but for the tiny one. */
export const accountSizes: Readonly<Record<AccountSizeName, AccountSize>> = {
  tiny: { contexts: 60, days: 120, activity: 1, servers: 1 },
  small: { contexts: 1_000, days: 425, activity: 1, servers: 4 },
  medium: { contexts: 50_000, days: 425, activity: 0.5, servers: 40 },
  large: { contexts: 1_000_000, days: 425, activity: 0.12, servers: 300 },
};

/** A server for every 250 contexts, and none where there are but a few. */
export function serversFor(contexts: number): number {
  return contexts < 100 ? 0 : Math.ceil(contexts / 250);
}
