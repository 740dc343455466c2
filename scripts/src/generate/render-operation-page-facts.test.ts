import type { OperationDescriptor } from "@ldusage/types/catalog";
import { expect, test } from "vitest";
import { describeWidgets, service } from "./fixtures/widgets.ts";
import { renderOperationPages } from "./render-operation-pages.ts";

/** The values of members that have few, by the end of where they are. */
const choices: Readonly<Record<string, readonly unknown[]>> = {
  additiveAcrossGroups: ["yes", "no", "unknown", "not-grouped"],
  additiveOverTime: ["always", "incremental-only", "never"],
  "aggregations.kind": ["month-to-date", "incremental", "rolling", "unknown"],
  contextKinds: ["primary", "any"],
  "fixedAggregation.kind": ["month-to-date", "incremental", "rolling", "unknown"],
  form: ["key", "id"],
  measure: ["distinct", "distinct-pairs", "counter", "gauge", "list", "unknown"],
  place: ["path", "query"],
  "response.values": ["integer", "number"],
  role: [
    ...["range-start", "range-end", "time-zone", "filter", "group-by", "aggregation", "bucket-width"],
    "unknown",
  ],
  sdkSide: ["client", "server", "any"],
  source: ["documented", "assumed"],
  timeUnit: ["ms", "s"],
  timeUnitSource: ["documented", "assumed"],
};

/** What may be there where nothing is, and the other way round. */
const optional: Readonly<Record<string, unknown>> = {
  defaultFrom: { kind: "month-start" },
  fixedAggregation: { kind: "rolling", windowDays: 7 },
  "granularity.default": "daily",
  groupBy: { parameter: "by", values: [], alwaysIncluded: [] },
  "groupBy.parameter": "by",
  lookBackDays: 60,
  maxRangeDays: 90,
  pairDimension: "shape",
  "steps.withinMs": 7_200_000,
  unit: "widgets",
};

/** Members that decide what the others are: the forms below differ in them. */
const forming = ["defaultFrom.kind", "granularity.mode", "response.kind"];

const widgets = describeWidgets();
const base = widgets.descriptor;
const pageOf = (descriptor: OperationDescriptor): string =>
  renderOperationPages([{ ...widgets, descriptor }], service)[1]?.text ?? "";

/** Operations of every form that facts can have. */
const forms: Readonly<Record<string, OperationDescriptor>> = {
  "a choice of granularities": base,
  "granularity by age": {
    ...base,
    granularity: {
      mode: "age",
      steps: [
        { granularity: "hourly", withinMs: 172_800_000 },
        { granularity: "daily", withinMs: null },
      ],
    },
    aggregations: [],
    groupBy: {
      parameter: null,
      values: [{ value: "line", dimension: "line-key", form: "key" }],
      alwaysIncluded: [],
    },
    measure: "gauge",
    pairDimension: null,
  },
  "granularity by age, of a chosen aggregation": {
    ...base,
    granularity: { mode: "age", steps: [{ granularity: "daily", withinMs: null }] },
  },
  "one granularity": {
    ...base,
    granularity: { mode: "fixed", value: "daily", source: "assumed" },
    aggregations: [],
    fixedAggregation: { kind: "rolling", windowDays: 30 },
    defaultFrom: { kind: "month-start" },
  },
  "a list": {
    ...base,
    granularity: { mode: "none" },
    aggregations: [],
    groupBy: null,
    measure: "list",
    unit: null,
    pairDimension: null,
    lookBackDays: 60,
    response: {
      kind: "list",
      schema: "WidgetList",
      property: "widgets",
      items: [{ name: "line", dimension: "line-key" }],
    },
  },
  "a list of texts": {
    ...base,
    granularity: { mode: "none" },
    aggregations: [],
    response: { kind: "list", schema: "WidgetList", property: "widgets", items: "line-key" },
  },
};

interface Change {
  readonly place: readonly (string | number)[];
  readonly value: unknown;
}

function entryOf<Value>(entries: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.entries(entries).find(([end]) => name === end || name.endsWith(`.${end}`))?.[1];
}

/** Every way to change one fact, with its place. */
function changesOf(value: unknown, place: Change["place"] = []): Change[] {
  const name = place.filter((part) => typeof part === "string").join(".");
  if (forming.includes(name)) return [];
  const to = (...values: unknown[]): Change[] => values.map((changed) => ({ place, value: changed }));
  const other = entryOf(optional, name);
  if (value === null && other !== undefined) return to(other);
  const gone = other === undefined ? [] : to(null);
  if (Array.isArray(value)) {
    const shorter = value.length === 0 ? [] : to(value.slice(0, -1));
    return [...gone, ...shorter, ...value.flatMap((item, index) => changesOf(item, [...place, index]))];
  }
  if (typeof value === "object" && value !== null) {
    return [...gone, ...Object.entries(value).flatMap(([key, item]) => changesOf(item, [...place, key]))];
  }
  const alternatives = entryOf(choices, name)?.filter((choice) => choice !== value);
  if (alternatives !== undefined) return to(...alternatives);
  if (typeof value === "boolean") return to(!value);
  if (typeof value === "number") return [...gone, ...to(value * 2)];
  if (typeof value === "string") return [...gone, ...to(`${value}x`)];
  throw new Error(`nothing says what else ${place.join(".")} may be`);
}

function withChange(descriptor: OperationDescriptor, { place, value }: Change): OperationDescriptor {
  const copy = structuredClone(descriptor);
  const target = place.slice(0, -1).reduce<object>((object, key) => Reflect.get(object, key), copy);
  Reflect.set(target, place.at(-1) ?? "", value);
  return copy;
}

test.each(Object.entries(forms))("no fact of %s can change without its page", (_name, descriptor) => {
  const page = pageOf(descriptor);
  const changes = changesOf(descriptor);
  expect(changes.length).toBeGreaterThan(80);
  const unseen = changes.filter((change) => pageOf(withChange(descriptor, change)) === page);
  expect(unseen.map(({ place, value }) => `${place.join(".")} = ${JSON.stringify(value)}`)).toEqual([]);
});

test("no fact is out of sight of the test above", () => {
  const seen = Object.values(forms).flatMap((descriptor) =>
    changesOf(descriptor).map(({ place }) => place[0]),
  );
  expect(new Set([...seen, "granularity", "defaultFrom"])).toEqual(new Set(Object.keys(base)));
});
