import { attributeOf, type UsageEvent } from "@ldusage/simulator";
import {
  type AggregationDescriptor,
  type Granularity,
  type GroupValue,
  type OperationDescriptor,
  type ParameterDescriptor,
  parameterWithRole,
} from "@ldusage/types/catalog";
import fc from "fast-check";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** An operation with one of its pairs of aggregation and granularity. */
export interface Case {
  readonly name: string;
  readonly operation: OperationDescriptor;
  readonly aggregation: AggregationDescriptor | undefined;
  readonly granularity: Granularity | undefined;
}

/** What is chosen by chance: everything else that a call can say. */
export interface Choice {
  readonly fromMs: number;
  readonly toMs: number;
  readonly groups: readonly GroupValue[];
  readonly filters: ReadonlyMap<string, readonly string[]>;
  readonly timeZone: string | undefined;
}

/** The account that is asked. */
export interface Account {
  readonly events: readonly UsageEvent[];
  readonly nowMs: number;
  readonly historyDays: number;
}

export function choiceFor(subject: Case, account: Account): fc.Arbitrary<Choice> {
  const { operation } = subject;
  const hasZone = parameterWithRole(operation, "time-zone") !== undefined;
  return fc
    .record({
      range: rangeFor(subject, account),
      groups: groupsFor(operation),
      filters: filtersFor(operation, account.events),
      timeZone: hasZone
        ? fc.constantFrom(undefined, "UTC", "America/New_York", "Asia/Kolkata")
        : fc.constant(undefined),
    })
    .map(({ range, ...choice }) => ({ ...range, ...choice }));
}

/** Ranges that start and end anywhere: longer than the limit, within one day, and within the past two days. */
function rangeFor(
  { granularity }: Case,
  { nowMs, historyDays }: Account,
): fc.Arbitrary<{ fromMs: number; toMs: number }> {
  const earliestMs = nowMs - (historyDays - 40) * dayMs;
  // More hours than in 400 days are too many points for a test.
  const longestMs = granularity === "hourly" ? 400 * dayMs : (historyDays - 40) * dayMs;
  const length = fc.oneof(fc.integer({ min: 0, max: longestMs }), fc.integer({ min: 0, max: 3 * dayMs }));
  const ago = fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: 2 * dayMs }),
    fc.integer({ min: 0, max: longestMs }),
  );
  return fc.tuple(length, ago).map(([lengthMs, agoMs]) => {
    const toMs = nowMs - agoMs;
    return { fromMs: Math.max(earliestMs, toMs - lengthMs), toMs: Math.max(earliestMs, toMs) };
  });
}

function groupsFor({ groupBy }: OperationDescriptor): fc.Arbitrary<readonly GroupValue[]> {
  if (groupBy === null) return fc.constant([]);
  return groupBy.parameter === null
    ? fc.constant(groupBy.values)
    : fc.subarray([...groupBy.values], { maxLength: 2 });
}

/** At most one filter, with the one that it needs beside it, on values that occur. */
function filtersFor(
  { parameters }: OperationDescriptor,
  events: readonly UsageEvent[],
): fc.Arbitrary<ReadonlyMap<string, readonly string[]>> {
  const valuesOf = ({ dimension = "", values }: ParameterDescriptor): string[] => [
    ...new Set(events.map((event) => String(attributeOf(event, dimension, values)))),
  ];
  const filters = parameters
    .filter(({ role, place }) => role === "filter" && place === "query")
    .map((parameter) => {
      const maxLength = parameter.repeatable ? 2 : 1;
      const own = fc.subarray(valuesOf(parameter), { minLength: 1, maxLength });
      const needed = parameters.find(({ name }) => name === parameter.requiresExactlyOne);
      const other =
        needed === undefined
          ? fc.constant([])
          : fc.subarray(valuesOf(needed), { minLength: 1, maxLength: 1 });
      return fc
        .tuple(own, other)
        .map(
          ([values, one]) =>
            new Map([
              ...(needed === undefined ? [] : [[needed.name, one] as const]),
              [parameter.name, values],
            ]),
        );
    });
  return fc.oneof(fc.constant(new Map()), ...filters);
}

// One place of the simulated account that every kind of path leads to.
const pathValues: Readonly<Record<string, string>> = {
  "project-key": "web-shop",
  "environment-key": "production",
  "feature-flag-key": "new-checkout",
};

/** The value of a path parameter. */
export function valueInPath({ dimension = "", values = [] }: ParameterDescriptor): string {
  return pathValues[dimension] ?? values[0] ?? "";
}

/** The choice as the parameters of a call. */
export function parametersFor({ operation, aggregation, granularity }: Case, choice: Choice): object {
  const name = (role: ParameterDescriptor["role"]): string => parameterWithRole(operation, role)?.name ?? "";
  const groups = operation.groupBy?.parameter === null ? [] : choice.groups.map(({ value }) => value);
  const isRepeatable = (filter: string): boolean =>
    operation.parameters.some((parameter) => parameter.name === filter && parameter.repeatable);
  const entries: [string, unknown][] = [
    [name("range-start"), { epochMs: choice.fromMs }],
    [name("range-end"), { epochMs: choice.toMs }],
    [name("aggregation"), aggregation?.value],
    [name("bucket-width"), granularity],
    [name("time-zone"), choice.timeZone],
    [name("group-by"), groups.length === 0 ? undefined : groups],
    ...[...choice.filters].map(([filter, values]): [string, unknown] => [
      filter,
      isRepeatable(filter) ? values : values[0],
    ]),
    ...operation.parameters
      .filter(({ place }) => place === "path")
      .map((parameter): [string, unknown] => [parameter.name, valueInPath(parameter)]),
  ];
  return Object.fromEntries(entries.filter(([key, value]) => key !== "" && value !== undefined));
}
