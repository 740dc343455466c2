import { SpecError } from "../openapi/document.ts";
import { isObject } from "../openapi/json.ts";
import { type DerivedParameter, supportedGranularities, textFact } from "./derive-parameter.ts";
import type { Reading } from "./rule.ts";
import { kebab } from "./sentences.ts";

const known = ["minutely", "hourly", "daily", "weekly", "monthly"];

/** How the bucket width is decided: by a parameter, by the age of the data, always the same, or not at all. */
export function deriveGranularity(
  derived: readonly DerivedParameter[],
  reading: Reading,
  place: string,
): Record<string, unknown> {
  const parameter = derived.find(({ role }) => role === "bucket-width");
  if (parameter !== undefined) {
    const values = granularityValues(parameter, place);
    const fallback = parameter.default ?? null;
    if (fallback !== null && !values.includes(fallback)) {
      throw new SpecError("derive", place, `the default granularity "${fallback}" is not one of its values`);
    }
    return { mode: "parameter", values, default: fallback };
  }
  const steps = reading.facts.get("ageSteps");
  if (Array.isArray(steps)) return { mode: "age", steps: checkedSteps(steps, place) };
  const fixed = textFact(reading, "fixedGranularity");
  if (fixed === undefined) return { mode: "none" };
  return { mode: "fixed", value: checked(fixed, place), source: "documented" };
}

/** The values of the aggregation parameter, each with the granularities that it may be combined with. */
export function deriveAggregations(
  derived: readonly DerivedParameter[],
  reading: Reading,
  place: string,
): readonly Record<string, unknown>[] {
  const parameter = derived.find(({ role }) => role === "aggregation");
  if (parameter === undefined) return [];
  const granularity = derived.find(({ role }) => role === "bucket-width");
  const fixed = textFact(reading, "fixedGranularity");
  return (parameter.values ?? []).map((value) => ({
    value,
    ...aggregationKind(value),
    granularities:
      granularity === undefined
        ? fixed === undefined
          ? []
          : [fixed]
        : allowedWith(value, granularity, place),
    isDefault: value === parameter.default,
  }));
}

function granularityValues(parameter: DerivedParameter, place: string): string[] {
  const values = parameter.values ?? [];
  if (values.length === 0) throw new SpecError("derive", place, "the granularity parameter lists no values");
  return values
    .map((value) => checked(value, place))
    .sort((left, right) => known.indexOf(left) - known.indexOf(right));
}

function allowedWith(aggregation: string, granularity: DerivedParameter, place: string): string[] {
  const statements = supportedGranularities(granularity.reading);
  const values = granularityValues(granularity, place);
  if (statements.length > 0) {
    const own = statements.find(({ aggregations }) => aggregations.includes(aggregation));
    if (own === undefined) {
      throw new SpecError("derive", place, `nothing says which granularities "${aggregation}" supports`);
    }
    return values.filter((value) => own.granularities.includes(value));
  }
  const restricted = listOfObjects(granularity.reading.facts.get("restricted"));
  return values.filter((value) =>
    restricted.every((rule) => rule["granularity"] !== value || rule["aggregation"] === aggregation),
  );
}

function aggregationKind(value: string): { kind: string; windowDays?: number } {
  const name = kebab(value);
  const rolling = /^rolling-(\d+)-?d(?:ays?)?$/.exec(name);
  if (rolling !== null) return { kind: "rolling", windowDays: Number(rolling[1]) };
  if (name === "month-to-date") return { kind: "month-to-date" };
  return { kind: /\bincremental\b/.test(name) ? "incremental" : "unknown" };
}

/** Age limits that rise, and a granularity for everything older: anything else was not understood. */
function checkedSteps(steps: readonly unknown[], place: string): readonly unknown[] {
  const limits = listOfObjects(steps).map((step) => step["withinMs"] ?? Number.POSITIVE_INFINITY);
  const rises = limits.every((limit, index) => index === 0 || Number(limits[index - 1]) < Number(limit));
  if (rises && limits.at(-1) === Number.POSITIVE_INFINITY) return steps;
  throw new SpecError(
    "derive",
    place,
    `the granularity by age is not understood: read ${JSON.stringify(steps)}`,
  );
}

function checked(granularity: string, place: string): string {
  if (known.includes(granularity)) return granularity;
  throw new SpecError("derive", place, `the granularity "${granularity}" is none of ${known.join(", ")}`);
}

function listOfObjects(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
