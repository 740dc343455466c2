import { methods } from "../openapi/grammar.ts";
import { isObject, type JsonObject } from "../openapi/json.ts";
import { normaliseParameters } from "./normalise-parameters.ts";
import { normaliseResponses } from "./normalise-responses.ts";
import { cannotRead, leaveOut, type Normalising, resolve, upstreamErred, without } from "./normalising.ts";

const readable = ["get", "summary", "description", "servers", "parameters"];

/** The GET operation of a path, complete with what the path says for all of its operations. */
export function normalisePathItem(
  normalising: Normalising,
  path: string,
  value: unknown,
): JsonObject | undefined {
  const item = resolve(normalising, value, path);
  for (const member of Object.keys(item)) {
    if (readable.includes(member) || member.startsWith("x-")) continue;
    const place = methods.includes(member) ? `${member.toUpperCase()} ${path}${nameOf(item[member])}` : path;
    const problem = methods.includes(member)
      ? "the operation is left out: nothing here writes, only GET is read"
      : `the member ${JSON.stringify(member)} is not known and is left out`;
    leaveOut(normalising, place, problem);
  }
  return item["get"] === undefined ? undefined : normaliseOperation(normalising, path, item);
}

function nameOf(operation: unknown): string {
  const id = isObject(operation) ? operation["operationId"] : undefined;
  return typeof id === "string" ? `, ${JSON.stringify(id)}` : "";
}

function normaliseOperation(normalising: Normalising, path: string, item: JsonObject): JsonObject {
  const place = `GET ${path}`;
  const operation = item["get"];
  if (!isObject(operation)) throw cannotRead(place, "it is not an object", upstreamErred);
  if (typeof operation["operationId"] !== "string") {
    throw cannotRead(
      place,
      "it has no operationId",
      "Methods and types are named by it; upstream must give one",
    );
  }
  for (const member of ["requestBody", "callbacks"]) {
    if (operation[member] !== undefined)
      leaveOut(normalising, place, `it has a ${member.replace(/s$/, "")}, which is left out`);
  }
  if (operation["servers"] !== undefined || item["servers"] !== undefined) {
    leaveOut(normalising, place, "its own servers are left out: a region has one server for everything");
  }
  const parameters = normaliseParameters(normalising, path, [item["parameters"], operation["parameters"]]);
  return {
    ...textOf(item, place),
    ...without(operation, ["requestBody", "callbacks", "servers", "x-ldusage", "parameters"]),
    ...textOf(operation, place),
    ...(parameters.length === 0 ? {} : { parameters }),
    responses: normaliseResponses(normalising, operation, place),
  };
}

/** Summary and description. */
function textOf(value: JsonObject, place: string): JsonObject {
  const texts = Object.entries(value).filter(([member]) => member === "summary" || member === "description");
  const odd = texts.find(([, text]) => typeof text !== "string");
  if (odd !== undefined) throw cannotRead(place, `its ${odd[0]} is not text`, upstreamErred);
  return Object.fromEntries(texts);
}
