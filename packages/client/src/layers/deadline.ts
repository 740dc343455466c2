import { UsageTimeoutError } from "../errors/usage-timeout-error.ts";
import { checkDuration } from "../options/check-duration.ts";
import type { Layer } from "./layer.ts";

/** Default of {@link deadline}, in milliseconds. */
const defaultDeadlineMs = 300_000;

/**
 * Ends a call that takes longer than it may, waits and retries included.
 *
 * @param deadlineMs Longest time of a call in milliseconds; `Infinity` for no limit. A call's own option wins.
 * @throws UsageInputError when it is no positive number of milliseconds.
 */
export function deadline(deadlineMs: number = defaultDeadlineMs): Layer {
  checkDuration("deadlineMs", deadlineMs);
  return (next, { clock }) =>
    (attempt) => {
      const { call } = attempt;
      const limitMs = call.deadlineMs ?? deadlineMs;
      checkDuration("deadlineMs", limitMs);
      if (limitMs === Number.POSITIVE_INFINITY) return next(attempt);
      const { operationId } = call;
      call.endsAtMs = call.startedAtMs + limitMs;
      const expire = (): void =>
        call.signal.abort(new UsageTimeoutError({ operationId, timeout: "deadline", timeoutMs: limitMs }));
      // A body that is given on as a stream is under the deadline as well, so the end of the call clears it.
      call.onEnd(clock.schedule(expire, call.endsAtMs - clock.monotonicMs()));
      return next(attempt);
    };
}
