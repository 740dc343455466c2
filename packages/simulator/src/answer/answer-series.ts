import { utcMonthStartMs } from "@ldusage/types/time";
import { attributeOf, internalId } from "../account/attribute-of.ts";
import { type Random, shuffled } from "../account/seeded-random.ts";
import type { AttributeValue, UsageEvent } from "../account/usage-event.ts";
import type { Switches } from "../simulator-options.ts";
import { selectEvents } from "./select-events.ts";
import type { SimulatedCall } from "./simulated-call.ts";
import { createTally } from "./tally.ts";

const dayMs = 86_400_000;

/** Body of a series response. */
export interface SeriesBody {
  readonly _links: object;
  readonly metadata: readonly Readonly<Record<string, AttributeValue>>[];
  readonly series: readonly Readonly<Record<string, number>>[];
}

/** Derives a series response from the event log. Values of zero are left out, and so are points without any. */
export function answerSeries(call: SimulatedCall, switches: Switches, random: Random): SeriesBody {
  const buckets = bucketsOf(call, switches);
  const groups = [...groupEvents(call, selectEvents(call))]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, group]) => ({ ...group, values: valuesOf(call, group.events, buckets, switches) }))
    .filter(({ values }) => values.some((value) => value !== 0));
  const ordered = switches.groupOrder === "shuffled" ? shuffled(random, groups) : groups;
  const series = buckets.flatMap((bucket, row) => {
    const entries = ordered.flatMap(({ values }, index): [string, number][] =>
      values[row] === undefined || values[row] === 0 ? [] : [[String(index), values[row]]],
    );
    return entries.length === 0 ? [] : [Object.fromEntries([...entries, ["time", bucket.startMs]])];
  });
  return { _links: {}, metadata: ordered.map(({ metadata }) => metadata), series };
}

interface Bucket {
  readonly startMs: number;
  readonly endMs: number;
}

function bucketsOf(
  { fromMs, toMs, nowMs, granularity, clock, events }: SimulatedCall,
  { toInclusive }: Switches,
): Bucket[] {
  const buckets: Bucket[] = [];
  // Nothing happened before the first event, and buckets without values are left out: a range may start anywhere.
  const firstMs = events[0]?.timeMs ?? nowMs;
  let startMs = clock.startMs(Math.max(fromMs, firstMs), granularity);
  while (startMs < nowMs && (toInclusive ? startMs <= toMs : startMs < toMs)) {
    const endMs = clock.endMs(startMs, granularity);
    buckets.push({ startMs, endMs: Math.min(endMs, nowMs) });
    startMs = endMs;
  }
  return buckets;
}

interface Group {
  readonly metadata: Record<string, AttributeValue>;
  readonly events: UsageEvent[];
}

function groupEvents(
  { operation, groups }: SimulatedCall,
  events: readonly UsageEvent[],
): Map<string, Group> {
  const found = new Map<string, Group>();
  for (const event of events) {
    const metadata: Record<string, AttributeValue> = {};
    for (const { value, dimension, form } of groups) {
      const listed = operation.parameters.find((parameter) => parameter.dimension === dimension)?.values;
      const attribute = attributeOf(event, dimension, listed) ?? "Unknown";
      metadata[value] = form === "id" ? internalId(dimension, String(attribute)) : attribute;
    }
    const key = JSON.stringify(metadata);
    const group = found.get(key);
    if (group === undefined) found.set(key, { metadata, events: [event] });
    else group.events.push(event);
  }
  return found;
}

function valuesOf(
  call: SimulatedCall,
  events: readonly UsageEvent[],
  buckets: readonly Bucket[],
  { incrementalDistinct, monthToDateAnchor }: Switches,
): number[] {
  const covered: { readonly kind: string; readonly windowDays?: number } = call.aggregation ??
    call.operation.fixedAggregation ?? { kind: "plain" };
  const { kind, windowDays = 30 } = covered;
  const sweep = (windowOf: (bucket: Bucket) => Bucket): number[] =>
    sweepWindows(call, events, buckets.map(windowOf));
  const earliestMs = monthToDateAnchor === "range-start" ? call.fromMs : Number.NEGATIVE_INFINITY;
  const anchor = (timeMs: number): number => Math.max(utcMonthStartMs(timeMs), earliestMs);
  const monthToDate = ({ startMs, endMs }: Bucket): Bucket => ({ startMs: anchor(startMs), endMs });
  switch (kind) {
    case "month-to-date":
      return sweep(monthToDate);
    case "rolling":
      return sweep(({ endMs, startMs }) => {
        const lastMs = call.clock.endMs(startMs, call.granularity);
        return { startMs: lastMs - windowDays * dayMs, endMs };
      });
    default: {
      const isDistinct = call.operation.measure === "distinct" || call.operation.measure === "distinct-pairs";
      if (kind !== "incremental" || !isDistinct || incrementalDistinct === "B")
        return sweep((bucket) => bucket);
      const before = sweep(({ startMs }) => ({ startMs: anchor(startMs), endMs: startMs }));
      return sweep(monthToDate).map((value, row) => value - (before[row] ?? 0));
    }
  }
}

/** The value of each window. Neither end of a window lies before that of the window before it. */
function sweepWindows(
  call: SimulatedCall,
  events: readonly UsageEvent[],
  windows: readonly Bucket[],
): number[] {
  const tally = createTally(call.operation);
  let [first, end] = [0, 0];
  return windows.map(({ startMs, endMs }) => {
    for (; end < events.length && timeOf(events, end) < endMs; end += 1) tally.add(eventAt(events, end));
    for (; first < end && timeOf(events, first) < startMs; first += 1) tally.remove(eventAt(events, first));
    return tally.value();
  });
}

function eventAt(events: readonly UsageEvent[], index: number): UsageEvent {
  const event = events[index];
  if (event === undefined) throw new RangeError(`there is no event ${index}`);
  return event;
}

function timeOf(events: readonly UsageEvent[], index: number): number {
  return eventAt(events, index).timeMs;
}
