import type { OpenApiDocument } from "./openapi-document.ts";

const usagePrefix = "/api/v2/usage/";
const schemaPrefix = "#/components/schemas/";

/** The part of a whole document that generating takes: the usage operations, and the schemas that they reach. */
export function sliceUsage(document: OpenApiDocument): OpenApiDocument {
  const paths = Object.fromEntries(
    Object.entries(document.paths).filter(([path]) => path.startsWith(usagePrefix)),
  );
  const reached = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      if (key !== "$ref" || typeof member !== "string" || !member.startsWith(schemaPrefix)) visit(member);
      else reach(member.slice(schemaPrefix.length));
    }
  };
  const { schemas } = document.components;
  const reach = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    visit(schemas[name]);
  };
  visit(paths);
  const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => reached.has(name)));
  return { ...document, paths, components: { ...document.components, schemas: kept } };
}
