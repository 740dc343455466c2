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
import { catalog, type GroupValue, type ParameterDescriptor } from "@ldusage/types/catalog";
import { bucketClock } from "@ldusage/types/time";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Case, type Choice, choiceFor, parametersFor, valueInPath } from "./choice.ts";
import { granularityByAge } from "./granularity-by-age.ts";
import { type Question, seriesKey, type Truth, truthOf } from "./truth.ts";

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
  expect(new Set(cases.map(({ operation }) => operation.operationId)).size).toBeGreaterThanOrEqual(21);
  expect(cases.length).toBeGreaterThanOrEqual(72);
});

const account = { events: simulators[0]?.events ?? [], nowMs, historyDays };

describe("split, collect and merge give the same as one look at the event log", () => {
  test.each(cases)("$name", async (subject) => {
    const isByAge = subject.operation.granularity.mode === "age";
    await fc.assert(
      fc.asyncProperty(choiceFor(subject, account), fc.nat({ max: 3 }), async (choice, index) => {
        const usage = createUsageClient({ accessToken: "api-test", fetch: simulators[index]?.fetch });
        // The catalog's names are those of the types, and the choice is made from its facts.
        const id = subject.operation.operationId as SeriesOperationId;
        const parameters = parametersFor(subject, choice) as ParametersOf<typeof id>;
        const table = await collectSeries(usage, id, parameters, { nowMs });
        const question = questionFor(subject, choice, index < 2 ? "A" : "B");
        // As text: comparing tens of thousands of members one by one takes longer than counting them.
        expect(asText(contents(table))).toBe(asText(truthOf(account.events, question)));
      }),
      { numRuns: isByAge ? 25 : 3 },
    );
  });
});

function questionFor(
  { operation, aggregation, granularity }: Case,
  choice: Choice,
  incrementalDistinct: "A" | "B",
): Question {
  const { sdkSide, contextKinds } = operation.population;
  const always =
    operation.groupBy?.parameter === null || choice.groups.length === 0
      ? []
      : operation.groupBy?.alwaysIncluded;
  const wantedOf = (parameter: ParameterDescriptor): readonly string[] | undefined => {
    if (parameter.place === "path") return [valueInPath(parameter)];
    const fallback = parameter.default === undefined ? undefined : [parameter.default];
    return choice.filters.get(parameter.name) ?? fallback;
  };
  const filters = operation.parameters.filter(({ role }) => role === "filter");
  const matches = (event: UsageEvent): boolean =>
    (sdkSide === "any" || event.attributes.get("sdk-type") === sdkSide) &&
    (contextKinds === "any" || event.isPrimaryKind) &&
    filters.every((parameter) => {
      const value = String(attributeOf(event, parameter.dimension ?? "", parameter.values));
      return wantedOf(parameter)?.includes(value) ?? true;
    });
  const clock = bucketClock(choice.timeZone);
  const dayOf = (timeMs: number): readonly [number, number] => [
    clock.startMs(timeMs, "daily"),
    clock.endMs(timeMs, "daily"),
  ];
  const isByAge = operation.granularity.mode === "age";
  return {
    operation,
    kind: aggregation?.kind ?? operation.fixedAggregation?.kind ?? "plain",
    granularityAt: isByAge ? granularityByAge({ ...choice, nowMs, dayOf }) : () => granularity ?? "daily",
    dayOf,
    groups: [
      ...choice.groups,
      ...(always ?? []).map((value): GroupValue => ({ value, dimension: "context-kind", form: "key" })),
    ],
    matches,
    fromMs: choice.fromMs,
    toMs: choice.toMs,
    nowMs,
    incrementalDistinct,
  };
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
