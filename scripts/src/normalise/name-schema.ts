import { typeName } from "../generate/escape.ts";
import { isObject, type Json, type JsonObject } from "../openapi/json.ts";
import { referenceTo, tokensOf } from "../openapi/pointer.ts";
import { cannotRead, type Normalising, upstreamErred } from "./normalising.ts";
import { wordsOnly } from "./schema-words.ts";

/**
 * A reference to the schema of an answer. One that is written in place becomes a component named by its operation;
 * a wrapper that says nothing more is taken off, and so is that the answer may be null.
 */
export function nameSchema(
  { schemas }: Normalising,
  schema: Json,
  operationId: string,
  place: string,
): JsonObject {
  const unwrapped = unwrap(schema);
  const reference = isObject(unwrapped) ? unwrapped["$ref"] : undefined;
  if (typeof reference === "string") {
    const name = tokensOf(reference)?.[2] ?? "";
    if (!schemas.has(name))
      throw cannotRead(place, `${JSON.stringify(reference)} points nowhere`, upstreamErred);
    return { $ref: referenceTo(["components", "schemas", name]) };
  }
  const name = freeName(schemas, `${typeName(operationId)}Response`);
  schemas.set(name, withoutNull(unwrapped));
  return { $ref: referenceTo(["components", "schemas", name]) };
}

function unwrap(schema: Json): Json {
  if (!isObject(schema)) return schema;
  // An answer is never null.
  const telling = Object.entries(schema).filter(([member]) => !wordsOnly(member) && member !== "nullable");
  const [[member, held] = [undefined, undefined], ...others] = telling;
  if (others.length > 0) return schema;
  if (member === "$ref") return { $ref: held ?? "" };
  if (!Array.isArray(held) || !["allOf", "anyOf", "oneOf"].includes(String(member))) return schema;
  const real = held.filter((part) => !(isObject(part) && part["type"] === "null"));
  const [only] = real;
  return only === undefined || real.length > 1 ? schema : unwrap(only);
}

function withoutNull(schema: Json): Json {
  if (!isObject(schema)) return schema;
  const { nullable: _nullable, type, ...others } = schema;
  const types = Array.isArray(type) ? type.filter((name) => name !== "null") : [];
  const [only] = types;
  if (type === undefined) return others;
  return { ...others, type: types.length === 1 && only !== undefined ? only : type };
}

function freeName(schemas: ReadonlyMap<string, Json>, wanted: string): string {
  let name = wanted;
  for (let number = 2; schemas.has(name); number += 1) name = `${wanted}${number}`;
  return name;
}
