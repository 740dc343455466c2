import type { UsageEvent } from "./account/usage-event.ts";
import type { Faults } from "./faults/fault.ts";
import type { RateLimitOptions } from "./limits/rate-limit-options.ts";

/** Behaviour of the API that is not known for sure. Each switch stands for an open question. */
export interface Switches {
  /**
   * Whether the series of a grouped answer come in the same order on each call. The order of `metadata` is
   * stated nowhere. @default "shuffled"
   */
  readonly groupOrder: "stable" | "shuffled";
  /**
   * What an incremental point of a distinct count is: `"A"`, keys first seen in the month on that day, or `"B"`,
   * keys active on that day. @default "B"
   */
  readonly incrementalDistinct: "A" | "B";
  /**
   * Where month-to-date points of a range that starts inside a month begin to count: at the first of the month,
   * or at the start of the range. @default "month"
   */
  readonly monthToDateAnchor: "month" | "range-start";
  /** Whether a bucket that starts exactly at the end of a range is part of the answer. @default false */
  readonly toInclusive: boolean;
}

export interface SimulatorOptions {
  /** Decides every number. The same seed and time give the same account. @default 1 */
  readonly seed?: number | undefined;
  /** The simulator's clock, in epoch milliseconds. @default 2026-11-15T12:00:00Z, and it stands still */
  readonly nowMs?: number | (() => number) | undefined;
  /** Days of history before now. @default 460 */
  readonly days?: number | undefined;
  /** Contexts that the account ever saw. @default 120 */
  readonly contexts?: number | undefined;
  /** A log of your own, in any order, instead of one made from the seed. */
  readonly events?: readonly UsageEvent[] | undefined;
  /** The access token to accept. By default any bare token is. */
  readonly accessToken?: string | undefined;
  readonly switches?: Partial<Switches> | undefined;
  /** Budgets of requests. A request beyond them is a 429. @default no limits */
  readonly rateLimit?: RateLimitOptions | undefined;
  /**
   * What goes wrong, request by request. `status`, `html`, `redirect` and `network` come from in front of the API:
   * they look at no header and take nothing out of the budgets. The others change how the real answer, a refusal too,
   * arrives. @default nothing goes wrong
   */
  readonly faults?: Faults | undefined;
}

export const defaultSwitches: Switches = {
  groupOrder: "shuffled",
  incrementalDistinct: "B",
  monthToDateAnchor: "month",
  toInclusive: false,
};

/** The clock's default: tests and examples show the same numbers on any day. */
export const defaultNowMs: number = Date.UTC(2026, 10, 15, 12);
