import { UsageTimeoutError } from "../errors/usage-timeout-error.ts";
import { checkDuration } from "../options/check-duration.ts";
import type { Layer } from "./layer.ts";

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
      const { operationId, attemptTimeoutMs: own } = attempt.call;
      const timeoutMs = own ?? attemptTimeoutMs;
      checkDuration("attemptTimeoutMs", timeoutMs);
      if (timeoutMs === Number.POSITIVE_INFINITY) return next(attempt);
      const outer = attempt.signal;
      const controller = new AbortController();
      const forward = (): void => controller.abort(outer.reason);
      outer.throwIfAborted();
      outer.addEventListener("abort", forward, { once: true });
      const cancel = clock.schedule(
        () => controller.abort(new UsageTimeoutError({ operationId, timeout: "attempt", timeoutMs })),
        timeoutMs,
      );
      try {
        return await next({ ...attempt, signal: controller.signal });
      } finally {
        cancel();
        outer.removeEventListener("abort", forward);
      }
    };
}
