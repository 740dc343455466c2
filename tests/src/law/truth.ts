import { attributeOf, internalId, type UsageEvent, weightOf } from "@ldusage/simulator";
import type { Granularity, GroupValue, OperationDescriptor } from "@ldusage/types/catalog";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A question, in terms of what the numbers mean rather than of requests. */
export interface Question {
  readonly operation: OperationDescriptor;
  readonly kind: "month-to-date" | "rolling" | "incremental" | "plain" | "unknown";
  readonly granularityAt: (timeMs: number) => Granularity;
  /** Start of the local day that holds a time, and of the day after it. */
  readonly dayOf: (timeMs: number) => readonly [startMs: number, endMs: number];
  readonly groups: readonly GroupValue[];
  readonly matches: (event: UsageEvent) => boolean;
  readonly fromMs: number;
  readonly toMs: number;
  readonly nowMs: number;
  readonly incrementalDistinct: "A" | "B";
}

/** Values by series (its dimensions as sorted JSON) and time. Zeros are left out. */
export type Truth = Record<string, Record<number, number>>;

/**
 * The answer counted directly from the events, one window at a time and in the plainest way: it shares nothing
 * with the simulator's sweep, nor with planning and merging.
 */
export function truthOf(events: readonly UsageEvent[], question: Question): Truth {
  const truth: Truth = {};
  for (const [series, members] of groupsOf(events.filter(question.matches), question)) {
    for (const startMs of bucketStarts(question)) {
      const value = valueAt(members, startMs, question);
      if (value === 0) continue;
      truth[series] ??= {};
      truth[series][startMs] = value;
    }
  }
  return truth;
}

/** What an event adds to a count: a key that counts once, or a weight. */
interface Counted {
  readonly timeMs: number;
  readonly key: string | undefined;
  readonly weight: number;
}

function groupsOf(events: readonly UsageEvent[], { groups, operation }: Question): Map<string, Counted[]> {
  const found = new Map<string, Counted[]>();
  for (const event of events) {
    const dimensions = groups.map(({ value, dimension, form }) => {
      const values = operation.parameters.find((parameter) => parameter.dimension === dimension)?.values;
      const attribute = attributeOf(event, dimension, values) ?? "Unknown";
      return [value, form === "id" ? internalId(dimension, String(attribute)) : attribute] as const;
    });
    const key = seriesKey(Object.fromEntries(dimensions));
    const members = found.get(key) ?? [];
    members.push(counted(event, operation));
    found.set(key, members);
  }
  return found;
}

/** Dimensions as text, whatever their order. */
export function seriesKey(dimensions: object): string {
  return JSON.stringify(Object.entries(dimensions).sort(([left], [right]) => (left < right ? -1 : 1)));
}

function bucketStarts({ fromMs, toMs, nowMs, granularityAt, dayOf }: Question): number[] {
  const starts: number[] = [];
  let [startMs] = bucketOf(fromMs, granularityAt(fromMs), dayOf);
  while (startMs < toMs && startMs < nowMs) {
    if (startMs >= fromMs) starts.push(startMs);
    [, startMs] = bucketOf(startMs, granularityAt(startMs), dayOf);
  }
  return starts;
}

function valueAt(events: readonly Counted[], startMs: number, question: Question): number {
  const { kind, operation, nowMs, incrementalDistinct } = question;
  const [, endMs] = bucketOf(startMs, question.granularityAt(startMs), question.dayOf);
  const monthMs = monthOf(startMs);
  const count = (fromMs: number, toMs: number): number =>
    measure(events.slice(firstAt(events, fromMs), firstAt(events, Math.min(toMs, nowMs))));
  if (kind === "month-to-date") return count(monthMs, endMs);
  if (kind === "rolling") return count(endMs - 30 * dayMs, endMs);
  const isDistinct = operation.measure === "distinct" || operation.measure === "distinct-pairs";
  if (kind === "incremental" && isDistinct && incrementalDistinct === "A") {
    return count(monthMs, endMs) - count(monthMs, startMs);
  }
  return count(startMs, endMs);
}

/** Position of the first event that is not before a time; the events are in order. */
function firstAt(events: readonly Counted[], timeMs: number): number {
  let [before, after] = [-1, events.length];
  while (after - before > 1) {
    const middle = (before + after) >> 1;
    if ((events[middle]?.timeMs ?? timeMs) < timeMs) before = middle;
    else after = middle;
  }
  return after;
}

function counted(event: UsageEvent, operation: OperationDescriptor): Counted {
  const { timeMs, contextKey } = event;
  switch (operation.measure) {
    case "distinct":
    case "gauge":
      return { timeMs, key: contextKey, weight: 0 };
    case "distinct-pairs": {
      const experiment = attributeOf(event, operation.pairDimension ?? "");
      return { timeMs, key: experiment === undefined ? undefined : `${contextKey} ${experiment}`, weight: 0 };
    }
    default:
      return { timeMs, key: undefined, weight: weightOf(event, operation) };
  }
}

function measure(events: readonly Counted[]): number {
  const keys = new Set(events.flatMap(({ key }) => (key === undefined ? [] : [key])));
  return keys.size + events.reduce((sum, { weight }) => sum + weight, 0);
}

function bucketOf(
  timeMs: number,
  granularity: Granularity,
  dayOf: Question["dayOf"],
): readonly [number, number] {
  if (granularity === "daily") return dayOf(timeMs);
  if (granularity === "monthly") return [monthOf(timeMs), monthOf(timeMs, 1)];
  const widthMs = granularity === "hourly" ? hourMs : minuteMs;
  const startMs = timeMs - (timeMs % widthMs);
  return [startMs, startMs + widthMs];
}

function monthOf(timeMs: number, later = 0): number {
  const date = new Date(timeMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later);
}
