import type { ParameterObject, SchemaObject } from "../openapi/document.ts";
import { SpecError } from "../openapi/document.ts";
import type { Json } from "../openapi/json.ts";

/** What the schema of a parameter states, as text like on the wire. */
export interface Structure {
  /** Whether several values are sent as one pair each; `undefined` where the schema is a plain one. */
  readonly repeatable: boolean | undefined;
  readonly values: readonly string[] | undefined;
  readonly default: string | undefined;
}

/** The schema of one value: that of the items of a list. */
export function itemSchema({ schema = {} }: ParameterObject): SchemaObject {
  return (schema.type === "array" ? schema.items : schema) ?? {};
}

/** Reads what upstream states of a parameter as structure. */
export function readStructure(parameter: ParameterObject, place: string): Structure {
  const { schema = {} } = parameter;
  const item = itemSchema(parameter);
  const style = parameter.style ?? (parameter.in === "path" ? "simple" : "form");
  const isExploded = style === "form" && (parameter.explode ?? true);
  const values = item.type === "boolean" ? [true, false] : item.enum;
  const fallback = schema.default ?? item.default;
  const defaults = Array.isArray(fallback) ? fallback : fallback === undefined ? [] : [fallback];
  return {
    repeatable: schema.type === "array" ? isExploded : undefined,
    values: values?.map((value) => textOf(value, place)),
    // Several defaults at once are no value that could be sent.
    default: defaults.length === 1 ? textOf(defaults[0] ?? null, place) : undefined,
  };
}

/** A value as it is written on the wire. */
function textOf(value: Json, place: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw new SpecError(
    "derive",
    place,
    `its schema lists ${JSON.stringify(value)}, which is not sent as text`,
  );
}

/** A text of the wire as the value that a schema of this type has for it. */
export function typedValue(text: string, type: string | undefined): Json {
  return type === "integer" || type === "number" ? Number(text) : text;
}
