import { eventHash } from "./event-hash.ts";
import { hash32 } from "./seeded-random.ts";
import type { AttributeValue, UsageEvent } from "./usage-event.ts";

const inventedValues = 4;

/**
 * What an event is in a dimension. For a dimension that the account knows nothing of, a value is made up from
 * the event itself, so that a new filter or breakdown works before anyone has written a line for it.
 *
 * @param values the values that the catalog lists for the dimension, if any
 *
 * @example
 * ```ts
 * import { attributeOf, type UsageEvent } from "@ldusage/simulator";
 *
 * const attributes = new Map([["sdk-name", "Go"], ["experiment-id", undefined]]);
 * const event: UsageEvent = { timeMs: 0, contextKey: "ann", isPrimaryKind: true, attributes };
 * attributeOf(event, "sdk-name"); //=> "Go"
 * attributeOf(event, "experiment-id"); //=> undefined
 * attributeOf(event, "planet", ["mars"]); //=> "mars"
 * ```
 */
export function attributeOf(
  event: UsageEvent,
  dimension: string,
  values: readonly string[] = [],
): AttributeValue | undefined {
  const { attributes, contextKey, timeMs } = event;
  const known = attributes.get(dimension);
  if (known !== undefined || attributes.has(dimension)) return known;
  const invented = inventedValuesOf(dimension, values);
  return invented[eventHash(hash32(dimension), hash32(contextKey), timeMs) % invented.length];
}

/** The values that are made up for a dimension that an account knows nothing of. */
export function inventedValuesOf(dimension: string, values: readonly string[] = []): readonly string[] {
  if (values.length > 0) return values;
  return Array.from({ length: inventedValues }, (_, index) => `${dimension}-${1 + index}`);
}

/**
 * The internal id of something with a key, as metadata shows it: 24 hexadecimal digits.
 *
 * @example
 * ```ts
 * import { internalId } from "@ldusage/simulator";
 *
 * internalId("project-key", "web-shop").length; //=> 24
 * ```
 */
export function internalId(dimension: string, key: string): string {
  return [0, 1, 2].map((part) => hash32(dimension, key, part).toString(16).padStart(8, "0")).join("");
}
