import { readFileSync, writeFileSync } from "node:fs";
import { collectGarbage } from "../../processes/collect-garbage.ts";

/** How the high-water mark of resident memory was read. */
export type PeakMethod = "VmHWM, reset before the run" | "maxRSS, never reset";

export interface Peak<Output> {
  readonly output: Output;
  /** High-water resident memory of the run less what was resident before it, garbage collected. */
  readonly peakBytes: number;
  readonly method: PeakMethod;
}

/**
 * Measures what a run adds to the memory of its process at the most, native memory of libraries included.
 *
 * Linux keeps the mark in `/proc/self/status` and resets it on request. Elsewhere the mark is that of the process so
 * far: less precise where getting ready took more than the run.
 */
export async function measurePeak<Output>(run: () => Promise<Output>): Promise<Peak<Output>> {
  await collectGarbage();
  const method = resetMark() ? "VmHWM, reset before the run" : "maxRSS, never reset";
  const before = process.memoryUsage.rss();
  const output = await run();
  const mark = method === "maxRSS, never reset" ? process.resourceUsage().maxRSS * 1024 : readMark();
  return { output, peakBytes: mark - before, method };
}

function resetMark(): boolean {
  try {
    writeFileSync("/proc/self/clear_refs", "5");
    return Number.isFinite(readMark());
  } catch {
    return false;
  }
}

function readMark(): number {
  const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  return Number(kilobytes) * 1024;
}
