import type { OpenApiDocument } from "./openapi-document.ts";

/** How much there is around the slice: about what upstream's document has, which is 2.6 MB as indented JSON. */
export const wholeSize = { resourceCount: 100, propertyCount: 14 } as const;

/**
 * A document of the size of upstream's whole one: the slice among operations and schemas that generating does not
 * take. The same for the same arguments.
 */
export function synthesizeWhole(
  slice: OpenApiDocument,
  { resourceCount, propertyCount }: { readonly resourceCount: number; readonly propertyCount: number },
): OpenApiDocument {
  const resources = Array.from({ length: resourceCount }, (_, index) => `Resource${index}`);
  const schemas = resources.flatMap((name, index) => [
    [`${name}Rep`, schemaOf(name, `Resource${(index + 1) % resourceCount}`, propertyCount)],
    [`${name}Post`, schemaOf(name, name, propertyCount)],
    [`${name}sRep`, { type: "object", properties: { items: { type: "array", items: ref(`${name}Rep`) } } }],
  ]);
  return {
    ...slice,
    paths: { ...Object.fromEntries(resources.flatMap(pathsOf)), ...slice.paths },
    components: {
      ...slice.components,
      schemas: { ...Object.fromEntries(schemas), ...slice.components.schemas },
    },
  };
}

function ref(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}

const prose =
  "Resources of this kind belong to a project. You can filter them by tag, sort them by creation date, and expand what they refer to. ";

function schemaOf(name: string, other: string, propertyCount: number): object {
  const properties = Array.from({ length: propertyCount }, (_, index): [string, object] => [
    `${index % 2 === 0 ? "name" : "count"}${index}`,
    {
      type: index % 2 === 0 ? "string" : "integer",
      description: `Property ${index} of ${name}. ${prose}`,
      example: index % 2 === 0 ? `example-${index}` : index,
    },
  ]);
  const parent = { allOf: [ref(`${other}Rep`)], description: `What ${name} belongs to` };
  return {
    type: "object",
    required: ["name0"],
    properties: { ...Object.fromEntries(properties), parent },
  };
}

/** Lists, creates, reads, changes and deletes: each operation with its own description and refusals. */
function pathsOf(name: string): [string, object][] {
  const path = `/api/v2/${name.toLowerCase()}`;
  const key = parameterOf("path", "key", `The key of ${name}`);
  const filters = ["filter", "sort", "limit", "offset", "expand"].map((filter) =>
    parameterOf("query", filter, `${filter} of ${name}. ${prose}`),
  );
  const body = { required: true, content: { "application/json": { schema: ref(`${name}Post`) } } };
  return [
    [
      path,
      {
        get: operationOf("list", name, `${name}sRep`, { parameters: filters }),
        post: operationOf("create", name, `${name}Rep`, { requestBody: body }),
      },
    ],
    [
      `${path}/{key}`,
      {
        get: operationOf("read", name, `${name}Rep`, { parameters: [key, ...filters] }),
        patch: operationOf("change", name, `${name}Rep`, { parameters: [key], requestBody: body }),
        delete: operationOf("delete", name, `${name}Rep`, { parameters: [key] }),
      },
    ],
  ];
}

function parameterOf(place: "path" | "query", name: string, description: string): object {
  const required = place === "path" ? { required: true } : {};
  return { name, in: place, description, ...required, schema: { type: "string", format: "string" } };
}

function operationOf(verb: string, name: string, schema: string, rest: object): object {
  const answer = (description: string): object => ({
    description,
    content: { "application/json": { schema: ref(schema) } },
  });
  return {
    tags: [name],
    operationId: `${verb}${name}`,
    summary: `${verb} ${name}`,
    description: `### ${verb}\n\n${prose.repeat(6)}`,
    ...rest,
    responses: {
      200: answer(`${name} response`),
      400: answer("Invalid request"),
      401: answer("Invalid access token"),
      403: answer("Forbidden"),
      404: answer("Invalid resource identifier"),
      429: answer("Rate limited"),
    },
  };
}
