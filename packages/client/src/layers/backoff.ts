/** Size of the waits between tries. */
export interface BackoffSettings {
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
}

/**
 * How long to wait before a retry when the server does not say: exponential with full jitter, anywhere from 0 to
 * `baseDelayMs` doubled for each earlier try, and at most `maxDelayMs`.
 *
 * @param failures Failed tries so far, from 1 on.
 */
export function backoffMs(
  { baseDelayMs, maxDelayMs }: BackoffSettings,
  failures: number,
  random: number,
): number {
  return random * Math.min(maxDelayMs, baseDelayMs * 2 ** (failures - 1));
}

/** A wait that a server asked for, with up to a tenth (at least 100 ms, at most 1 s) on top, so that clients spread. */
export function spreadMs(waitMs: number, random: number): number {
  return waitMs + random * Math.min(1000, Math.max(100, waitMs / 10));
}
