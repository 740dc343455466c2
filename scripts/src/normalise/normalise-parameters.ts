import { isObject, type Json, type JsonObject } from "../openapi/json.ts";
import { plainSchema } from "../openapi/plain-schema.ts";
import { cannotRead, leaveOut, type Normalising, resolve, upstreamErred, without } from "./normalising.ts";

/** The parameters in path and query, those of the path first, each with a flat schema in place. */
export function normaliseParameters(
  normalising: Normalising,
  path: string,
  lists: readonly (Json | undefined)[],
): JsonObject[] {
  const place = `GET ${path}`;
  const byKey = new Map<string, JsonObject>();
  for (const list of lists) {
    const own = new Set<string>();
    for (const value of listOf(list, place)) {
      const parameter = resolve(normalising, value, `${place}, a parameter`);
      const { name, in: where } = parameter;
      if (typeof name !== "string" || typeof where !== "string") {
        throw cannotRead(place, "a parameter has no name, or does not say where it is", upstreamErred);
      }
      const key = JSON.stringify([where, name]);
      if (own.has(key)) throw cannotRead(`${place}, parameter ${name}`, "it is given twice", upstreamErred);
      own.add(key);
      // The operation's own takes the place of the path's.
      byKey.set(key, parameter);
    }
  }
  const kept = [...byKey.values()].filter((parameter) => isKept(normalising, parameter, path));
  checkNames(kept, place);
  return kept.map((parameter) =>
    normaliseParameter(normalising, parameter, `${place}, parameter ${String(parameter["name"])}`),
  );
}

// By the standard, these headers are described elsewhere and their parameters mean nothing.
const describedElsewhere = ["accept", "content-type", "authorization"];

function isKept(normalising: Normalising, parameter: JsonObject, path: string): boolean {
  const { name, in: where } = parameter;
  if (where === "query") return true;
  const place = `GET ${path}, parameter ${String(name)}`;
  if (where === "path") {
    if (path.includes(`{${String(name)}}`)) return true;
    leaveOut(normalising, place, "it is left out: the path has no place for it");
    return false;
  }
  if (where !== "header" && where !== "cookie") {
    throw cannotRead(place, `it is in ${JSON.stringify(where)}, which is not known`, upstreamErred);
  }
  if (where === "cookie" || !describedElsewhere.includes(String(name).toLowerCase())) {
    leaveOut(normalising, place, "it is left out: the client sends its own headers, and no cookies");
  }
  return false;
}

function checkNames(parameters: readonly JsonObject[], place: string): void {
  const names = new Set<unknown>();
  for (const { name } of parameters) {
    if (names.has(name)) {
      throw cannotRead(
        `${place}, parameter ${String(name)}`,
        "path and query both have a parameter of that name",
        "Callers give all parameters in one object; teach the generators to tell them apart",
      );
    }
    names.add(name);
  }
}

function normaliseParameter(normalising: Normalising, parameter: JsonObject, place: string): JsonObject {
  const plain = plainSchema(normalising.root, schemaOf(parameter, normalising, place), place);
  const example = exampleOf(normalising, parameter, plain, place);
  return {
    ...without(parameter, ["content", "examples", "x-ldusage"]),
    // A path without one of its parts would be another path.
    ...(parameter["in"] === "path" ? { required: true } : {}),
    ...(parameter["description"] !== undefined && typeof parameter["description"] !== "string"
      ? { description: String(parameter["description"]) }
      : {}),
    ...(example === undefined ? {} : { example }),
    schema: plain["type"] === "array" ? listSchema(normalising, plain, place) : single(plain, place),
  };
}

function listSchema({ root }: Normalising, plain: JsonObject, place: string): JsonObject {
  const items = plainSchema(root, plain["items"], place);
  if (items["type"] === "array") {
    throw cannotRead(
      place,
      "it is a list of lists, which a query cannot hold",
      "Nothing here sends such a value",
    );
  }
  return { ...plain, items: single(items, place) };
}

function single(schema: JsonObject, place: string): JsonObject {
  if (schema["type"] !== "object" && schema["oneOf"] === undefined && schema["properties"] === undefined) {
    return schema;
  }
  throw cannotRead(
    place,
    schema["oneOf"] === undefined ? "it is an object" : "it is one of several things of different kinds",
    "Parameters are sent as text; teach scripts/src/normalise what its text is",
  );
}

/** The schema of the parameter, also where it is given as content: as text, or as JSON that looks like text. */
function schemaOf(parameter: JsonObject, { root }: Normalising, place: string): Json | undefined {
  const { schema, content } = parameter;
  if (schema !== undefined || content === undefined) return schema;
  const [[type, media] = [undefined, undefined], ...others] = Object.entries(
    isObject(content) ? content : {},
  );
  if (type === undefined || others.length > 0 || !isObject(media)) {
    throw cannotRead(place, "its content is not of exactly one media type", upstreamErred);
  }
  const plain = plainSchema(root, media["schema"], place);
  if (/^text\/plain\b/i.test(type) || ["integer", "number", "boolean"].includes(String(plain["type"]))) {
    return plain;
  }
  throw cannotRead(
    place,
    `its value is sent as ${JSON.stringify(type)}`,
    "Parameters are sent as text; teach scripts/src/normalise what its text is",
  );
}

function exampleOf(
  normalising: Normalising,
  parameter: JsonObject,
  plain: JsonObject,
  place: string,
): Json | undefined {
  if (parameter["example"] !== undefined) return parameter["example"];
  const [named] = Object.values(isObject(parameter["examples"]) ? parameter["examples"] : {});
  if (named !== undefined) return resolve(normalising, named, place)["value"];
  return plain["example"] ?? (Array.isArray(plain["examples"]) ? plain["examples"][0] : undefined);
}

function listOf(value: Json | undefined, place: string): readonly Json[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw cannotRead(place, "its parameters are not a list", upstreamErred);
}
