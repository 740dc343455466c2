import type { PeakMethod } from "./peak-memory.ts";

/** What one process found out about one implementation. */
export interface Measurement {
  /** The first run of the process. */
  readonly coldMs: number;
  /** The median of the runs after the first. */
  readonly warmMs: number;
  readonly runCount: number;
  /** What the first run added to the resident memory at the most. */
  readonly peakBytes: number;
  readonly peakMethod: PeakMethod;
}
