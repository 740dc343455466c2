import type { ListField, ResponseDescriptor } from "@ldusage/types/catalog";
import { attributeOf } from "../account/attribute-of.ts";
import type { UsageEvent } from "../account/usage-event.ts";
import { selectEvents } from "./select-events.ts";
import type { SimulatedCall } from "./simulated-call.ts";

/** Derives a list response from the event log: every name that occurs in the time asked for, once, in order. */
export function answerList(call: SimulatedCall, response: ResponseDescriptor & { kind: "list" }): object {
  const { fromMs, toMs } = call;
  const events = selectEvents(call).filter(({ timeMs }) => timeMs >= fromMs && timeMs < toMs);
  const items = new Map(
    events.map((event) => [itemKey(event, response.items), itemOf(event, response.items)]),
  );
  const sorted = [...items].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, item]) => item);
  return { _links: {}, [response.property]: sorted };
}

function itemOf(event: UsageEvent, items: string | readonly ListField[]): string | Record<string, string> {
  const text = (dimension: string): string => String(attributeOf(event, dimension) ?? "Unknown");
  return typeof items === "string"
    ? text(items)
    : Object.fromEntries(items.map(({ name, dimension }) => [name, text(dimension)]));
}

function itemKey(event: UsageEvent, items: string | readonly ListField[]): string {
  return JSON.stringify(itemOf(event, items));
}
