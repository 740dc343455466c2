import type { ParameterObject, SchemaObject } from "../openapi/document.ts";
import { SpecError } from "../openapi/document.ts";
import { isObject } from "../openapi/json.ts";
import { agree } from "./agree.ts";
import { parameterRules } from "./parameter-rules.ts";
import { itemSchema, readStructure, typedValue } from "./read-structure.ts";
import { type Reading, readProse } from "./rule.ts";
import { kebab } from "./sentences.ts";

/** A parameter with what its description and its schema say, before it is put in relation to its siblings. */
export interface DerivedParameter {
  readonly parameter: ParameterObject;
  readonly reading: Reading;
  readonly role: string;
  readonly repeatable: boolean;
  /** Several values are one text, with something between them. Callers write that text. */
  readonly isJoined: boolean;
  readonly values: readonly string[] | undefined;
  readonly default: string | undefined;
  readonly dimension: string | undefined;
  /** Facts that the schema states and the description tells. */
  readonly toldTwice: readonly string[];
}

/** Reads the facts of one parameter from its description and from what its schema already states. */
export function deriveParameter(parameter: ParameterObject, place: string): DerivedParameter {
  const reading = readProse(parameter.description ?? "", parameterRules, place);
  const structure = readStructure(parameter, place);
  const told = { repeatable: toldRepeatable(reading), values: listedIn(reading) };
  const agreed = agree({ fact: "repeatable", told: told.repeatable, stated: structure.repeatable }, place);
  // "One or more" says that there may be several values, and not whether they are sent one by one.
  const repeatable = agreed ?? reading.facts.get("several") === true;
  const isJoined = agreed === false;
  const values = agree({ fact: "values", told: told.values, stated: structure.values }, place);
  const toldDefault = textFact(reading, "default") ?? spokenDefault(reading, values, place);
  const role = textFact(reading, "role") ?? (parameter.in === "path" ? "filter" : "unknown");
  return {
    parameter,
    reading,
    role,
    repeatable,
    isJoined,
    // What one value may be says nothing of a text that holds several.
    values: isJoined ? undefined : values,
    default: agree({ fact: "default", told: toldDefault, stated: structure.default }, place),
    dimension: role === "filter" ? kebab(textFact(reading, "noun") ?? parameter.name) : undefined,
    toldTwice: Object.entries({ ...told, default: toldDefault }).flatMap(([fact, value]) =>
      value === undefined || Reflect.get(structure, fact) === undefined ? [] : [fact],
    ),
  };
}

/** Whether the description says that there may be several values, as one pair each or, `false`, as one text. */
function toldRepeatable(reading: Reading): boolean | undefined {
  if (reading.facts.get("repeatable") === true) return true;
  return reading.facts.get("joined") === true ? false : undefined;
}

/** The schema that states as structure what the description only tells. */
export function schemaFor(derived: DerivedParameter): SchemaObject {
  const { parameter, repeatable, values, default: fallback } = derived;
  if (derived.isJoined) return { type: "string" };
  const { default: _default, ...stated } = itemSchema(parameter);
  const listed = values?.map((value) => typedValue(value, stated.type));
  const item: SchemaObject = {
    ...stated,
    // On the wire, and in every client that is made from the result, a yes or no is one of two texts.
    ...(stated.type === "boolean" ? { type: "string" } : {}),
    ...(listed === undefined ? {} : { enum: listed }),
    ...(fallback === undefined || repeatable ? {} : { default: typedValue(fallback, stated.type) }),
  };
  if (!repeatable) return item;
  const { items: _items, default: _listDefault, ...list } = parameter.schema ?? {};
  return { ...(list.type === "array" ? list : {}), type: "array", items: item };
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
