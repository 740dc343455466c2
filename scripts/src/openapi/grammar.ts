/** Kinds of objects in an OpenAPI document that references can point to, or stand in. */
export type Kind =
  | "pathItem"
  | "operation"
  | "parameter"
  | "requestBody"
  | "response"
  | "header"
  | "mediaType"
  | "encoding"
  | "example"
  | "link"
  | "callback"
  | "schema"
  | "securityScheme";

/** How objects of a kind stand in a member: alone, in a list, or in an object under names of any kind. */
export interface Holding {
  readonly kind: Kind;
  readonly form: "one" | "list" | "map";
}

const one = (kind: Kind): Holding => ({ kind, form: "one" });
const list = (kind: Kind): Holding => ({ kind, form: "list" });
const map = (kind: Kind): Holding => ({ kind, form: "map" });

/** Methods that a path item can have. */
export const methods: readonly string[] = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
];

/** Kinds that a `$ref` cannot stand for. */
export const unreferenced: readonly Kind[] = ["operation", "mediaType", "encoding"];

/** Kind of the entries in each section of `components`. */
export const sections: Readonly<Record<string, Kind>> = {
  schemas: "schema",
  responses: "response",
  parameters: "parameter",
  examples: "example",
  requestBodies: "requestBody",
  headers: "header",
  securitySchemes: "securityScheme",
  links: "link",
  callbacks: "callback",
  pathItems: "pathItem",
};

const described = { schema: one("schema"), content: map("mediaType"), examples: map("example") };

/**
 * Where OpenAPI 3.0 and 3.1 have references: everything else in a document is data, in which `$ref` is a word like
 * any other. A callback has path items under names of any kind.
 */
const grammar: Readonly<Record<Kind, Readonly<Record<string, Holding>>>> = {
  pathItem: {
    parameters: list("parameter"),
    ...Object.fromEntries(methods.map((method) => [method, one("operation")])),
  },
  operation: {
    parameters: list("parameter"),
    requestBody: one("requestBody"),
    responses: map("response"),
    callbacks: map("callback"),
  },
  parameter: described,
  header: described,
  requestBody: { content: map("mediaType") },
  response: { headers: map("header"), content: map("mediaType"), links: map("link") },
  mediaType: { schema: one("schema"), examples: map("example"), encoding: map("encoding") },
  encoding: { headers: map("header") },
  example: {},
  link: {},
  callback: {},
  securityScheme: {},
  schema: {
    ...holdings(map("schema"), [
      "properties",
      "patternProperties",
      "$defs",
      "definitions",
      "dependentSchemas",
    ]),
    ...holdings(list("schema"), ["allOf", "anyOf", "oneOf", "prefixItems"]),
    ...holdings(one("schema"), [
      ...["items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames"],
      ...["unevaluatedItems", "unevaluatedProperties", "contentSchema"],
    ]),
  },
};

function holdings(holding: Holding, members: readonly string[]): Record<string, Holding> {
  return Object.fromEntries(members.map((member) => [member, holding]));
}

/** How a member of an object of this kind holds other objects; `undefined` where it holds data. */
export function holdingOf(kind: Kind, member: string): Holding | undefined {
  if (kind === "callback") return member.startsWith("x-") ? undefined : one("pathItem");
  return Object.hasOwn(grammar[kind], member) ? grammar[kind][member] : undefined;
}
