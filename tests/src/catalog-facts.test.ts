import { readFile } from "node:fs/promises";
import { catalog, type OperationDescriptor } from "@ldusage/types/catalog";
import { describe, expect, test } from "vitest";

// What is known of the operations, collected independently of the spec and its pipeline.
interface KnownParameter {
  readonly name: string;
  readonly repeatable?: boolean;
  readonly enum?: readonly string[];
  readonly default?: string;
  readonly constraint?: string;
}

interface KnownOperation {
  readonly operationId: string;
  readonly path: string;
  readonly pathParams: readonly KnownParameter[];
  readonly queryParams: readonly KnownParameter[];
  readonly time: { documentedUnit: string; recommendedWireUnit: string; defaultFrom: string } | null;
  readonly aggregation: { param: string; values: readonly string[]; default: string } | null;
  readonly granularity: { mode: string; values: readonly string[]; default?: string };
  readonly validAggregationGranularity: readonly (readonly [string, string])[];
  readonly groupBy: { param: string; values: readonly string[]; alwaysIncluded: readonly string[] } | null;
  readonly maxRangeDays: number | null;
  readonly responseSchema: string;
  readonly seriesValueType: string | null;
  readonly valueKind: string;
  readonly documentedStatuses: readonly number[];
  readonly deprecated: { seedTextDiscouragesUse: boolean; markedDeprecatedInPublishedClientsV22: boolean };
}

const fixture = new URL("../fixtures/operations.json", import.meta.url);
const known: readonly KnownOperation[] = JSON.parse(await readFile(fixture, "utf8"));

const measures: Readonly<Record<string, string>> = {
  "distinct-count": "distinct",
  "distinct-pair-count": "distinct-pairs",
  counter: "counter",
  "connection-gauge": "gauge",
  list: "list",
};

const defaultFrom: Readonly<Record<string, OperationDescriptor["defaultFrom"]>> = {
  "start of current month": { kind: "month-start" },
  "30 days ago": { kind: "ago", durationMs: 30 * 86_400_000 },
  "7 days ago": { kind: "ago", durationMs: 7 * 86_400_000 },
  "24 hours ago": { kind: "ago", durationMs: 86_400_000 },
};

test("the catalog holds all known operations; what upstream adds needs no line here", () => {
  expect(known).toHaveLength(23);
  expect(Object.keys(catalog)).toEqual(expect.arrayContaining(known.map(({ operationId }) => operationId)));
});

describe.each(known.map((operation) => [operation.operationId, operation] as const))("%s", (id, expected) => {
  const actual: OperationDescriptor = catalog[id as keyof typeof catalog]; // the test above compares the names

  test("path and parameters", () => {
    expect(actual.path).toBe(expected.path);
    const place = (name: string): string | undefined =>
      actual.parameters.find((one) => one.name === name)?.place;
    expect(actual.parameters.map(({ name }) => name)).toEqual(
      [...expected.pathParams, ...expected.queryParams].map(({ name }) => name),
    );
    expect(expected.pathParams.map(({ name }) => place(name))).toEqual(expected.pathParams.map(() => "path"));
    expect(expected.queryParams.map(({ name }) => place(name))).toEqual(
      expected.queryParams.map(() => "query"),
    );
    expect(actual.parameters.filter(({ required }) => required).map(({ name }) => name)).toEqual(
      expected.pathParams.map(({ name }) => name),
    );
  });

  test("repeatability", () => {
    const repeatable = actual.parameters.filter((one) => one.repeatable).map(({ name }) => name);
    expect(repeatable).toEqual(expected.queryParams.filter((one) => one.repeatable).map(({ name }) => name));
  });

  test("values and defaults of parameters", () => {
    for (const parameter of [...expected.pathParams, ...expected.queryParams]) {
      const own = actual.parameters.find(({ name }) => name === parameter.name);
      expect([...(own?.values ?? [])].sort(), parameter.name).toEqual([...(parameter.enum ?? [])].sort());
      const isTime = own?.role === "range-start" || own?.role === "range-end";
      if (!isTime) expect(own?.default, parameter.name).toBe(parameter.default);
    }
  });

  test("which parameter needs exactly one value of which other", () => {
    const constraints = actual.parameters.flatMap(({ name, requiresExactlyOne }) =>
      requiresExactlyOne === undefined
        ? []
        : [[name, `exactly one ${requiresExactlyOne} must be given with it`]],
    );
    expect(constraints).toEqual(
      expected.queryParams.flatMap(({ name, constraint }) =>
        constraint === undefined ? [] : [[name, constraint]],
      ),
    );
  });

  test("unit, its source and the default start", () => {
    expect(actual.timeUnit).toBe(expected.time?.recommendedWireUnit ?? null);
    const source = expected.time?.documentedUnit === "unstated" ? "assumed" : "documented";
    expect(actual.timeUnitSource).toBe(expected.time === null ? null : source);
    expect(actual.defaultFrom).toEqual(
      expected.time === null ? null : defaultFrom[expected.time.defaultFrom],
    );
  });

  test("aggregations, granularities and their pairs", () => {
    expect(actual.aggregations.map(({ value }) => value)).toEqual(expected.aggregation?.values ?? []);
    expect(actual.aggregations.find(({ isDefault }) => isDefault)?.value).toBe(expected.aggregation?.default);
    const pairs = actual.aggregations.flatMap(({ value, granularities }) =>
      granularities.map((granularity) => [value, granularity]),
    );
    expect(pairs).toEqual(expected.validAggregationGranularity);
    const modes: Readonly<Record<string, string>> = { "by-age": "age", unstated: "fixed" };
    expect(actual.granularity.mode).toBe(modes[expected.granularity.mode] ?? expected.granularity.mode);
    expect(granularitiesOf(actual)).toEqual(expected.granularity.values);
    if (actual.granularity.mode === "parameter") {
      expect(actual.granularity.default).toBe(expected.granularity.default);
    }
    if (actual.granularity.mode === "fixed") {
      const source = expected.granularity.mode === "unstated" ? "assumed" : "documented";
      expect(actual.granularity.source).toBe(source);
    }
  });

  test("group values", () => {
    const chosen = actual.groupBy?.parameter === null ? null : actual.groupBy;
    expect(chosen?.parameter).toBe(expected.groupBy?.param);
    expect(chosen?.values.map(({ value }) => value)).toEqual(expected.groupBy?.values);
    expect(chosen?.alwaysIncluded).toEqual(expected.groupBy?.alwaysIncluded);
  });

  test("range limit, statuses, response, measure and marks", () => {
    expect(actual.maxRangeDays).toBe(expected.maxRangeDays);
    expect(actual.statuses).toEqual(expected.documentedStatuses);
    expect(actual.response.schema).toBe(expected.responseSchema);
    expect(actual.response.kind === "series" ? actual.response.values : null).toBe(expected.seriesValueType);
    expect(actual.measure).toBe(measures[expected.valueKind]);
    expect(actual.retiring).toBe(expected.deprecated.seedTextDiscouragesUse);
    expect(actual.deprecated).toBe(expected.deprecated.markedDeprecatedInPublishedClientsV22);
  });
});

test("the granularity by age has the documented limits", () => {
  expect(catalog.getEvaluationsUsage.granularity).toEqual({
    mode: "age",
    steps: [
      { granularity: "minutely", withinMs: 2 * 3_600_000 },
      { granularity: "hourly", withinMs: 48 * 3_600_000 },
      { granularity: "daily", withinMs: null },
    ],
  });
});

function granularitiesOf({ granularity }: OperationDescriptor): readonly string[] {
  switch (granularity.mode) {
    case "parameter":
      return granularity.values;
    case "age":
      return granularity.steps.map((step) => step.granularity);
    case "fixed":
      return [granularity.value];
    case "none":
      return [];
  }
}
