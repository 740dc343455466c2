import type { UsageCall } from "../call/usage-call.ts";
import { type Clock, systemClock } from "../clock.ts";
import { UsageTimeoutError } from "../errors/usage-timeout-error.ts";
import { checkCount } from "../options/check-duration.ts";
import { backoffMs, spreadMs } from "./backoff.ts";
import {
  type BudgetReport,
  countAnswer,
  countLoss,
  countSent,
  createRateBudget,
  hold,
  looksAgainAtMs,
  opensAtMs,
  type RateBudget,
} from "./rate-budget.ts";
import { type RateLimitState, readRateLimit } from "./rate-limit-state.ts";
import { serverWait } from "./server-wait.ts";
import type { StopSignal } from "./stop-source.ts";

/**
 * Settings of {@link createRateLimiter}.
 *
 * @example
 * ```ts
 * import { createRateLimiter, type RateLimiterOptions } from "@ldusage/client";
 *
 * const options: RateLimiterOptions = { concurrency: 2 };
 * createRateLimiter(options).waiting; //=> 0
 * ```
 */
export interface RateLimiterOptions {
  /** Most requests under way at a time. @default 8 */
  readonly concurrency?: number | undefined;
  /** @default the runtime's own clocks and timers */
  readonly clock?: Clock | undefined;
  /** A number from 0 up to, but not including, 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * Holds requests back while an account's rate limit is spent. One limiter serves all calls of a client, and of several
 * clients of one account that it is handed to. Made by {@link createRateLimiter}.
 *
 * @example
 * ```ts
 * import { createRateLimiter, createUsageClient } from "@ldusage/client";
 *
 * const rateLimiter = createRateLimiter({ concurrency: 1 });
 * const usage = createUsageClient({ accessToken: "api-123", rateLimiter });
 * await Promise.all([usage.getMauSdksByType(), usage.getMauSdksByType()]);
 * [rateLimiter.underWay, rateLimiter.waiting]; //=> [0, 0]
 * ```
 */
export interface RateLimiter {
  /** Requests under way. */
  readonly underWay: number;
  /** Requests that wait for their turn. */
  readonly waiting: number;
}

/** A turn of one request. It must be told how the request ended; telling it again changes nothing. */
export interface RatePermit {
  /** The request was answered: learns from the answer and lets the next one go. */
  answered(response: Response, rateLimit?: RateLimitState): void;
  /** The request ended without an answer, or before it was sent. @param wasSent Whether it was. @default true */
  lost(wasSent?: boolean): void;
}

// Waits after refusals that do not say when to come back. Windows are ten seconds long, by the API's overview.
const unknownWait = { baseDelayMs: 1000, maxDelayMs: 10_000 };
// Windows of a minute have been seen; what lies further ahead is a clock that is off.
const longestWindowMs = 300_000;
// Past the end of a window: clocks differ a little, and the clients of an account should not all come at once.
const marginMs = 50;

/**
 * Creates a rate limiter: first come, first served, and nobody waits for a budget that is not theirs.
 *
 * Every header is optional. While nothing is known, only `concurrency` holds requests back. Once answers say what is
 * left, no more go out than that; when nothing is, all wait for the window's end. After that, and after refusals that
 * do not say when to come back, a single request finds out how things stand.
 *
 * @throws UsageInputError when a setting is not usable.
 *
 * @example
 * ```ts
 * import { createRateLimiter, createUsageClient } from "@ldusage/client";
 *
 * const rateLimiter = createRateLimiter({ concurrency: 4 });
 * const [first, second] = ["api-123", "api-456"].map((accessToken) =>
 *   createUsageClient({ accessToken, rateLimiter }),
 * );
 * void [first, second];
 * ```
 */
export function createRateLimiter(options: RateLimiterOptions = {}): RateLimiter {
  const { concurrency = 8, clock = systemClock, random = Math.random } = options;
  checkCount("concurrency", concurrency, 1);
  return new QueueingRateLimiter(concurrency, clock, random);
}

const nothing = (): void => {};

/** A request that waits for its turn. */
interface Waiting {
  readonly call: UsageCall;
  readonly ticket: number;
  readonly route: RateBudget;
  readonly grant: () => void;
  readonly refuse: (reason: unknown) => void;
}

/** What a budget says at a time. */
interface BudgetState {
  readonly opensAtMs: number;
  readonly looksAgainAtMs: number;
}

/** A request that has gone out, and the epochs of its budgets then. */
interface Sent {
  readonly route: RateBudget;
  readonly accountEpoch: number;
  readonly routeEpoch: number;
}

/** The limiter as the client's own code sees it. */
export class QueueingRateLimiter implements RateLimiter {
  readonly #concurrency: number;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #account = createRateBudget();
  readonly #routes = new Map<string, RateBudget>();
  // A call keeps its place in the order when it tries again.
  readonly #tickets = new WeakMap<UsageCall, number>();
  #nextTicket = 1;
  #underWay = 0;
  #queue: Waiting[] = [];
  #cancelWake = nothing;

  constructor(concurrency: number, clock: Clock, random: () => number) {
    this.#concurrency = concurrency;
    this.#clock = clock;
    this.#random = random;
  }

  get underWay(): number {
    return this.#underWay;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  /** Waits for a turn. Rejects with the signal's reason, or at once when the wait would outlast the deadline. */
  acquire(call: UsageCall, signal: StopSignal): Promise<RatePermit> {
    const route = this.#routeOf(call.route);
    const ticket = this.#tickets.get(call) ?? this.#nextTicket++;
    this.#tickets.set(call, ticket);
    if (!signal.aborted && this.#isOpenTo(route)) return Promise.resolve(this.#start(route));
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        signal.removeEventListener("abort", abort);
        this.#queue = this.#queue.filter((waiting) => waiting !== entry);
      };
      const abort = (): void => {
        leave();
        reject(signal.reason);
        this.#pump();
      };
      const entry: Waiting = {
        call,
        ticket,
        route,
        grant: () => {
          leave();
          resolve(this.#start(route));
        },
        refuse: (reason) => {
          leave();
          reject(reason);
        },
      };
      if (signal.aborted) return reject(signal.reason);
      signal.addEventListener("abort", abort, { once: true });
      const position = this.#queue.findIndex((waiting) => waiting.ticket > ticket);
      this.#queue.splice(position === -1 ? this.#queue.length : position, 0, entry);
      this.#pump();
      if (this.#queue.includes(entry)) this.#tellWait(entry);
    });
  }

  /** Whether nobody waits and nothing holds a request back: then it takes its turn at once. */
  #isOpenTo(route: RateBudget): boolean {
    if (this.#queue.length > 0 || this.#underWay >= this.#concurrency) return false;
    const nowMs = this.#clock.monotonicMs();
    return opensAtMs(this.#account, nowMs) <= nowMs && opensAtMs(route, nowMs) <= nowMs;
  }

  #routeOf(name: string): RateBudget {
    const known = this.#routes.get(name) ?? createRateBudget();
    this.#routes.set(name, known);
    return known;
  }

  #start(route: RateBudget): RatePermit {
    this.#underWay += 1;
    const nowMs = this.#clock.monotonicMs();
    const accountEpoch = countSent(this.#account, nowMs);
    const sent: Sent = { route, accountEpoch, routeEpoch: countSent(route, nowMs) };
    let isOver = false;
    const finish = (count: () => void): void => {
      if (isOver) return;
      isOver = true;
      this.#underWay -= 1;
      count();
      this.#pump();
    };
    return {
      answered: (response, rateLimit = readRateLimit(response.headers)) =>
        finish(() => this.#learn(sent, response, rateLimit)),
      lost: (wasSent) =>
        finish(() => {
          countLoss(this.#account, sent.accountEpoch, wasSent);
          countLoss(route, sent.routeEpoch, wasSent);
        }),
    };
  }

  #learn({ route, accountEpoch, routeEpoch }: Sent, response: Response, rateLimit: RateLimitState): void {
    const { globalRemaining, routeRemaining, resetAtMs } = rateLimit;
    const nowMs = this.#clock.monotonicMs();
    const aheadMs = (resetAtMs ?? 0) - this.#clock.nowMs();
    const report = (remaining: number | undefined): BudgetReport => ({
      remaining,
      // A reset that is past, or far ahead, says nothing: it may be old, or the clocks differ.
      resetAtMs: aheadMs > 0 && aheadMs <= longestWindowMs ? nowMs + aheadMs + marginMs : undefined,
    });
    countAnswer(this.#account, accountEpoch, report(globalRemaining));
    countAnswer(route, routeEpoch, report(routeRemaining));
    // A refusal is the route's where the account has something left, by the server's own words.
    const isRoutes = routeRemaining === 0 && globalRemaining !== undefined && globalRemaining > 0;
    const [budget, epoch] = isRoutes ? [route, routeEpoch] : [this.#account, accountEpoch];
    const isLatest = epoch === budget.epoch;
    if (response.status === 429) {
      // What an answer from before says of a budget was not taken in: the refusal itself has to hold then.
      const isTold =
        isLatest &&
        (isRoutes || globalRemaining === 0 || (routeRemaining === 0 && routeEpoch === route.epoch));
      this.#hold(budget, response, isTold, isLatest);
    } else if (isLatest) budget.refusals = 0;
  }

  /** Holds back after a refusal, unless a budget that it tells of does so already. */
  #hold(budget: RateBudget, response: Response, isTold: boolean, isLatest: boolean): void {
    const nowMs = this.#clock.monotonicMs();
    const told = serverWait(response, this.#clock.nowMs());
    if (told === undefined) {
      // A crowd that was under way together is refused together, which is one refusal.
      if (!isLatest) return;
      budget.refusals += 1;
      // At least half of it, so that the crowd behind does not follow at once.
      const waitMs = backoffMs(unknownWait, budget.refusals, (1 + this.#random()) / 2);
      hold(budget, nowMs + waitMs);
    } else if (told.reason === "retry-after" || !isTold) {
      hold(budget, nowMs + spreadMs(told.waitMs, this.#random()));
    }
  }

  /** Grants every turn that can be granted, and wakes up again when the next one may be. */
  #pump(): void {
    this.#cancelWake();
    this.#cancelWake = nothing;
    if (this.#queue.length === 0) return;
    const nowMs = this.#clock.monotonicMs();
    let wakeAtMs = Number.POSITIVE_INFINITY;
    let states = new Map<RateBudget, BudgetState>();
    const stateOf = (budget: RateBudget): BudgetState => {
      const known = states.get(budget) ?? {
        opensAtMs: opensAtMs(budget, nowMs),
        looksAgainAtMs: looksAgainAtMs(budget, nowMs),
      };
      states.set(budget, known);
      return known;
    };
    for (const entry of this.#queue) {
      const [account, route] = [stateOf(this.#account), stateOf(entry.route)];
      const late = [account, route].find(
        (state) =>
          Number.isFinite(state.opensAtMs) &&
          state.opensAtMs > nowMs &&
          state.opensAtMs >= entry.call.endsAtMs,
      );
      if (late !== undefined) this.#refuse(entry, late.opensAtMs - nowMs);
      else if (this.#underWay >= this.#concurrency) continue;
      else if (account.opensAtMs <= nowMs && route.opensAtMs <= nowMs) {
        entry.grant();
        states = new Map();
      } else wakeAtMs = Math.min(wakeAtMs, account.looksAgainAtMs, route.looksAgainAtMs);
    }
    if (Number.isFinite(wakeAtMs)) {
      this.#cancelWake = this.#clock.schedule(() => this.#pump(), Math.max(1, wakeAtMs - nowMs));
    }
  }

  #refuse({ call, refuse }: Waiting, retryAfterMs: number): void {
    const { operationId, endsAtMs, startedAtMs } = call;
    const timeoutMs = endsAtMs - startedAtMs;
    refuse(new UsageTimeoutError({ operationId, timeout: "deadline", timeoutMs, retryAfterMs }));
  }

  #tellWait({ call, route }: Waiting): void {
    if (this.#underWay >= this.#concurrency) {
      call.emit?.({ type: "wait", reason: "concurrency" });
      return;
    }
    const nowMs = this.#clock.monotonicMs();
    const waitMs = Math.max(opensAtMs(this.#account, nowMs), opensAtMs(route, nowMs)) - nowMs;
    call.emit?.({ type: "wait", reason: "rate-limit", ...(Number.isFinite(waitMs) ? { waitMs } : {}) });
  }
}
