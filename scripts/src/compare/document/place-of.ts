import { isObject, type JsonObject } from "../../openapi/json.ts";
import { readPointer } from "./separate-prose.ts";

/** Where in a document something is, for readers. */
export interface Place {
  /** Path of the operation that it belongs to; `undefined` where it is shared. */
  readonly path: string | undefined;
  /** For a shared schema `SeriesListRep.series[].*`, for an operation `responses.400.headers`; empty for the whole. */
  readonly label: string;
}

export function placeOf(pointer: string, document: JsonObject): Place {
  const keys = readPointer(pointer);
  const [root, second, third] = keys;
  if (root === "paths" && second !== undefined) {
    return {
      path: second,
      label: labelOf(keys.slice(third === "get" ? 3 : 2), operationAt(document, second)),
    };
  }
  if (root === "components" && second === "schemas" && third !== undefined) {
    return { path: undefined, label: `${third}${schemaLabel(keys.slice(3))}` };
  }
  return { path: undefined, label: keys.join(".") };
}

function labelOf(keys: readonly string[], operation: unknown): string {
  const [first, second, ...rest] = keys;
  if (first !== "parameters" || second === undefined) return keys.join(".");
  const parameter: unknown = valueAt(operation, ["parameters", second]);
  const name = isObject(parameter) ? parameter["name"] : undefined;
  return [first, typeof name === "string" ? name : second, ...rest].join(".");
}

function operationAt(document: JsonObject, path: string): unknown {
  return valueAt(document, ["paths", path, "get"]);
}

function schemaLabel(keys: readonly string[]): string {
  const [first, second, ...rest] = keys;
  if (first === undefined) return "";
  if (first === "properties" && second !== undefined) return `.${second}${schemaLabel(rest)}`;
  const more = schemaLabel(keys.slice(1));
  if (first === "items") return `[]${more}`;
  return first === "additionalProperties" ? `.*${more}` : `.${first}${more}`;
}

/** What is in a document under some keys; `undefined` where nothing is. */
export function valueAt(value: unknown, keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}
