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
import { type BucketClock, bucketClock } from "@ldusage/types/time";
import type { UsageLog } from "../account/usage-log.ts";
import type { SimulatedCall } from "../answer/simulated-call.ts";
import type { Switches } from "../simulator-options.ts";
import { type AccountDirectory, environmentDimension, projectDimension } from "./account-directory.ts";
import { Refusal } from "./error-body.ts";
import { readRange } from "./read-range.ts";

/** What a request holds besides its headers. */
export interface ReceivedRequest {
  readonly pathValues: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

type Values = ReadonlyMap<string, readonly string[]>;

/** What a request is read against. */
export interface CallContext {
  readonly log: UsageLog;
  readonly directory: AccountDirectory;
  readonly nowMs: number;
  readonly switches: Switches;
}

/**
 * Checks a request against the facts of its operation.
 *
 * @throws Refusal with the status that the operation answers such a request with.
 */
export function readCall(
  operation: OperationDescriptor,
  received: ReceivedRequest,
  { log, directory, nowMs, switches }: CallContext,
): SimulatedCall {
  const values = readValues(operation, received, switches);
  checkPlace(operation, values, directory, nowMs);
  checkScope(operation, values);
  const clock = readClock(operation, values);
  const groups = readGroups(operation, values);
  const isGrouped = operation.groupBy?.parameter != null && groups.length > 0;
  const start = single(operation, values, "range-start");
  const end = single(operation, values, "range-end");
  const { fromMs, toMs } = readRange(operation, { start, end, isGrouped }, nowMs, switches);
  const granularity = readGranularity(operation, values, fromMs, nowMs);
  const aggregation = aggregationOfValue(operation, single(operation, values, "aggregation"));
  checkPair(operation, aggregation, granularity);
  return { operation, values, fromMs, toMs, nowMs, granularity, aggregation, clock, groups, events: log };
}

function readValues(
  { parameters }: OperationDescriptor,
  { pathValues, query }: ReceivedRequest,
  { badSource, unknownParams }: Switches,
): Values {
  const values = new Map<string, readonly string[]>();
  for (const parameter of parameters) {
    const { name, place } = parameter;
    const given = place === "path" ? [pathValues[name] ?? ""] : query.getAll(name);
    if (given.length === 0) continue;
    if (place === "query") checkQueryValues(parameter, given);
    else checkPathWord(parameter, given[0] ?? "", badSource);
    values.set(name, given);
  }
  const isKnown = (name: string): boolean =>
    parameters.some((parameter) => parameter.name === name && parameter.place === "query");
  const unknown = [...query.keys()].find((name) => !isKnown(name));
  if (unknown !== undefined && unknownParams === "refuse") {
    throw new Refusal(400, `Unknown parameter: ${unknown}`);
  }
  return values;
}

function checkPathWord(
  { name, values }: ParameterDescriptor,
  word: string,
  badSource: Switches["badSource"],
): void {
  if (values === undefined || values.includes(word)) return;
  throw new Refusal(badSource, badSource === 400 ? `Invalid ${name} argument: ${word}` : undefined);
}

/** Refuses a path that leads to nothing in the account. */
function checkPlace(
  { parameters }: OperationDescriptor,
  values: Values,
  directory: AccountDirectory,
  nowMs: number,
): void {
  const place = new Map<string, string>();
  for (const parameter of parameters) {
    const { name, dimension } = parameter;
    if (parameter.place !== "path" || parameter.values !== undefined || dimension === undefined) continue;
    place.set(dimension, values.get(name)?.[0] ?? "");
  }
  const project = place.get(projectDimension);
  const environment = place.get(environmentDimension);
  const exists =
    [...place].every(([dimension, value]) => directory.has(dimension, value)) &&
    (project === undefined ||
      environment === undefined ||
      directory.projects(nowMs).get(project)?.has(environment) === true);
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
