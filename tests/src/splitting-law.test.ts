import { createUsageClient } from "@ldusage/client";
import { collectSeries, type SeriesTable } from "@ldusage/helpers";
import {
  attributeOf,
  createSimulator,
  type Simulator,
  type Switches,
  type UsageEvent,
} from "@ldusage/simulator";
import type { ParametersOf, SeriesOperationId } from "@ldusage/types";
import {
  type AggregationDescriptor,
  catalog,
  type Granularity,
  type GroupValue,
  type OperationDescriptor,
  parameterWithRole,
} from "@ldusage/types/catalog";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Question, seriesKey, type Truth, truthOf } from "./truth.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const nowMs = Date.UTC(2026, 10, 15, 12, 34, 56);
const historyDays = 800;

// What is not known of the API does not matter for the result: each simulator makes other choices.
const choices: Partial<Switches>[] = [
  { incrementalDistinct: "A", toInclusive: false, monthToDateAnchor: "range-start" },
  { incrementalDistinct: "A", toInclusive: true, monthToDateAnchor: "month" },
  { incrementalDistinct: "B", toInclusive: true, monthToDateAnchor: "range-start" },
  { incrementalDistinct: "B", toInclusive: false, monthToDateAnchor: "month" },
];
const simulators: Simulator[] = choices.map((switches) =>
  createSimulator({ seed: 3, nowMs, days: historyDays, contexts: 14, switches }),
);

interface Case {
  readonly name: string;
  readonly operation: OperationDescriptor;
  readonly aggregation: AggregationDescriptor | undefined;
  readonly granularity: Granularity | undefined;
}

const cases: Case[] = Object.values(catalog)
  .filter(({ response }) => response.kind === "series")
  .flatMap((operation): Case[] => {
    const { operationId: name, aggregations } = operation;
    if (aggregations.length === 0)
      return [{ name, operation, aggregation: undefined, granularity: undefined }];
    return aggregations.flatMap((aggregation) =>
      aggregation.granularities.map((granularity) => ({
        name: `${name}, ${aggregation.value}, ${granularity}`,
        operation,
        aggregation,
        granularity,
      })),
    );
  });

test("there is a case for every series operation and pair", () => {
  expect(new Set(cases.map(({ operation }) => operation.operationId)).size).toBe(21);
  expect(cases).toHaveLength(72);
});

describe("split, collect and merge give the same as one look at the event log", () => {
  test.each(cases)("$name", async (subject) => {
    await fc.assert(
      fc.asyncProperty(
        rangeFor(subject),
        choiceOfGroups(subject.operation),
        fc.nat({ max: 3 }),
        async (range, groups, index) => {
          const simulator = simulators[index] ?? createSimulator();
          const parameters = parametersFor(subject, range, groups);
          const usage = createUsageClient({ accessToken: "api-test", fetch: simulator.fetch });
          // The catalog's names are those of the types.
          const id = subject.operation.operationId as SeriesOperationId;
          const table = await collectSeries(usage, id, parameters as ParametersOf<typeof id>, { nowMs });
          const question = questionFor(subject, range, groups, index < 2 ? "A" : "B");
          // As text: comparing tens of thousands of members one by one takes longer than counting them.
          expect(asText(contents(table))).toBe(asText(truthOf(simulator.events, question)));
        },
      ),
      { numRuns: 3 },
    );
  });
});

interface Range {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Ranges that start and end anywhere: longer than the limit as a rule, shorter where there would be too many points. */
function rangeFor({ granularity }: Case): fc.Arbitrary<Range> {
  const earliestMs = nowMs - (historyDays - 40) * dayMs;
  const longestMs = granularity === "hourly" ? 400 * dayMs : (historyDays - 40) * dayMs;
  return fc
    .tuple(
      fc.integer({ min: 0, max: longestMs }),
      fc.oneof(fc.constant(0), fc.integer({ min: 0, max: longestMs })),
    )
    .map(([lengthMs, agoMs]) => {
      const toMs = nowMs - agoMs;
      return { fromMs: Math.max(earliestMs, toMs - lengthMs), toMs: Math.max(earliestMs, toMs) };
    });
}

function choiceOfGroups({ groupBy }: OperationDescriptor): fc.Arbitrary<readonly GroupValue[]> {
  if (groupBy === null) return fc.constant([]);
  return groupBy.parameter === null
    ? fc.constant(groupBy.values)
    : fc.subarray([...groupBy.values], { maxLength: 2 });
}

// One place of the simulated account that every kind of path leads to.
const pathValues: Readonly<Record<string, string>> = {
  "project-key": "web-shop",
  "environment-key": "production",
  "feature-flag-key": "new-checkout",
};

function valueInPath({ dimension = "", values = [] }: OperationDescriptor["parameters"][number]): string {
  return pathValues[dimension] ?? values[0] ?? "";
}

function parametersFor(subject: Case, range: Range, groups: readonly GroupValue[]): object {
  const { operation, aggregation, granularity } = subject;
  const name = (role: Parameters<typeof parameterWithRole>[1]): string =>
    parameterWithRole(operation, role)?.name ?? "";
  const chosen = operation.groupBy?.parameter === null ? [] : groups.map(({ value }) => value);
  const entries: [string, unknown][] = [
    [name("range-start"), { epochMs: range.fromMs }],
    [name("range-end"), { epochMs: range.toMs }],
    [name("aggregation"), aggregation?.value],
    [name("bucket-width"), granularity],
    [name("group-by"), chosen.length === 0 ? undefined : chosen],
    ...operation.parameters
      .filter(({ place }) => place === "path")
      .map((parameter): [string, unknown] => [parameter.name, valueInPath(parameter)]),
  ];
  return Object.fromEntries(entries.filter(([key, value]) => key !== "" && value !== undefined));
}

function questionFor(
  { operation, aggregation, granularity }: Case,
  range: Range,
  groups: readonly GroupValue[],
  incrementalDistinct: "A" | "B",
): Question {
  const { sdkSide, contextKinds } = operation.population;
  const always =
    groups.length === 0 || operation.groupBy?.parameter === null
      ? []
      : (operation.groupBy?.alwaysIncluded ?? []);
  const fixed = operation.parameters.filter(({ place }) => place === "path");
  const matches = (event: UsageEvent): boolean =>
    (sdkSide === "any" || event.attributes.get("sdk-type") === sdkSide) &&
    (contextKinds === "any" || event.isPrimaryKind) &&
    operation.parameters.every(
      ({ role, dimension = "", default: value }) =>
        role !== "filter" || value === undefined || event.attributes.get(dimension) === value,
    ) &&
    fixed.every(
      (parameter) =>
        attributeOf(event, parameter.dimension ?? "", parameter.values) === valueInPath(parameter),
    );
  return {
    operation,
    kind: aggregation?.kind ?? operation.fixedAggregation?.kind ?? "plain",
    granularityAt: operation.granularity.mode === "age" ? granularityByAge : () => granularity ?? "daily",
    groups: [
      ...groups,
      ...always.map((value): GroupValue => ({ value, dimension: "context-kind", form: "key" })),
    ],
    matches,
    ...range,
    nowMs,
    incrementalDistinct,
  };
}

// Check value: now = 12:34:56 and a margin of two minutes. Hours from the first midnight in the past 48 hours,
// minutes from the first full hour in the past two.
function granularityByAge(timeMs: number): Granularity {
  if (timeMs >= Date.UTC(2026, 10, 15, 11)) return "minutely";
  return timeMs >= Date.UTC(2026, 10, 14) ? "hourly" : "daily";
}

function contents({ timeMs, columns }: SeriesTable): Truth {
  const truth: Truth = {};
  for (const { dimensions, values } of columns) {
    const points = [...timeMs].flatMap((time, row): [number, number][] => {
      const value = values[row];
      return value === undefined || Number.isNaN(value) ? [] : [[time, value]];
    });
    if (points.length > 0) truth[seriesKey(dimensions)] = Object.fromEntries(points);
  }
  return truth;
}

function asText(truth: Truth): string {
  return Object.keys(truth)
    .sort()
    .map((series) => `${series} ${JSON.stringify(truth[series])}`)
    .join("\n");
}
