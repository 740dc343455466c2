const followers = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Has something done when a signal is aborted. However many calls share the signal, it has one listener: runtimes take
 * many for a leak and say so.
 *
 * @returns a function that lets go of the signal.
 */
export function followSignal(signal: AbortSignal, onAbort: () => void): () => void {
  const all = followers.get(signal) ?? new Set();
  if (all.size === 0) {
    followers.set(signal, all);
    signal.addEventListener("abort", abortFollowers, { once: true });
  }
  all.add(onAbort);
  return () => {
    all.delete(onAbort);
    if (all.size === 0) signal.removeEventListener("abort", abortFollowers);
  };
}

function abortFollowers(this: AbortSignal): void {
  for (const onAbort of [...(followers.get(this) ?? [])]) onAbort();
}
