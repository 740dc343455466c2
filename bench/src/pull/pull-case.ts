/** A pull under some budget. */
export interface PullCase {
  readonly name: string;
  /** Requests that the account may make in a window. */
  readonly budget: number;
  readonly windowMs: number;
  /** Time from a request to its answer. */
  readonly latencyMs: number;
  /** Whether each month is asked for by itself, as it has to be where final months are kept. */
  readonly isByMonth: boolean;
  /** Requests at a time of the client that is tuned for it. */
  readonly tunedConcurrency: number;
  /** Requests that it takes at the least: a range ends at 365 days. */
  readonly requestCount: number;
}

/** What is asked for: thirteen months that are over. */
export const pulled = { from: "2025-10-01", to: "2026-11-01", nowMs: Date.UTC(2026, 10, 15) } as const;

const latencyMs = 50;

export const pullCases: readonly PullCase[] = [
  {
    ...{ name: "ample budget", budget: 1000, windowMs: 10_000, latencyMs },
    ...{ isByMonth: false, tunedConcurrency: 16, requestCount: 2 },
  },
  {
    ...{ name: "5 requests a second, month by month", budget: 5, windowMs: 1000, latencyMs },
    ...{ isByMonth: true, tunedConcurrency: 5, requestCount: 13 },
  },
];

/**
 * The shortest time that any client can take: every window but the last is waited for, and the last answer takes its
 * time.
 */
export function lowerBoundMs({ budget, windowMs, latencyMs, requestCount }: PullCase): number {
  return Math.floor((requestCount - 1) / budget) * windowMs + latencyMs;
}
