/**
 * Time as the client sees it. Tests hand over one of their own.
 *
 * @example
 * ```ts
 * import { type Clock, systemClock } from "@ldusage/client";
 *
 * const clock: Clock = { ...systemClock, nowMs: () => Date.UTC(2026, 10, 15) };
 * clock.nowMs(); //=> 1794700800000
 * ```
 */
export interface Clock {
  /**
   * Milliseconds since the Unix epoch: compared with the times that a server tells.
   *
   * @example
   * ```ts
   * import { systemClock } from "@ldusage/client";
   *
   * new Date(systemClock.nowMs()).getUTCFullYear() >= 2026; //=> true
   * ```
   */
  nowMs(): number;
  /**
   * Milliseconds of a clock that never jumps: durations are measured with it.
   *
   * @example
   * ```ts
   * import { systemClock } from "@ldusage/client";
   *
   * const startMs = systemClock.monotonicMs();
   * systemClock.monotonicMs() >= startMs; //=> true
   * ```
   */
  monotonicMs(): number;
  /**
   * Calls back once after some milliseconds. Gives a function that cancels it.
   *
   * @example
   * ```ts
   * import { systemClock } from "@ldusage/client";
   *
   * await new Promise<void>((resolve) => void systemClock.schedule(resolve, 1));
   * ```
   */
  schedule(callback: () => void, delayMs: number): () => void;
}

/** The longest time that a runtime's timer can hold, 24.8 days in milliseconds: a longer one would go off at once. */
export const longestTimerMs: number = 2_147_483_647;

/**
 * The runtime's own clocks and timers, looked up at each call.
 *
 * @example
 * ```ts
 * import { systemClock } from "@ldusage/client";
 *
 * const cancel = systemClock.schedule(() => console.log("a minute later"), 60_000);
 * cancel();
 * systemClock.nowMs() === Date.now(); //=> true
 * ```
 */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  schedule: (callback, delayMs) => {
    const timer = setTimeout(callback, Math.min(delayMs, longestTimerMs));
    return () => clearTimeout(timer);
  },
};
