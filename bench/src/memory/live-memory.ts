import { setImmediate } from "node:timers/promises";
import { collectGarbage } from "../processes/collect-garbage.ts";

/**
 * Bytes that are reachable: the heap and the buffers outside of it, after all work that is under way has come to
 * rest and all garbage is collected. Unlike resident memory, it does not depend on when the collector last ran.
 */
export async function measureLiveBytes(): Promise<number> {
  // What the collection still does while a piece is held, such as fetching the next ones, counts.
  for (let turn = 0; turn < 10; turn += 1) await setImmediate();
  await collectGarbage();
  // `external` includes `arrayBuffers`.
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
