import { UsageTimeoutError } from "../errors/usage-timeout-error.ts";
import { checkDuration } from "../options/check-duration.ts";
import type { Layer } from "./layer.ts";
import { StopSource } from "./stop-source.ts";

/** Default of {@link attemptTimeout}, in milliseconds. */
const defaultAttemptTimeoutMs = 60_000;

/**
 * Ends an attempt that takes longer than it may, so that a retry gets its chance. Counts up to the end of the body, or
 * up to the headers where the body is given on as a stream.
 *
 * @param attemptTimeoutMs Longest time of an attempt in milliseconds; `Infinity` for no limit. A call's own option
 *   wins.
 * @throws UsageInputError when it is no positive number of milliseconds.
 */
export function attemptTimeout(attemptTimeoutMs: number = defaultAttemptTimeoutMs): Layer {
  checkDuration("attemptTimeoutMs", attemptTimeoutMs);
  return (next, { clock }) =>
    async (attempt) => {
      const { operationId, attemptTimeoutMs: timeoutOfCall } = attempt.call;
      const timeoutMs = timeoutOfCall ?? attemptTimeoutMs;
      checkDuration("attemptTimeoutMs", timeoutMs);
      if (timeoutMs === Number.POSITIVE_INFINITY) return next(attempt);
      const outer = attempt.signal;
      const own = new StopSource();
      const forward = (): void => own.abort(outer.reason);
      outer.throwIfAborted();
      outer.addEventListener("abort", forward, { once: true });
      const cancel = clock.schedule(
        () => own.abort(new UsageTimeoutError({ operationId, timeout: "attempt", timeoutMs })),
        timeoutMs,
      );
      try {
        return await next({ ...attempt, signal: own });
      } finally {
        cancel();
        outer.removeEventListener("abort", forward);
      }
    };
}
