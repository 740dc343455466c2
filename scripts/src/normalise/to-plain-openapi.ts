import { type Holding, holdingOf, type Kind } from "../openapi/grammar.ts";
import { isObject, type Json, type JsonObject } from "../openapi/json.ts";
import { leaveOut, type Normalising, without } from "./normalising.ts";
import { wordsOnly } from "./schema-words.ts";

/** The version that everything after this stage is written in, whatever upstream writes. */
const plainVersion = "3.0.3";

/**
 * A document of OpenAPI 3.0 in which every schema is written in one way: wrappers around a single schema are taken
 * off, `null` is said by `nullable` alone, and what only OpenAPI 3.1 has words for is said in those of 3.0. The same
 * meaning gives the same document. References are not followed, so that schemas that hold themselves do no harm.
 */
export function toPlainOpenApi(normalising: Normalising, document: JsonObject): JsonObject {
  const { paths, components, info, ...others } = document;
  return {
    ...without(others, ["jsonSchemaDialect", "webhooks"]),
    openapi: plainVersion,
    ...(isObject(info) ? { info: without(info, ["summary"]) } : {}),
    paths: mapValues(paths, (item, path) => plainPart(normalising, "pathItem", item, path)),
    components: {
      ...(isObject(components) ? components : {}),
      schemas: mapValues(isObject(components) ? components["schemas"] : {}, (schema, name) =>
        plainPart(normalising, "schema", schema, `schema ${name}`),
      ),
    },
  };
}

function mapValues(values: Json | undefined, change: (value: Json, name: string) => Json): JsonObject {
  return Object.fromEntries(
    Object.entries(isObject(values) ? values : {}).map(([name, value]) => [name, change(value, name)]),
  );
}

/** A part of a document with all schemas in it plain. What it holds comes first. */
function plainPart(normalising: Normalising, kind: Kind, part: Json, place: string): Json {
  if (kind === "schema" && typeof part === "boolean") return part ? {} : { not: {} };
  if (!isObject(part)) return part;
  const held = Object.fromEntries(
    Object.entries(part).map(([member, value]): [string, Json] => [
      member,
      plainMember(normalising, holdingOf(kind, member), value, `${place}, ${member}`),
    ]),
  );
  return kind === "schema" ? plainSchemaObject(normalising, held, place) : held;
}

function plainMember(
  normalising: Normalising,
  holding: Holding | undefined,
  value: Json,
  place: string,
): Json {
  if (holding === undefined) return value;
  const { kind, form } = holding;
  if (form === "list") {
    if (!Array.isArray(value)) return value;
    return value.map((item: Json) => plainPart(normalising, kind, item, place));
  }
  if (form === "map") {
    if (!isObject(value)) return value;
    return mapValues(value, (item, name) => plainPart(normalising, kind, item, `${place} ${name}`));
  }
  // Of all members that hold a schema, this one may say yes or no in OpenAPI 3.0 as well.
  if (typeof value === "boolean" && place.endsWith(", additionalProperties")) return value;
  return plainPart(normalising, kind, value, place);
}

// Words of OpenAPI 3.1 that have no match in 3.0.
const untranslatable = [
  ...["$defs", "$schema", "$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$comment"],
  ...[
    "if",
    "then",
    "else",
    "dependentSchemas",
    "dependentRequired",
    "prefixItems",
    "contains",
    "minContains",
  ],
  ...["maxContains", "patternProperties", "propertyNames", "unevaluatedItems", "unevaluatedProperties"],
  ...["contentEncoding", "contentMediaType", "contentSchema"],
];

function plainSchemaObject(normalising: Normalising, schema: JsonObject, place: string): JsonObject {
  const odd = Object.keys(schema).filter((member) => untranslatable.includes(member));
  for (const member of odd) {
    leaveOut(normalising, place, `the word "${member}" is left out: OpenAPI 3.0 has none for it`);
  }
  const translated = [withBounds, withExample, withValues, withType, withoutNullBranch, unwrapped];
  return withoutIdleNull(translated.reduce((changed, step) => step(changed), without(schema, odd)));
}

/** A bound that is not reached itself is a number in OpenAPI 3.1, and a mark beside the bound in 3.0. */
function withBounds(schema: JsonObject): JsonObject {
  const bounds = [
    ["exclusiveMinimum", "minimum", Math.max],
    ["exclusiveMaximum", "maximum", Math.min],
  ] as const;
  return bounds.reduce<JsonObject>((changed, [exclusive, inclusive, tighter]) => {
    const { [exclusive]: bound, [inclusive]: other, ...others } = changed;
    if (typeof bound !== "number") return changed;
    if (typeof other === "number" && other !== bound && tighter(bound, other) === other) {
      return { ...others, [inclusive]: other };
    }
    return { ...others, [inclusive]: bound, [exclusive]: true };
  }, schema);
}

function withExample(schema: JsonObject): JsonObject {
  const { examples, ...others } = schema;
  if (!Array.isArray(examples)) return schema;
  const [first]: readonly Json[] = examples;
  return first === undefined ? others : { example: first, ...others };
}

function withValues(schema: JsonObject): JsonObject {
  const { const: constant, ...others } = schema;
  return constant === undefined ? schema : { ...others, enum: [constant] };
}

function withType(schema: JsonObject): JsonObject {
  const { type, ...others } = schema;
  const types: readonly Json[] = Array.isArray(type) ? type : type === "null" ? [type] : [];
  if (types.length === 0) return schema;
  const real = types.filter((name) => name !== "null");
  const [only, second] = real;
  if (only === undefined) return { ...others, enum: [null], nullable: true };
  const nullable = real.length < types.length ? { nullable: true } : {};
  if (second === undefined) return { ...others, type: only, ...nullable };
  const alternatives = { anyOf: real.map((name) => ({ type: name })) };
  const { anyOf, allOf, ...rest } = others;
  if (anyOf === undefined) return { ...others, ...alternatives, ...nullable };
  return { ...rest, allOf: [...(Array.isArray(allOf) ? allOf : []), { anyOf }, alternatives], ...nullable };
}

/** Alternatives without the one that is `null`. */
function withoutNullBranch(schema: JsonObject): JsonObject {
  return ["anyOf", "oneOf"].reduce<JsonObject>((changed, member) => {
    const { [member]: branches, ...others } = changed;
    if (!Array.isArray(branches)) return changed;
    const real = branches.filter((branch: Json) => !isNull(branch));
    if (real.length === branches.length || real.length === 0) return changed;
    return { ...others, [member]: real, nullable: true };
  }, schema);
}

function isNull(schema: Json): boolean {
  if (!isObject(schema) || schema["nullable"] !== true) return false;
  const values = schema["enum"];
  return Array.isArray(values) && values.length > 0 && values.every((value: Json) => value === null);
}

/** What a schema combines, where that is a single schema, and what is written beside it says nothing else. */
function unwrapped(schema: JsonObject): JsonObject {
  const combiners = ["allOf", "anyOf", "oneOf"].filter((member) => schema[member] !== undefined);
  const [combiner] = combiners;
  if (combiner === undefined || combiners.length > 1) return withWrappedReference(schema);
  const { [combiner]: branches, ...beside } = schema;
  const [only, second]: readonly Json[] = Array.isArray(branches) ? branches : [];
  if (!isObject(only) || second !== undefined) return schema;
  const nullable = only["nullable"] === true || beside["nullable"] === true ? { nullable: true } : {};
  const [inner, outer] = [without(only, ["nullable"]), without(beside, ["nullable"])];
  const clash = Object.keys(outer).some((member) => Object.hasOwn(inner, member) && !wordsOnly(member));
  // The branch of a wrapper that was taken off may be one itself.
  if (clash) return { allOf: [inner], ...outer, ...nullable };
  return withWrappedReference({ ...inner, ...outer, ...nullable });
}

/** Nothing may stand beside a reference in OpenAPI 3.0. */
function withWrappedReference(schema: JsonObject): JsonObject {
  const { $ref: reference, ...beside } = schema;
  if (reference === undefined || Object.keys(withoutIdleNull(beside)).length === 0) return schema;
  return { allOf: [{ $ref: reference }], ...beside };
}

function withoutIdleNull(schema: JsonObject): JsonObject {
  return schema["nullable"] === false ? without(schema, ["nullable"]) : schema;
}
