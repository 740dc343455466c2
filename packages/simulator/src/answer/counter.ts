import type { EventDay } from "../account/usage-log.ts";
import type { CellOrder } from "./time-cells.ts";

/** A day with all that is needed to count it. */
export interface CountedDay {
  readonly day: EventDay;
  /** Number of each event's group; -1 where it does not count. */
  readonly groups: Int32Array;
  readonly order: CellOrder;
  /** Codes of the second half of a pair. */
  readonly pairCodes: Uint16Array | Uint32Array | undefined;
}

/** Counts events, day by day in order of time. */
export interface Counter {
  add(day: CountedDay): void;
  /** The count of each window, by number of the group. A group that never counted may be absent. */
  finish(): readonly (Float64Array | undefined)[];
}
