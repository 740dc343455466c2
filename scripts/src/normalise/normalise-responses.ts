import { isObject, type Json, type JsonObject } from "../openapi/json.ts";
import { nameSchema } from "./name-schema.ts";
import {
  cannotRead,
  leaveOut,
  type Normalising,
  resolve,
  resolveAll,
  upstreamErred,
  without,
} from "./normalising.ts";

/** The responses in place, the successful one under its status and with a named schema. */
export function normaliseResponses(
  normalising: Normalising,
  operation: JsonObject,
  place: string,
): Record<string, JsonObject> {
  const { responses } = operation;
  if (!isObject(responses)) throw cannotRead(place, "it has no responses", upstreamErred);
  const entries = Object.entries(responses).flatMap(([status, value]): [string, JsonObject][] => {
    if (status.startsWith("x-")) return [];
    if (/^(?:[1-5](?:\d\d|XX)|default)$/.test(status)) {
      return [[status, normaliseResponse(normalising, value, `${place}, response ${status}`)]];
    }
    leaveOut(normalising, place, `the response ${JSON.stringify(status)} is left out: that is no status`);
    return [];
  });
  const success = successOf(entries.map(([status]) => status));
  return Object.fromEntries(
    entries.map(([status, response]) =>
      status === success
        ? ["200", withNamedSchema(normalising, operation, response, place)]
        : [status, response],
    ),
  );
}

/** Where the successful response is: a range, or what is said of all statuses, where no status is told. */
function successOf(statuses: readonly string[]): string | undefined {
  const isTold = (status: string): boolean => statuses.includes(status);
  if (isTold("200") || isTold("2XX")) return isTold("200") ? "200" : "2XX";
  return statuses.some((status) => status.startsWith("2")) || !isTold("default") ? undefined : "default";
}

function normaliseResponse(normalising: Normalising, value: Json, place: string): JsonObject {
  const response = resolve(normalising, value, place);
  const headers = resolveAll(normalising, response["headers"], `${place}, header`);
  const content = contentOf(normalising, response["content"], place);
  return {
    ...without(response, ["headers", "content", "links"]),
    description: typeof response["description"] === "string" ? response["description"] : "",
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    ...(response["content"] === undefined ? {} : { content }),
  };
}

/** Content by media type, what is JSON under the plain name of JSON. */
function contentOf(normalising: Normalising, content: unknown, place: string): Record<string, JsonObject> {
  const entries = Object.entries(isObject(content) ? content : {});
  const json = preferences
    .map((pattern) => entries.find(([type]) => pattern.test(essence(type))))
    .find((entry) => entry !== undefined);
  return Object.fromEntries(
    entries.flatMap(([type, value]): [string, JsonObject][] => {
      const media = mediaOf(normalising, value, place);
      if (json?.[0] === type) return [[plainJson, media]];
      return essence(type) === plainJson ? [] : [[type, media]];
    }),
  );
}

const plainJson = "application/json";
const preferences = [/^application\/json$/, /\+json$|^text\/json$/, /^(?:application|\*)\/\*$/];

function essence(mediaType: string): string {
  return mediaType.split(";")[0]?.trim().toLowerCase() ?? "";
}

function mediaOf(normalising: Normalising, value: unknown, place: string): JsonObject {
  const media = isObject(value) ? value : {};
  const examples = resolveAll(normalising, media["examples"], `${place}, example`);
  return {
    ...without(media, ["examples", "encoding"]),
    ...(Object.keys(examples).length === 0 ? {} : { examples }),
  };
}

function withNamedSchema(
  normalising: Normalising,
  operation: JsonObject,
  response: JsonObject,
  place: string,
): JsonObject {
  const content = isObject(response["content"]) ? response["content"] : {};
  const { [plainJson]: json, ...others } = content;
  if (!isObject(json)) {
    throw cannotRead(
      place,
      `it answers with ${Object.keys(content).join(", ") || "nothing"}`,
      "Only JSON is read; teach the pipeline and the client another kind, or leave the operation out in scripts/src/normalise",
    );
  }
  for (const type of Object.keys(others)) {
    leaveOut(normalising, place, `its answer as ${JSON.stringify(type)} is left out: JSON is asked for`);
  }
  if (json["schema"] === undefined) throw cannotRead(place, "its answer has no schema", upstreamErred);
  const schema = nameSchema(normalising, json["schema"], String(operation["operationId"]), place);
  return { ...response, content: { [plainJson]: { ...json, schema } } };
}
