import type { OperationDescriptor } from "@ldusage/types/catalog";
import { eventHash } from "../account/event-hash.ts";
import { hash32 } from "../account/seeded-random.ts";
import type { UsageEvent } from "../account/usage-event.ts";
import type { EventDay } from "../account/usage-log.ts";

/**
 * How much of a counter's measure an event stands for: every counter sees the same events in its own size. Where
 * fractions are counted, that is the minutes that the event says, or up to four of them.
 * Fractions that are made up are sixteenths, so that sums are exact in any order.
 *
 * @example
 * ```ts
 * import { type UsageEvent, weightOf } from "@ldusage/simulator";
 * import { catalog } from "@ldusage/types/catalog";
 *
 * const event: UsageEvent = {
 *   timeMs: 0,
 *   contextKey: "server",
 *   isPrimaryKind: false,
 *   attributes: new Map(),
 *   connectedMinutes: 60,
 * };
 * weightOf(event, catalog.getServiceConnectionsUsage); //=> 60
 * ```
 */
export function weightOf(event: UsageEvent, operation: OperationDescriptor): number {
  const { contextKey, timeMs, connectedMinutes = Number.NaN } = event;
  const hash = eventHash(hash32(operation.path), hash32(contextKey), timeMs);
  return weigh(hash, isFractional(operation), connectedMinutes);
}

/** The weights of the events of a day, by position. */
export function weightsOf(day: EventDay, operation: OperationDescriptor): Float64Array {
  const hashes = day.hashes(hash32(operation.path));
  const fractional = isFractional(operation);
  const minutes = fractional ? day.connectedMinutes() : undefined;
  const weights = new Float64Array(day.length);
  for (let position = 0; position < weights.length; position += 1)
    weights[position] = weigh(hashes[position] ?? 0, fractional, minutes?.[position] ?? Number.NaN);
  return weights;
}

function weigh(hash: number, fractional: boolean, minutes: number): number {
  if (!fractional) return 1 + (hash % 9);
  return Number.isNaN(minutes) ? (1 + (hash % 64)) / 16 : minutes;
}

function isFractional({ response }: OperationDescriptor): boolean {
  return response.kind === "series" && response.values === "number";
}
