import { setTimeout } from "node:timers/promises";

/**
 * Collects all garbage. Buffers outside of the heap are given back by another thread, which gets a moment for it.
 *
 * @throws Error when Node.js runs without `--expose-gc`.
 */
export async function collectGarbage(momentMs = 20): Promise<void> {
  if (global.gc === undefined) throw new Error("garbage cannot be collected: start Node.js with --expose-gc");
  global.gc();
  await setTimeout(momentMs);
  global.gc();
}
