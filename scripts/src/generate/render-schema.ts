import openapiTypescript, { astToString } from "openapi-typescript";
import { type OpenApiDocument, operationsOf } from "../openapi/document.ts";
import type { JsonObject } from "../openapi/json.ts";
import { banner } from "./banner.ts";
import { commentText, escapeUnreadable } from "./escape.ts";
import { withPlainNames } from "./plain-names.ts";

/** The OpenAPI types of the document, in the form that openapi-fetch reads. */
export async function renderSchema(document: OpenApiDocument): Promise<string> {
  const { document: plain, restore } = withPlainNames(withSharedResponses(withSafeTexts(document)));
  // The library's input type describes OpenAPI more closely than this pipeline needs to.
  const input = plain as unknown as Parameters<typeof openapiTypescript>[0];
  const nodes = await openapiTypescript(input, {
    silent: true,
    alphabetize: true,
    defaultNonNullable: false,
  });
  return `${banner("//")}\n${escapeUnreadable(restore(astToString(nodes).replaceAll(impossibleMember, "")))}`;
}

// Members that say that there is no such method, parameter or body. Without them there is none either, and every
// consumer's compiler has a fifth less to read.
const impossibleMember = /^ +[a-z]+\?: never;\n/gim;

/**
 * The document with the responses that operations have alike as components. The types are the same, at less than half
 * of the lines, which every consumer's compiler reads.
 */
function withSharedResponses(document: OpenApiDocument): JsonObject {
  const responses: Record<string, object> = {};
  const names = new Map<string, string>();
  for (const { operation } of operationsOf(document)) {
    // The client's methods and parameter types have these texts, and every consumer's compiler reads them again here.
    Object.assign(operation, { summary: undefined, description: undefined });
    for (const parameter of operation.parameters ?? []) Object.assign(parameter, { description: undefined });
    for (const [status, response] of Object.entries(operation.responses)) {
      const text = JSON.stringify(response);
      const name = names.get(text) ?? `Status${status}_${names.size + 1}`;
      names.set(text, name);
      responses[name] = response;
      Object.assign(operation.responses, { [status]: { $ref: `#/components/responses/${name}` } });
    }
  }
  // The types of a document do not say of every member that it is JSON, which all of them are.
  return { ...document, components: { ...document.components, responses } } as unknown as JsonObject;
}

// The library writes descriptions into comments; what could end a comment or open a tag is escaped before.
function withSafeTexts(document: OpenApiDocument): OpenApiDocument {
  // A copy with other texts in the same places.
  return escapeTexts(document) as OpenApiDocument;
}

function escapeTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(escapeTexts);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith("x-ldusage"))
      .map(([key, member]) => [
        key,
        (key === "description" || key === "summary") && typeof member === "string"
          ? commentText(member)
          : escapeTexts(member),
      ]),
  );
}
