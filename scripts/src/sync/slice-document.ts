import { copyComponents, copyReaching, newCopying, reachSchemes } from "../openapi/copy-reaching.ts";
import type { Finding } from "../openapi/finding.ts";
import { methods, sections } from "../openapi/grammar.ts";
import { isObject, type Json, type JsonObject } from "../openapi/json.ts";
import { usagePathPrefix } from "../openapi/usage-paths.ts";
import { syncError } from "./sync-error.ts";

export interface Slice {
  readonly slice: JsonObject;
  /** What could not stay as upstream has it. */
  readonly notices: readonly Finding[];
}

/**
 * The path items under the usage prefix with exactly the components that they reach, and what the root says of them,
 * all in upstream's own shape.
 *
 * @throws SpecError naming the place in the document.
 */
export function sliceDocument(document: unknown, name: string): Slice {
  const root = checkRoot(document, name);
  const copying = newCopying({ root, stage: "sync", keeps: isKept });
  const paths = keptPaths(root).map(([path, item]): [string, Json] => [
    path,
    copyReaching(copying, "pathItem", item, ["paths", path]),
  ]);
  const kept = ["openapi", "info", "servers", "security"].flatMap((member): [string, Json][] =>
    root[member] === undefined ? [] : [[member, copyReaching(copying, undefined, root[member], [member])]],
  );
  reachSchemes(copying, root["security"], []);
  const components = copyComponents(copying);
  const declared = Array.isArray(root["tags"]) ? root["tags"] : [];
  const used = declared.filter((tag) => isObject(tag) && copying.tags.has(tag["name"]));
  const tags = copyReaching(copying, undefined, used, ["tags"]);
  const slice = {
    ...Object.fromEntries(kept),
    paths: Object.fromEntries(paths),
    ...(used.length === 0 ? {} : { tags }),
    ...(Object.keys(components).length === 0 ? {} : { components }),
  };
  return { slice, notices: copying.replaced };
}

// A path under the prefix is kept whole, and so is a component of which any part is referred to.
function isKept([root, name = "", entry]: readonly string[]): boolean {
  if (root === "components") return entry !== undefined && Object.hasOwn(sections, name);
  return root === "paths" && name.startsWith(usagePathPrefix);
}

function checkRoot(document: unknown, name: string): JsonObject {
  const wayOut = "Give upstream's whole document, in OpenAPI 3.0 or 3.1";
  if (!isObject(document)) throw syncError(name, "it is not an OpenAPI document", wayOut);
  const { swagger, openapi } = document;
  if (swagger !== undefined) throw syncError(name, `it is Swagger ${shown(swagger)}`, wayOut);
  if (openapi === undefined) throw syncError(name, "it is not an OpenAPI document", wayOut);
  if (typeof openapi === "string" && /^3\.[01]\.\d+(?:-[\w.]+)?$/.test(openapi)) return document;
  throw syncError(
    `${name}, #/openapi`,
    `version ${shown(openapi)} of OpenAPI is not known here`,
    "Versions 3.0 and 3.1 are; teach scripts/src/sync and scripts/src/normalise what the new one changed",
  );
}

function shown(version: Json): string {
  return JSON.stringify(version).slice(0, 40);
}

function keptPaths(root: JsonObject): [string, Json][] {
  const all = Object.entries(isObject(root["paths"]) ? root["paths"] : {});
  const kept = all.filter(([path]) => path.startsWith(usagePathPrefix));
  const hasOperation = kept.some(
    ([, item]) => isObject(item) && Object.keys(item).some((key) => key === "$ref" || methods.includes(key)),
  );
  if (hasOperation) return kept;
  throw syncError(
    "#/paths",
    `none of its ${all.length} paths is an operation under ${usagePathPrefix}`,
    "Check that it is upstream's whole document; if upstream moved the operations, change the prefix in scripts/src/openapi/usage-paths.ts",
  );
}
