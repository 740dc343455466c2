import type { AggregationDescriptor } from "@ldusage/types/catalog";
import { type Call, withRole, withValues } from "./call.ts";
import { nowMs, wireTime } from "./good-call.ts";

const dayMs = 86_400_000;

/** One thing that is wrong with a call whose headers and path template are right. */
export interface Defect {
  readonly name: string;
  readonly status: 400 | 404;
  /** Puts the defect into a good call; `undefined` where its operation cannot have it. */
  readonly applyTo: (call: Call) => Call | undefined;
}

/** Every kind of defect. A call has one at the most, so that its status is certain. */
export const defects: readonly Defect[] = [
  { name: "a time that is no number", status: 400, applyTo: (call) => withRange(call, ["soon"], []) },
  { name: "an empty time", status: 400, applyTo: (call) => withRange(call, [""], []) },
  { name: "a time out of range", status: 400, applyTo: (call) => withRange(call, ["9999999999999999"], []) },
  {
    name: "a start given twice",
    status: 400,
    applyTo: (call) => {
      const time = wireTime(call.operation, nowMs - dayMs);
      return withRange(call, [time, time], []);
    },
  },
  {
    name: "an end before the start",
    status: 400,
    applyTo: (call) =>
      withRole(call.operation, "range-end") &&
      withRange(
        call,
        [wireTime(call.operation, nowMs - dayMs)],
        [wireTime(call.operation, nowMs - 2 * dayMs)],
      ),
  },
  {
    name: "a range over the limit",
    status: 400,
    applyTo: (call) => {
      const { maxRangeDays } = call.operation;
      if (maxRangeDays === null) return undefined;
      const startMs = nowMs - (maxRangeDays + 2) * dayMs;
      return withRange(call, [wireTime(call.operation, startMs)], [wireTime(call.operation, nowMs)]);
    },
  },
  {
    name: "a word that is not listed",
    status: 400,
    applyTo: (call) => {
      const { parameters } = call.operation;
      const listed = parameters.find(({ place, values }) => place === "query" && values !== undefined);
      return listed && withValues(call, listed.name, ["nonsense"]);
    },
  },
  {
    name: "a dependent parameter without the other",
    status: 400,
    applyTo: (call) => withDependent(call, []),
  },
  {
    name: "a dependent parameter with several of the other",
    status: 400,
    applyTo: (call) => withDependent(call, ["web-shop", "mobile-app"]),
  },
  {
    name: "an unknown time zone",
    status: 400,
    applyTo: (call) => {
      const zone = withRole(call.operation, "time-zone");
      return zone && withValues(call, zone.name, ["Mars/Olympus"]);
    },
  },
  { name: "a pair that is not offered", status: 400, applyTo: withImpossiblePair },
  {
    name: "a place that is not there",
    status: 404,
    applyTo: (call) => {
      const [first] = call.pathValues.keys();
      return first === undefined
        ? undefined
        : { ...call, pathValues: new Map([...call.pathValues, [first, "nowhere"]]) };
    },
  },
];

function withRange(call: Call, from: readonly string[], to: readonly string[]): Call | undefined {
  const start = withRole(call.operation, "range-start");
  const end = withRole(call.operation, "range-end");
  return start && withValues(withValues(call, start.name, from), end?.name, to);
}

function withDependent(call: Call, others: readonly string[]): Call | undefined {
  const dependent = call.operation.parameters.find(
    ({ requiresExactlyOne }) => requiresExactlyOne !== undefined,
  );
  return (
    dependent &&
    withValues(withValues(call, dependent.name, ["production"]), dependent.requiresExactlyOne, others)
  );
}

function withImpossiblePair(call: Call): Call | undefined {
  const { operation } = call;
  const { granularity, aggregations } = operation;
  if (granularity.mode !== "parameter") return undefined;
  const missingOf = ({ granularities }: AggregationDescriptor) =>
    granularity.values.find((value) => !granularities.includes(value));
  const chosen = aggregations.find((aggregation) => missingOf(aggregation) !== undefined);
  const missing = chosen && missingOf(chosen);
  if (chosen === undefined || missing === undefined) return undefined;
  const aggregated = withValues(call, withRole(operation, "aggregation")?.name, [chosen.value]);
  return withValues(aggregated, withRole(operation, "bucket-width")?.name, [missing]);
}
