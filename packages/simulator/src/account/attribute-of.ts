import { hash32 } from "./seeded-random.ts";
import type { AttributeValue, UsageEvent } from "./usage-event.ts";

const inventedValues = 4;

/**
 * What an event is in a dimension. For a dimension that the account knows nothing of, a value is made up from
 * the event itself, so that a new filter or breakdown works before anyone has written a line for it.
 *
 * @param values the values that the catalog lists for the dimension, if any
 */
export function attributeOf(
  event: UsageEvent,
  dimension: string,
  values: readonly string[] = [],
): AttributeValue | undefined {
  const known = event.attributes.get(dimension);
  // Only an experiment may be absent from an event that otherwise has one.
  if (known !== undefined || dimension === "experiment-id") return known;
  const hash = hash32(dimension, event.contextKey, event.timeMs);
  return values.length > 0 ? values[hash % values.length] : `${dimension}-${1 + (hash % inventedValues)}`;
}

/** The internal id of something with a key, as metadata shows it: 24 hexadecimal digits. */
export function internalId(dimension: string, key: string): string {
  return [0, 1, 2].map((part) => hash32(dimension, key, part).toString(16).padStart(8, "0")).join("");
}
