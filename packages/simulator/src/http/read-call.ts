import {
  type AggregationDescriptor,
  aggregationOfValue,
  type Granularity,
  type GroupValue,
  type OperationDescriptor,
  type ParameterDescriptor,
  parameterWithRole,
} from "@ldusage/types/catalog";
import { isUsageError } from "@ldusage/types/errors";
import { type BucketClock, bucketClock, largestEpochMs, utcMonthStartMs } from "@ldusage/types/time";
import { attributeOf } from "../account/attribute-of.ts";
import type { UsageEvent } from "../account/usage-event.ts";
import type { SimulatedCall } from "../answer/simulated-call.ts";
import { Refusal } from "./error-body.ts";

const dayMs = 86_400_000;

/** What a request holds besides its headers. */
export interface ReceivedRequest {
  readonly pathValues: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

type Values = ReadonlyMap<string, readonly string[]>;

/**
 * Checks a request against the facts of its operation.
 *
 * @throws Refusal with the status that the operation answers such a request with.
 */
export function readCall(
  operation: OperationDescriptor,
  received: ReceivedRequest,
  events: readonly UsageEvent[],
  nowMs: number,
): SimulatedCall {
  const values = readValues(operation, received, events);
  checkScope(operation, values);
  const clock = readClock(operation, values);
  const { fromMs, toMs } = readRange(operation, values, nowMs);
  const granularity = readGranularity(operation, values, fromMs, nowMs);
  const aggregation = aggregationOfValue(operation, single(operation, values, "aggregation"));
  checkPair(operation, aggregation, granularity);
  const groups = readGroups(operation, values);
  return { operation, values, fromMs, toMs, nowMs, granularity, aggregation, clock, groups, events };
}

function readValues(
  operation: OperationDescriptor,
  received: ReceivedRequest,
  events: readonly UsageEvent[],
): Values {
  const values = new Map<string, readonly string[]>();
  for (const parameter of operation.parameters) {
    const { name, place } = parameter;
    const given = place === "path" ? [received.pathValues[name] ?? ""] : received.query.getAll(name);
    if (given.length === 0) continue;
    if (place === "path") checkPathValue(parameter, given[0] ?? "", events);
    else checkQueryValues(parameter, given);
    values.set(name, given);
  }
  return values;
}

function checkPathValue(
  { values, dimension }: ParameterDescriptor,
  value: string,
  events: readonly UsageEvent[],
): void {
  const exists =
    values === undefined
      ? dimension === undefined || events.some((event) => attributeOf(event, dimension) === value)
      : values.includes(value);
  if (!exists) throw new Refusal(404);
}

function checkQueryValues(parameter: ParameterDescriptor, given: readonly string[]): void {
  const { name, values, repeatable, role } = parameter;
  if (!repeatable && given.length > 1) throw new Refusal(400, `Parameter ${name} can be given only once`);
  const wrong = given.find((value) => values !== undefined && !values.includes(value));
  if (wrong === undefined) return;
  const what = role === "group-by" ? "group by" : name;
  throw new Refusal(400, `Invalid ${what} argument: ${wrong}`);
}

function checkScope({ parameters }: OperationDescriptor, values: Values): void {
  for (const { name, requiresExactlyOne } of parameters) {
    if (requiresExactlyOne === undefined || !values.has(name)) continue;
    if (values.get(requiresExactlyOne)?.length !== 1) {
      throw new Refusal(400, `${name} requires exactly one ${requiresExactlyOne}`);
    }
  }
}

function readClock(operation: OperationDescriptor, values: Values): BucketClock {
  try {
    return bucketClock(single(operation, values, "time-zone"));
  } catch (error) {
    if (isUsageError(error)) throw new Refusal(400, "Invalid time zone");
    throw error;
  }
}

function readRange(
  operation: OperationDescriptor,
  values: Values,
  nowMs: number,
): { fromMs: number; toMs: number } {
  const { defaultFrom, lookBackDays, maxRangeDays } = operation;
  const agoMs = defaultFrom?.kind === "ago" ? defaultFrom.durationMs : (lookBackDays ?? 0) * dayMs;
  const fallbackMs = agoMs > 0 ? nowMs - agoMs : utcMonthStartMs(nowMs);
  const fromMs = readTime(operation, single(operation, values, "range-start")) ?? fallbackMs;
  const toMs = readTime(operation, single(operation, values, "range-end")) ?? nowMs;
  if (fromMs > toMs) throw new Refusal(400, "The start of the range must not be after its end");
  if (maxRangeDays !== null && toMs - fromMs > maxRangeDays * dayMs) {
    throw new Refusal(400, `The time range is too large: the maximum is ${maxRangeDays} days`);
  }
  return { fromMs, toMs };
}

function readTime({ timeUnit }: OperationDescriptor, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^-?\d{1,16}$/.test(text)) throw new Refusal(400, "Timestamps are whole numbers");
  const epochMs = Number(text) * (timeUnit === "s" ? 1000 : 1);
  if (Math.abs(epochMs) > largestEpochMs) throw new Refusal(400, "Timestamp out of range");
  return epochMs;
}

function readGranularity(
  operation: OperationDescriptor,
  values: Values,
  fromMs: number,
  nowMs: number,
): Granularity {
  const { granularity } = operation;
  switch (granularity.mode) {
    case "parameter": {
      const chosen = single(operation, values, "bucket-width");
      return (
        granularity.values.find((value) => value === chosen) ??
        granularity.default ??
        granularity.values[0] ??
        "daily"
      );
    }
    case "fixed":
      return granularity.value;
    case "age": {
      const step = granularity.steps.find(({ withinMs }) => withinMs === null || fromMs >= nowMs - withinMs);
      return step?.granularity ?? "daily";
    }
    case "none":
      return "daily";
  }
}

function checkPair(
  operation: OperationDescriptor,
  aggregation: AggregationDescriptor | undefined,
  granularity: Granularity,
): void {
  if (operation.granularity.mode !== "parameter") return;
  if (aggregation === undefined || aggregation.granularities.includes(granularity)) return;
  throw new Refusal(400, `Granularity ${granularity} is not supported with ${aggregation.value}`);
}

function readGroups({ groupBy, parameters }: OperationDescriptor, values: Values): GroupValue[] {
  if (groupBy === null) return [];
  if (groupBy.parameter === null) return [...groupBy.values];
  const chosen = values.get(groupBy.parameter) ?? [];
  if (chosen.length === 0) return [];
  const always = groupBy.alwaysIncluded.map((value): GroupValue => {
    const dimension = parameters.find(({ name }) => name === value)?.dimension ?? value;
    return { value, dimension, form: "key" };
  });
  return [...groupBy.values.filter(({ value }) => chosen.includes(value)), ...always];
}

function single(
  operation: OperationDescriptor,
  values: Values,
  role: ParameterDescriptor["role"],
): string | undefined {
  const name = parameterWithRole(operation, role)?.name;
  return name === undefined ? undefined : values.get(name)?.[0];
}
