import { attributeOf } from "../account/attribute-of.ts";
import type { UsageEvent } from "../account/usage-event.ts";
import type { SimulatedCall } from "./simulated-call.ts";

/** The events that an operation counts, given its filters, whatever their time. */
export function selectEvents({ operation, values, events }: SimulatedCall): UsageEvent[] {
  const { sdkSide, contextKinds } = operation.population;
  const filters = operation.parameters.flatMap((parameter) => {
    const { role, dimension, name, default: fallback } = parameter;
    const wanted = values.get(name) ?? (fallback === undefined ? undefined : [fallback]);
    if (role !== "filter" || dimension === undefined || wanted === undefined) return [];
    return [
      (event: UsageEvent): boolean =>
        wanted.includes(String(attributeOf(event, dimension, parameter.values))),
    ];
  });
  return events.filter(
    (event) =>
      (sdkSide === "any" || attributeOf(event, "sdk-type") === sdkSide) &&
      (contextKinds === "any" || event.isPrimaryKind) &&
      filters.every((matches) => matches(event)),
  );
}
