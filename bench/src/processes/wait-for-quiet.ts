import { cpus } from "node:os";
import { setTimeout } from "node:timers/promises";

const sampleMs = 100;
// A little is always going on.
const quietCores = 0.25;

/** Waits until the processors have next to nothing to do, for so long at the most. */
export async function waitForQuiet(limitMs: number): Promise<void> {
  for (let waitedMs = 0; waitedMs < limitMs; waitedMs += sampleMs) {
    const before = busyMs();
    await setTimeout(sampleMs);
    if ((busyMs() - before) / sampleMs < quietCores) return;
  }
}

/** What all processors have worked so far. */
function busyMs(): number {
  const times = cpus().map(({ times: { user, nice, sys, irq } }) => user + nice + sys + irq);
  return times.reduce((sum, time) => sum + time, 0);
}
