import {
  type OpenApiDocument,
  type OperationObject,
  resolveSchema,
  type SchemaObject,
  SpecError,
  schemaName,
} from "../openapi/document.ts";
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
  const properties = resolveSchema(document, schema).properties ?? {};
  const points = properties["series"]?.items?.additionalProperties;
  if (typeof points === "object") {
    return { kind: "series", schema: name, values: points.type === "integer" ? "integer" : "number" };
  }
  const lists = Object.entries(properties).filter(([, property]) => property.type === "array");
  const [list] = lists;
  if (lists.length !== 1 || list === undefined) {
    throw new SpecError("derive", place, `${name} holds neither a series nor exactly one list`);
  }
  return { kind: "list", schema: name, property: list[0], items: listItems(document, list[0], list[1]) };
}

function listItems(
  document: OpenApiDocument,
  property: string,
  list: SchemaObject,
): string | { name: string; dimension: string }[] {
  const items = resolveSchema(document, list.items ?? {});
  if (items.properties === undefined) return kebab(property.replace(/s$/, ""));
  return Object.keys(items.properties).map((name) => ({ name, dimension: kebab(name) }));
}
