import type { Clock } from "@ldusage/client";

/** A clock that runs faster than real time, so that real sockets can be tested with real waits. */
export interface FastClock extends Clock {
  /** Timers that have neither gone off nor been cancelled. */
  pending(): number;
  /** A clock that shows the same time and counts timers of its own. */
  fork(): FastClock;
}

/** Starts a clock at the present time. */
export function createFastClock(speed: number): FastClock {
  const [startMs, startMonotonicMs] = [Date.now(), performance.now()];
  const monotonicMs = (): number => (performance.now() - startMonotonicMs) * speed;
  const fork = (): FastClock => {
    const timers = new Set<NodeJS.Timeout>();
    return {
      nowMs: () => startMs + monotonicMs(),
      monotonicMs,
      schedule(callback, delayMs) {
        const timer = setTimeout(() => {
          timers.delete(timer);
          callback();
        }, delayMs / speed);
        timers.add(timer);
        return () => {
          timers.delete(timer);
          clearTimeout(timer);
        };
      },
      pending: () => timers.size,
      fork,
    };
  };
  return fork();
}
