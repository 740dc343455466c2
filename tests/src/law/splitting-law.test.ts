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
  catalog,
  type GroupValue,
  type OperationDescriptor,
  type ParameterDescriptor,
  parameterWithRole,
} from "@ldusage/types/catalog";
import { bucketClock } from "@ldusage/types/time";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Case, type Choice, choiceFor, parametersFor, valueInPath } from "./choice.ts";
import { granularityByAge } from "./granularity-by-age.ts";
import { type Question, seriesKey, type Truth, truthOf } from "./truth.ts";

const nowMs = Date.UTC(2026, 10, 15, 12, 34, 56);
const historyDays = 800;

// What is not known of the API does not matter for the result: each simulator makes other choices, on one event log.
type Chosen = Pick<Switches, "groupOrder" | "incrementalDistinct" | "monthToDateAnchor" | "toInclusive">;
const choices: Chosen[] = (["A", "B"] as const).flatMap((incrementalDistinct) =>
  [true, false].flatMap((toInclusive) =>
    (["month", "range-start"] as const).flatMap((monthToDateAnchor) =>
      (["stable", "shuffled"] as const).map((groupOrder) => ({
        incrementalDistinct,
        toInclusive,
        monthToDateAnchor,
        groupOrder,
      })),
    ),
  ),
);
const { events } = createSimulator({ seed: 3, nowMs, days: historyDays, contexts: 14 });
const simulators: { simulator: Simulator; switches: Chosen }[] = choices.map((switches) => ({
  simulator: createSimulator({ seed: 3, nowMs, events, switches }),
  switches,
}));

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

const account = { events, nowMs, historyDays };

/** How the question is put, which does not matter either. */
interface Manner {
  readonly hasCache: boolean;
  /** Whether the server refuses ranges of more than a month. */
  readonly refusesLong: boolean;
  readonly concurrency: number;
}
const manner: fc.Arbitrary<Manner> = fc.record({
  hasCache: fc.boolean(),
  refusesLong: fc.boolean(),
  concurrency: fc.integer({ min: 1, max: 5 }),
});

describe("split, collect and merge give the same as one look at the event log", () => {
  test.each(cases)("$name", async (subject) => {
    const isByAge = subject.operation.granularity.mode === "age";
    const simulatorIndex = fc.nat({ max: simulators.length - 1 });
    await fc.assert(
      fc.asyncProperty(choiceFor(subject, account), simulatorIndex, manner, async (choice, index, how) => {
        const { simulator, switches } = simulators[index] ?? fail();
        const fetch = how.refusesLong ? refusingLong(subject.operation, simulator) : simulator.fetch;
        const usage = createUsageClient({ accessToken: "api-test", fetch });
        // The catalog's names are those of the types, and the choice is made from its facts.
        const id = subject.operation.operationId as SeriesOperationId;
        const parameters = parametersFor(subject, choice) as ParametersOf<typeof id>;
        const cache = how.hasCache ? new Map<string, Uint8Array>() : undefined;
        const collect = (): Promise<SeriesTable> =>
          collectSeries(usage, id, parameters, { nowMs, cache, concurrency: how.concurrency });
        const table = await collect();
        const question = questionFor(subject, choice, switches.incrementalDistinct);
        const truth = asText(truthOf(account.events, question));
        // As text: comparing tens of thousands of members one by one takes longer than counting them.
        expect(asText(contents(table))).toBe(truth);
        if (how.hasCache) expect(asText(contents(await collect()))).toBe(truth);
      }),
      { numRuns: isByAge ? 40 : 12 },
    );
  });
});

/** The simulator as a server that takes no range of more than 31 days. */
function refusingLong(
  operation: OperationDescriptor,
  simulator: Simulator,
): (request: Request) => Promise<Response> {
  const [start, end] = [
    parameterWithRole(operation, "range-start"),
    parameterWithRole(operation, "range-end"),
  ];
  const longestMs = 31 * 86_400_000;
  return async (request) => {
    const { searchParams } = new URL(request.url);
    const unitMs = operation.timeUnit === "s" ? 1000 : 1;
    const [from, to] = [start, end].map(
      (parameter) => Number(searchParams.get(parameter?.name ?? "")) * unitMs,
    );
    if ((to ?? 0) - (from ?? 0) <= longestMs) return simulator.fetch(request);
    return Response.json({ code: "invalid_request", message: "date range too large" }, { status: 400 });
  };
}

function fail(): never {
  throw new Error("there is no such simulator");
}

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
