import { SpecError } from "./document.ts";
import { isObject, type Json, type JsonObject, sameJson } from "./json.ts";
import { lookUp, tokensOf } from "./pointer.ts";

/**
 * A schema as one flat object: references are followed, `allOf` is merged, an alternative of one is taken for what it
 * is, and that a value may also be null is left out. Only the schema itself is flat, not what it holds.
 *
 * Several alternatives that cannot be told as one schema stay in `oneOf`.
 *
 * @throws SpecError when the schema is made of itself.
 */
export function plainSchema(document: unknown, schema: unknown, place: string): JsonObject {
  return flatten({ document, place, open: [] }, schema);
}

interface Flattening {
  readonly document: unknown;
  readonly place: string;
  /** Schemas that are made of the one at hand. */
  readonly open: readonly unknown[];
}

function flatten(flattening: Flattening, schema: unknown): JsonObject {
  if (!isObject(schema)) return {};
  const { document, place, open } = flattening;
  if (open.includes(schema)) {
    throw new SpecError("normalise", place, "its schema is made of itself", "Upstream must repair it");
  }
  const inner = { document, place, open: [...open, schema] };
  const { $ref: reference, allOf, anyOf, oneOf, ...own } = schema;
  return mergeSchemas([
    ...(typeof reference === "string" ? [flatten(inner, targetOf(flattening, reference))] : []),
    ...(Array.isArray(allOf) ? allOf.map((part) => flatten(inner, part)) : []),
    ...[anyOf, oneOf].map((alternatives) =>
      Array.isArray(alternatives)
        ? flattenAlternatives(alternatives.map((part) => flatten(inner, part)))
        : {},
    ),
    tidy(own),
  ]);
}

function targetOf({ document, place }: Flattening, reference: string): unknown {
  const tokens = tokensOf(reference);
  const target = tokens === undefined ? undefined : lookUp(document, tokens);
  if (target !== undefined) return target;
  throw new SpecError("normalise", place, `the reference ${JSON.stringify(reference)} points nowhere`);
}

/** One type, values as an `enum`, and no word of null. */
function tidy(schema: JsonObject): JsonObject {
  const { nullable: _nullable, const: constant, ...tidied } = schema;
  const type = tidyType(schema["type"]);
  const values = constant === undefined ? schema["enum"] : [constant];
  return {
    ...tidied,
    ...(type === undefined ? {} : { type }),
    ...(Array.isArray(values) && type !== "null" ? { enum: values.filter((value) => value !== null) } : {}),
  };
}

// "A value or a list of values" is a list: one value is sent as a list of one. Of others, text holds them all.
function tidyType(type: Json | undefined): Json | undefined {
  if (!Array.isArray(type)) return type;
  const types = type.filter((name) => name !== "null");
  if (types.length < 2) return types[0] ?? "null";
  return ["array", "string", "number"].find((name) => types.includes(name)) ?? "string";
}

function flattenAlternatives(alternatives: readonly JsonObject[]): JsonObject {
  const real = alternatives.filter((schema) => !isNull(schema));
  const [first = {}, second] = real;
  if (real.length < 2) return first;
  const list = real.find((schema) => schema["type"] === "array");
  if (list !== undefined && second !== undefined && real.length === 2) {
    const single = first === list ? second : first;
    const item = isObject(list["items"]) ? tidy(list["items"]) : {};
    if (single["type"] === item["type"]) return list;
  }
  const types = new Set(real.map((schema) => schema["type"]));
  if (types.size > 1 || types.has("object") || types.has("array") || types.has(undefined)) {
    return { oneOf: real };
  }
  const values = real.map((schema) => schema["enum"]);
  if (!values.every((list) => Array.isArray(list))) return { type: first["type"] ?? "string" };
  return { type: first["type"] ?? "string", enum: [...new Set(values.flat())] };
}

function isNull(schema: JsonObject): boolean {
  const values = schema["enum"];
  return schema["type"] === "null" || (Array.isArray(values) && values.length === 0);
}

/** What holds for all of the schemas together; of words about them, those of the last. */
function mergeSchemas(schemas: readonly JsonObject[]): JsonObject {
  const merged = new Map<string, Json>();
  for (const [member, value] of schemas.flatMap(Object.entries<Json>)) {
    const known = merged.get(member);
    merged.set(member, known === undefined ? value : mergeMember(member, known, value));
  }
  return Object.fromEntries(merged);
}

function mergeMember(member: string, known: Json, value: Json): Json {
  if (member === "properties" && isObject(known) && isObject(value)) return { ...known, ...value };
  if (!Array.isArray(known) || !Array.isArray(value)) return value;
  if (member === "required") return [...new Set([...known, ...value])];
  if (member === "enum") return known.filter((item) => value.some((other) => sameJson(item, other)));
  return value;
}
