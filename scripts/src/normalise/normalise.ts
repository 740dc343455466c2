import { copyComponents, copyReaching, newCopying, reachSchemes } from "../openapi/copy-reaching.ts";
import { checkDocument, type OpenApiDocument } from "../openapi/document.ts";
import type { Finding } from "../openapi/finding.ts";
import { isObject, type Json, type JsonObject } from "../openapi/json.ts";
import { normalisePathItem } from "./normalise-path-item.ts";
import { cannotRead, type Normalising, resolveAll, upstreamErred, without } from "./normalising.ts";
import { toPlainOpenApi } from "./to-plain-openapi.ts";

export interface Normalisation {
  readonly document: OpenApiDocument;
  /** What the rest of the pipeline does without. */
  readonly notices: readonly Finding[];
}

/**
 * Turns the legal shapes of OpenAPI 3.0 and 3.1 into the one that the rest of the pipeline works with: GET operations
 * with all their parameters in place and a named schema as their successful response, in OpenAPI 3.0 with each schema
 * written in one way. The given document is not changed.
 *
 * @throws SpecError of the stage "normalise" for a shape that cannot be understood.
 */
export function normalise(upstream: unknown): Normalisation {
  const root = withoutFarReferences(upstream);
  const { schemas } = components(root);
  const normalising: Normalising = { root, schemas: new Map(Object.entries(objectOf(schemas))), notices: [] };
  const paths = Object.entries(objectOf(root["paths"])).flatMap(([path, item]): [string, JsonObject][] => {
    const operation = normalisePathItem(normalising, path, item);
    return operation === undefined ? [] : [[path, { get: operation }]];
  });
  if (paths.length === 0) {
    throw cannotRead("paths", "there is no GET operation", "Without one there is nothing to compile");
  }
  const document = toPlainOpenApi(normalising, withReached(normalising, Object.fromEntries(paths)));
  return { document: checkDocument(document), notices: normalising.notices };
}

/** The document with references to components alone: what others lead to stands in their place. */
function withoutFarReferences(upstream: unknown): JsonObject {
  if (!isObject(upstream) || !isObject(upstream["paths"])) {
    throw cannotRead("document", "it is not an OpenAPI document with paths", upstreamErred);
  }
  return copyReached(upstream, upstream["paths"]);
}

/** The document with these paths and with the components that they reach. */
function copyReached(root: JsonObject, paths: JsonObject): JsonObject {
  const keeps = (tokens: readonly string[]): boolean => tokens[0] === "components" && tokens.length === 3;
  const copying = newCopying({ root, stage: "normalise", keeps });
  const copies = Object.entries(paths).flatMap(([path, item]): [string, JsonObject][] => {
    const copy = path.startsWith("x-") ? undefined : copyReaching(copying, "pathItem", item, ["paths", path]);
    return isObject(copy) ? [[path, copy]] : [];
  });
  reachSchemes(copying, root["security"], []);
  return { ...root, paths: Object.fromEntries(copies), components: copyComponents(copying) };
}

function withReached(normalising: Normalising, paths: JsonObject): JsonObject {
  const { root, schemas } = normalising;
  const { securitySchemes } = components(root);
  const all = { ...components(root), schemas: Object.fromEntries(schemas) };
  const { components: reached } = copyReached({ ...root, components: all }, paths);
  return {
    ...without(root, ["x-ldusage"]),
    paths,
    ...(Array.isArray(root["servers"]) ? { servers: root["servers"].map(withoutFacts) } : {}),
    components: {
      schemas: objectOf(objectOf(reached)["schemas"]),
      securitySchemes: resolveAll(normalising, securitySchemes, "securitySchemes"),
    },
  };
}

// Members of that name are this pipeline's own: nothing that upstream writes may pass for one of its facts.
function withoutFacts(server: Json): Json {
  return isObject(server) ? without(server, ["x-ldusage-region"]) : server;
}

function components(root: JsonObject): JsonObject {
  return objectOf(root["components"]);
}

function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
