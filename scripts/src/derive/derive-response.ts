import { type OpenApiDocument, type OperationObject, SpecError, schemaName } from "../openapi/document.ts";
import { compareText, isObject, type JsonObject } from "../openapi/json.ts";
import { plainSchema } from "../openapi/plain-schema.ts";
import { kebab } from "./sentences.ts";

/** What a successful response holds, read from the structure of its schema. */
export function deriveResponse(
  document: OpenApiDocument,
  operation: OperationObject,
  place: string,
): Record<string, unknown> {
  const content = Object.values(operation.responses["200"]?.content ?? {});
  const schema = content[0]?.schema;
  const name = schema === undefined ? undefined : schemaName(schema);
  if (schema === undefined || name === undefined) {
    throw new SpecError("derive", place, "the 200 response does not refer to a schema component");
  }
  const properties = propertiesOf(document, schema, place);
  const series = properties.find(([property]) => property === "series")?.[1];
  if (series !== undefined) {
    const points = plainSchema(document, series["items"], place)["additionalProperties"];
    const type = plainSchema(document, points, place)["type"] ?? "number";
    const isNumeric = type === "integer" || type === "number";
    if (isObject(points) && isNumeric) return { kind: "series", schema: name, values: type };
  }
  const lists = properties.filter(([, property]) => property["type"] === "array");
  const [list] = lists;
  if (lists.length !== 1 || list === undefined) {
    throw new SpecError(
      "derive",
      place,
      `${name} holds neither a series of numbers nor exactly one list`,
      "Teach scripts/src/derive/derive-response.ts what such an answer is",
    );
  }
  const [property, { items }] = list;
  return { kind: "list", schema: name, property, items: listItems(document, property, items, place) };
}

function listItems(
  document: OpenApiDocument,
  property: string,
  items: unknown,
  place: string,
): string | { name: string; dimension: string }[] {
  // Links and the like tell nothing about an item that could be filtered or grouped by.
  const fields = propertiesOf(document, items, place).filter(
    ([, field]) => field["type"] !== "object" && field["type"] !== "array",
  );
  if (fields.length === 0) return kebab(property.replace(/s$/, ""));
  return fields.map(([name]) => ({ name, dimension: kebab(name) }));
}

/** The properties of a schema in order of their names, each as a flat one. */
function propertiesOf(document: OpenApiDocument, schema: unknown, place: string): [string, JsonObject][] {
  const { properties } = plainSchema(document, schema, place);
  return Object.entries(isObject(properties) ? properties : {})
    .sort(([left], [right]) => compareText(left, right))
    .map(([name, property]) => [name, plainSchema(document, property, place)]);
}
