import type { Axis } from "./axes.ts";

/** What an operation takes for one size. */
export interface SizeCost {
  /** Values in a table of this size. */
  readonly values: number;
  /** Processor time of the quickest run, of all threads. */
  readonly cpuMs: number;
  /**
   * Bytes allocated by one run, whether or not they are garbage at its end; `null` where garbage was collected
   * meanwhile, so that they cannot be told.
   */
  readonly allocatedBytes: number | null;
}

/** The costs of an operation along both axes, from small to large. */
export type GrowthMeasurement = Readonly<Record<Axis, readonly SizeCost[]>>;
