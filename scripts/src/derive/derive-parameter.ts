import type { ParameterObject, SchemaObject } from "../openapi/document.ts";
import { SpecError } from "../openapi/document.ts";
import { isObject } from "../openapi/json.ts";
import { parameterRules } from "./parameter-rules.ts";
import { type Reading, readProse } from "./rule.ts";
import { kebab } from "./sentences.ts";

/** A parameter with what its description says, before it is put in relation to its siblings. */
export interface DerivedParameter {
  readonly parameter: ParameterObject;
  readonly reading: Reading;
  readonly role: string;
  readonly repeatable: boolean;
  readonly values: readonly string[] | undefined;
  readonly default: string | undefined;
  readonly dimension: string | undefined;
}

/** Reads the facts of one parameter from its description and from what its schema already states. */
export function deriveParameter(parameter: ParameterObject, place: string): DerivedParameter {
  const reading = readProse(parameter.description ?? "", parameterRules, place);
  const stated = parameter.schema ?? {};
  const values = listedIn(reading) ?? stated.items?.enum ?? stated.enum;
  const role = textFact(reading, "role") ?? (parameter.in === "path" ? "filter" : "unknown");
  return {
    parameter,
    reading,
    role,
    repeatable: reading.facts.get("repeatable") === true || stated.type === "array",
    values,
    default: textFact(reading, "default") ?? spokenDefault(reading, values, place) ?? stated.default,
    dimension: role === "filter" ? kebab(textFact(reading, "noun") ?? parameter.name) : undefined,
  };
}

/** The schema that states as structure what the description only tells. */
export function schemaFor(derived: DerivedParameter): SchemaObject {
  const item: SchemaObject = {
    ...(derived.parameter.schema?.items ?? derived.parameter.schema),
    ...(derived.values === undefined ? {} : { enum: [...derived.values] }),
    ...(derived.default === undefined || derived.repeatable ? {} : { default: derived.default }),
  };
  return derived.repeatable ? { type: "array", items: item } : item;
}

// A granularity parameter may list its values only per aggregation: "month_to_date supports `daily` and `monthly`".
function listedIn(reading: Reading): readonly string[] | undefined {
  const values = [
    ...(textList(reading.facts.get("values")) ?? []),
    ...supportedGranularities(reading).flatMap(({ granularities }) => granularities),
  ];
  return values.length === 0 ? undefined : [...new Set(values)];
}

/** Which granularities each aggregation supports, where the description says so one by one. */
export function supportedGranularities(
  reading: Reading,
): { aggregations: readonly string[]; granularities: readonly string[] }[] {
  const statements = reading.facts.get("supports");
  return (Array.isArray(statements) ? statements.filter(isObject) : []).map((statement) => ({
    aggregations: textList(statement["aggregations"]) ?? [],
    granularities: textList(statement["granularities"]) ?? [],
  }));
}

// "Default is rolling 30-day" names a listed value in words: here `rolling_30d`.
function spokenDefault(
  reading: Reading,
  values: readonly string[] | undefined,
  place: string,
): string | undefined {
  const spoken = textFact(reading, "spokenDefault");
  if (spoken === undefined) return undefined;
  const letters = (text: string): string => text.toLowerCase().replace(/[^a-z\d]/g, "");
  const meant = values?.filter((value) => letters(spoken).startsWith(letters(value))) ?? [];
  if (meant.length === 1) return meant[0];
  throw new SpecError("derive", place, `the default "${spoken}" is not one of the valid values`);
}

export function textFact(reading: Reading, fact: string): string | undefined {
  const value = reading.facts.get(fact);
  return typeof value === "string" ? value : undefined;
}

function textList(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : undefined;
}
