/**
 * What is known of one rate limit: the account's, or a route's. The limits are not published, and others may use them
 * up as well, so that only the latest answers count.
 */
export interface RateBudget {
  /** Requests under way that were sent in this epoch. */
  inFlight: number;
  /** When the latest of them was sent, on the monotonic clock. */
  sentAtMs: number;
  /** What is left in the window; `undefined` while the server has not said it. */
  remaining: number | undefined;
  /** End of the window on the monotonic clock; `undefined` while it is not known, or when it was told as past. */
  resetAtMs: number | undefined;
  /** Nothing goes out before this time on the monotonic clock. */
  heldUntilMs: number;
  /** The budget was spent and what there is now is not known: one request at a time finds out. */
  probing: boolean;
  /** Refusals in a row that did not say when to come back. */
  refusals: number;
  /**
   * Counts the times that what was known ceased to hold. A request of an earlier epoch may stay silent for long, and
   * its answer is about a time that is over: neither must count, but for those that are carried.
   */
  epoch: number;
  /**
   * Requests under way that were sent in the epoch before, where that ended with its window. When exactly the server's
   * window does is not known to the millisecond: they may count in the new one.
   */
  carried: number;
}

/** A budget of which nothing is known yet. */
export function createRateBudget(): RateBudget {
  return {
    inFlight: 0,
    sentAtMs: Number.NEGATIVE_INFINITY,
    remaining: undefined,
    resetAtMs: undefined,
    heldUntilMs: Number.NEGATIVE_INFINITY,
    probing: false,
    refusals: 0,
    epoch: 0,
    carried: 0,
  };
}

/**
 * The time on the monotonic clock from which another request may go out: `nowMs` for at once, `Infinity` while it
 * depends on the answers to those under way.
 */
export function opensAtMs(budget: RateBudget, nowMs: number): number {
  if (budget.resetAtMs !== undefined && budget.resetAtMs <= nowMs) {
    // Where the budget was short, a crowd that bursts into the new window would be refused in part.
    const isShort = budget.remaining !== undefined && budget.remaining <= budget.inFlight;
    beginEpoch(budget, isShort, budget.inFlight);
  }
  // Whoever waits for a request that stays silent waits no longer than a window.
  if (budget.probing && budget.inFlight > 0 && budget.sentAtMs + patienceMs <= nowMs)
    beginEpoch(budget, true);
  if (budget.heldUntilMs > nowMs) return budget.heldUntilMs;
  const { remaining, resetAtMs } = budget;
  // Those that find out wait for nobody from before, who may stay silent.
  const underWay = budget.inFlight + (budget.probing ? 0 : budget.carried);
  // Whether the server has counted those under way is not known: they are subtracted, to be safe.
  if (!budget.probing && (remaining === undefined || remaining > underWay)) return nowMs;
  if (!budget.probing && resetAtMs !== undefined && remaining === 0) return resetAtMs;
  if (underWay === 0) return nowMs;
  // What is left is not known well enough, and no window's end will tell: the rule for those that find out holds.
  if (resetAtMs === undefined) budget.probing = true;
  return budget.probing && budget.inFlight === 0 ? nowMs : Number.POSITIVE_INFINITY;
}

// The API's windows, by its overview.
const patienceMs = 10_000;

/**
 * When to look again, on the monotonic clock, at a budget that may be what holds requests back: when it opens, or when
 * an answer that it depends on is waited for no longer. `Infinity` when it is open.
 */
export function looksAgainAtMs(budget: RateBudget, nowMs: number): number {
  const opensAt = opensAtMs(budget, nowMs);
  if (Number.isFinite(opensAt)) return opensAt > nowMs ? opensAt : Number.POSITIVE_INFINITY;
  return budget.resetAtMs ?? budget.sentAtMs + patienceMs;
}

function beginEpoch(budget: RateBudget, probing: boolean, carried = 0): void {
  Object.assign(budget, { inFlight: 0, carried, remaining: undefined, resetAtMs: undefined, probing });
  budget.epoch += 1;
}

/** Counts a request that goes out. Gives the epoch, to be handed back with its end. */
export function countSent(budget: RateBudget, nowMs: number): number {
  budget.inFlight += 1;
  budget.sentAtMs = nowMs;
  return budget.epoch;
}

/** What an answer said of a budget, its window's end on the monotonic clock. */
export interface BudgetReport {
  readonly remaining: number | undefined;
  readonly resetAtMs: number | undefined;
}

// Two answers tell the end of the same window up to what clocks round.
const toleranceMs = 10;

/** Takes in an answer. */
export function countAnswer(budget: RateBudget, epoch: number, { remaining, resetAtMs }: BudgetReport): void {
  if (!countEnd(budget, epoch)) return;
  // An answer from before speaks of the window that runs where that window's end is still to come.
  if (epoch !== budget.epoch && resetAtMs === undefined) return;
  budget.probing = false;
  if (remaining === undefined) {
    // The server has counted it, without saying so.
    if (budget.remaining !== undefined) budget.remaining = Math.max(0, budget.remaining - 1);
    return;
  }
  const known = budget.resetAtMs;
  // One header tells the end of two windows, the account's or the route's: another end than the known one is believed.
  // An end that is past is that of a window that is over, or of another clock, and says less than a known one.
  const isOther =
    known === undefined || (resetAtMs !== undefined && Math.abs(resetAtMs - known) > toleranceMs);
  budget.remaining = isOther ? remaining : Math.min(budget.remaining ?? remaining, remaining);
  if (isOther) budget.resetAtMs = resetAtMs;
}

/** Counts one request less under way. Gives whether it counts at all. */
function countEnd(budget: RateBudget, epoch: number): boolean {
  if (epoch === budget.epoch) budget.inFlight -= 1;
  else if (epoch === budget.epoch - 1 && budget.carried > 0) budget.carried -= 1;
  else return false;
  return true;
}

/** Takes in that a request ended without an answer. Where it was sent, the server may have counted it. */
export function countLoss(budget: RateBudget, epoch: number, wasSent = true): void {
  if (!countEnd(budget, epoch)) return;
  if (wasSent && budget.remaining !== undefined) budget.remaining = Math.max(0, budget.remaining - 1);
}

/** Holds every request back up to a time on the monotonic clock; then one at a time finds out. */
export function hold(budget: RateBudget, untilMs: number): void {
  budget.heldUntilMs = Math.max(budget.heldUntilMs, untilMs);
  beginEpoch(budget, true);
}
