/** The longest delay that timers can keep; they cut longer ones to nothing. */
export const longestDelayMs = 2_147_483_647;

/** Waits. An abort ends the wait with the signal's reason and clears the timer. */
export function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, durationMs);
    signal.addEventListener("abort", stop, { once: true });
  });
}
