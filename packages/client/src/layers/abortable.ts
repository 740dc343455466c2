import type { Clock } from "../clock.ts";
import type { StopSignal } from "./stop-source.ts";

/** Settles like the promise, unless the signal is aborted first: then rejects at once with the signal's reason. */
export function abortable<Value>(promise: Promise<Value>, signal: StopSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    const leave = (): void => signal.removeEventListener("abort", abort);
    promise.then(
      (value) => {
        leave();
        resolve(value);
      },
      (reason: unknown) => {
        leave();
        reject(reason);
      },
    );
  });
}

/** Waits. Rejects with the signal's reason when it is aborted; the timer is gone then. */
export function sleep(clock: Clock, delayMs: number, signal: StopSignal): Promise<void> {
  let cancel = (): void => {};
  const over = new Promise<void>((resolve) => {
    cancel = clock.schedule(resolve, delayMs);
  });
  return abortable(over, signal).finally(() => cancel());
}
