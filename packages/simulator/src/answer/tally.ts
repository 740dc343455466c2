import type { OperationDescriptor } from "@ldusage/types/catalog";
import { attributeOf } from "../account/attribute-of.ts";
import { hash32 } from "../account/seeded-random.ts";
import type { UsageEvent } from "../account/usage-event.ts";

/** Counts events that enter and leave a window of time. */
export interface Tally {
  add(event: UsageEvent): void;
  remove(event: UsageEvent): void;
  value(): number;
}

/** The tally for what an operation measures. */
export function createTally(operation: OperationDescriptor): Tally {
  const { measure, pairDimension } = operation;
  if (measure === "distinct" || measure === "gauge") return distinctTally(({ contextKey }) => contextKey);
  if (pairDimension !== null) {
    return distinctTally((event) => {
      const other = attributeOf(event, pairDimension);
      return other === undefined ? undefined : JSON.stringify([event.contextKey, other]);
    });
  }
  return sumTally((event) => weightOf(event, operation));
}

/**
 * How much of a counter's measure an event stands for: every counter sees the same events in its own size.
 * Fractions are sixteenths, so that sums are exact in any order.
 */
export function weightOf(event: UsageEvent, { path, response }: OperationDescriptor): number {
  const hash = hash32(path, event.contextKey, event.timeMs);
  const isFractional = response.kind === "series" && response.values === "number";
  return isFractional ? (1 + (hash % 4000)) / 16 : 1 + (hash % 9);
}

function distinctTally(keyOf: (event: UsageEvent) => string | undefined): Tally {
  const counts = new Map<string, number>();
  const change = (event: UsageEvent, by: number): void => {
    const key = keyOf(event);
    if (key === undefined) return;
    const count = (counts.get(key) ?? 0) + by;
    if (count === 0) counts.delete(key);
    else counts.set(key, count);
  };
  return { add: (event) => change(event, 1), remove: (event) => change(event, -1), value: () => counts.size };
}

function sumTally(weight: (event: UsageEvent) => number): Tally {
  let sum = 0;
  return {
    add: (event) => {
      sum += weight(event);
    },
    remove: (event) => {
      sum -= weight(event);
    },
    value: () => sum,
  };
}
