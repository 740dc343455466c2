import type { AccountSizeName } from "./account/account-size.ts";
import type { UsageEvent } from "./account/usage-event.ts";
import { type AnswerSwitches, defaultAnswerSwitches } from "./answer/answer-switches.ts";
import type { Faults } from "./faults/fault.ts";
import type { RateLimitOptions } from "./limits/rate-limit-options.ts";
import { defaultProtocolSwitches, type ProtocolSwitches } from "./switches/protocol-switches.ts";

/**
 * Behaviour of the API that is not known for sure. Each switch stands for an open question.
 *
 * @example
 * ```ts
 * import { createSimulator, type Switches } from "@ldusage/simulator";
 *
 * const careful: Partial<Switches> = { unknownParams: "refuse", timeUnit: "strict" };
 * const simulator = createSimulator({ switches: careful });
 * const headers = { Authorization: "anything", "LD-API-Version": "beta" };
 * const url = "http://simulator/api/v2/usage/total-mau?groupby=sdkName";
 * const { status } = await simulator.fetch(new Request(url, { headers }));
 * status; //=> 400
 * ```
 */
export interface Switches extends AnswerSwitches, ProtocolSwitches {}

/**
 * What a simulator is made with. Everything has a default.
 *
 * @example
 * ```ts
 * import { createSimulator, type SimulatorOptions } from "@ldusage/simulator";
 *
 * const options: SimulatorOptions = { seed: 7, size: "tiny", nowMs: Date.UTC(2026, 2, 31, 12) };
 * createSimulator(options).events.length === createSimulator(options).events.length; //=> true
 * ```
 */
export interface SimulatorOptions {
  /** Decides every number. The same seed and time give the same account. @default 1 */
  readonly seed?: number | undefined;
  /** The simulator's clock, in epoch milliseconds. @default 2026-11-15T12:00:00Z, and it stands still */
  readonly nowMs?: number | (() => number) | undefined;
  /**
   * How much there is in the account, from a few dozen contexts to a million, over fourteen months.
   * @default 120 contexts and 460 days
   */
  readonly size?: AccountSizeName | undefined;
  /** Days of history before now. @default those of the size */
  readonly days?: number | undefined;
  /** Contexts that the account ever saw, but for servers. @default those of the size */
  readonly contexts?: number | undefined;
  /** A log of your own, in any order, instead of one made from the seed. */
  readonly events?: readonly UsageEvent[] | undefined;
  /** The access token to accept. By default any bare token is. */
  readonly accessToken?: string | undefined;
  /** Each that is not given has its default. */
  readonly switches?: Partial<Switches> | undefined;
  /** How many of the latest requests are kept in `requests`, for a server that runs for long. @default all */
  readonly requestsKept?: number | undefined;
  /** Waits before each answer. An abort of the request ends the wait. @default 0 */
  readonly latencyMs?: number | undefined;
  /** Budgets of requests. A request beyond them is a 429. @default no limits */
  readonly rateLimit?: RateLimitOptions | undefined;
  /**
   * What goes wrong, request by request. `status`, `html`, `redirect` and `network` come from in front of the API:
   * they look at no header and take nothing out of the budgets. The others change how the real answer, a refusal too,
   * arrives. @default nothing goes wrong
   */
  readonly faults?: Faults | undefined;
}

export const defaultSwitches: Switches = { ...defaultAnswerSwitches, ...defaultProtocolSwitches };

/** The clock's default: tests and examples show the same numbers on any day. */
export const defaultNowMs: number = Date.UTC(2026, 10, 15, 12);
