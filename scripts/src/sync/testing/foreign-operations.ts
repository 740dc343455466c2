import { type Editable, objectIn } from "./editable.ts";
import { pick, type Random } from "./random.ts";

const words = [
  ...["flag", "segment", "project", "member", "team", "release", "audit", "webhook", "policy", "approval"],
  ...["context", "metric", "layer", "destination", "integration", "repository", "template", "pipeline"],
] as const;

/** Adds operations that have nothing to do with usage, with components of their own, beside what is there. */
export function addForeignOperations(document: Editable, count: number, random: Random): void {
  const paths = objectIn(document, "paths");
  const components = objectIn(document, "components");
  for (let index = 0; index < count; index += 1) {
    const noun = `${pick(words, random)}${index}`;
    addSchemas(objectIn(components, "schemas"), noun, random);
    objectIn(components, "parameters")[`${noun}Key`] = {
      name: "key",
      in: "path",
      required: true,
      description: sentence(random),
      schema: { type: "string" },
    };
    objectIn(components, "responses")[`${noun}Answer`] = {
      description: sentence(random),
      headers: { ETag: { $ref: `#/components/headers/${noun}Tag` } },
      content: { "application/json": { schema: { $ref: `#/components/schemas/${noun}Rep` } } },
    };
    objectIn(components, "headers")[`${noun}Tag`] = { schema: { type: "string" } };
    paths[`/api/v2/${noun}s/{key}`] = pathItem(noun, random);
  }
}

function addSchemas(schemas: Editable, noun: string, random: Random): void {
  const properties = Object.fromEntries(
    Array.from({ length: 4 + random(8) }, (_, position) => [
      `${pick(words, random)}${position}`,
      { type: "string", description: sentence(random), example: pick(words, random) },
    ]),
  );
  schemas[`${noun}Rep`] = {
    type: "object",
    description: sentence(random),
    required: ["_links"],
    properties: {
      ...properties,
      _links: { type: "object", additionalProperties: { $ref: `#/components/schemas/${noun}Link` } },
      parent: { $ref: `#/components/schemas/${noun}Rep` },
    },
  };
  schemas[`${noun}Link`] = {
    type: "object",
    properties: { href: { type: "string" }, related: { $ref: `#/components/schemas/${noun}Rep` } },
  };
}

function pathItem(noun: string, random: Random): Editable {
  const name = `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;
  const operation = (verb: string): Editable => ({
    operationId: `${verb}${name}`,
    summary: `${verb} ${noun}`,
    description: [sentence(random), sentence(random), sentence(random)].join("\n\n"),
    tags: ["Everything else"],
    parameters: [{ $ref: `#/components/parameters/${noun}Key` }],
    responses: {
      "200": { $ref: `#/components/responses/${noun}Answer` },
      "401": {
        description: "Invalid access token",
        content: { "application/json": { schema: { $ref: "#/components/schemas/UnauthorizedErrorRep" } } },
      },
    },
  });
  return {
    get: operation("get"),
    delete: operation("delete"),
    patch: {
      ...operation("patch"),
      requestBody: {
        required: true,
        content: { "application/json": { schema: { $ref: `#/components/schemas/${noun}Rep` } } },
      },
    },
  };
}

function sentence(random: Random): string {
  const text = Array.from({ length: 8 + random(16) }, () => pick(words, random)).join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
