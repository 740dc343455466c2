import { catalog, type OperationDescriptor, type ParameterDescriptor } from "@ldusage/types/catalog";
import { type Call, withRole, withValues } from "./call.ts";
import { happens, pick, type Random, wholeNumber } from "./random.ts";

/** The simulator's clock during a soak. */
export const nowMs: number = Date.UTC(2026, 10, 15, 12);

const dayMs = 86_400_000;
const operations: readonly OperationDescriptor[] = Object.values(catalog);
const zones = ["UTC", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"];
/** What there is in a simulated account, by dimension. */
const places: Readonly<Record<string, string>> = {
  "project-key": "web-shop",
  "environment-key": "production",
  "feature-flag-key": "new-checkout",
};
const texts = [
  "web-shop",
  "production",
  "Unknown",
  "__proto__",
  "",
  "ü %&=+?#/\\",
  "\u0000",
  "x".repeat(300),
];

/** A call of any operation that must be answered. */
export function makeGoodCall(random: Random): Call {
  const operation = pick(random, operations);
  const start: Call = { operation, pathValues: pathValuesOf(operation, random), query: [] };
  return [addRange, addFilters, addGroups, addWidth, addZone].reduce((call, add) => add(call, random), start);
}

/** A time as an operation wants it on the wire. */
export function wireTime({ timeUnit }: OperationDescriptor, timeMs: number): string {
  return String(timeUnit === "s" ? Math.floor(timeMs / 1000) : timeMs);
}

function pathValuesOf({ parameters }: OperationDescriptor, random: Random): Map<string, string> {
  const inPath = parameters.filter(({ place }) => place === "path");
  return new Map(
    inPath.map(({ name, values, dimension }) => [
      name,
      values === undefined ? (places[dimension ?? ""] ?? "") : pick(random, values),
    ]),
  );
}

function addRange(call: Call, random: Random): Call {
  const { operation } = call;
  const [from, to] = [withRole(operation, "range-start"), withRole(operation, "range-end")];
  // Long ranges are rare: their answers are large.
  const days = happens(random, 0.02) ? 300 : wholeNumber(random, 0, 20);
  const endMs = nowMs - wholeNumber(random, 0, 60) * dayMs;
  const started = happens(random, 0.7)
    ? withValues(call, from?.name, [wireTime(operation, endMs - days * dayMs)])
    : call;
  const isStarted = started !== call;
  return isStarted && happens(random, 0.7)
    ? withValues(started, to?.name, [wireTime(operation, endMs)])
    : started;
}

function addFilters(call: Call, random: Random): Call {
  const filters = call.operation.parameters.filter(
    ({ role, place }) => role === "filter" && place === "query",
  );
  const filtered = filters.reduce(
    (built, filter) =>
      happens(random, 0.2) ? withValues(built, filter.name, valuesOf(filter, random)) : built,
    call,
  );
  // Last, so that what must be there once is not given again.
  return filters.reduce((built, { name, requiresExactlyOne }) => {
    const isGiven = built.query.some(([given]) => given === name);
    return isGiven && requiresExactlyOne !== undefined
      ? withValues(built, requiresExactlyOne, ["web-shop"])
      : built;
  }, filtered);
}

function valuesOf({ values, repeatable }: ParameterDescriptor, random: Random): string[] {
  const count = repeatable ? wholeNumber(random, 1, 3) : 1;
  return Array.from({ length: count }, () => pick(random, values ?? texts));
}

function addGroups(call: Call, random: Random): Call {
  const { groupBy } = call.operation;
  if (groupBy === null || groupBy.parameter === null || happens(random, 0.5)) return call;
  const chosen = groupBy.values.filter(() => happens(random, 0.3)).map(({ value }) => value);
  return withValues(call, groupBy.parameter, chosen.slice(0, 3));
}

function addWidth(call: Call, random: Random): Call {
  const { operation } = call;
  if (operation.aggregations.length === 0 || happens(random, 0.4)) return call;
  const { value, granularities } = pick(random, operation.aggregations);
  const aggregated = withValues(call, withRole(operation, "aggregation")?.name, [value]);
  return withValues(aggregated, withRole(operation, "bucket-width")?.name, [pick(random, granularities)]);
}

function addZone(call: Call, random: Random): Call {
  return happens(random, 0.5)
    ? withValues(call, withRole(call.operation, "time-zone")?.name, [pick(random, zones)])
    : call;
}
