import { type OpenApiDocument, operationsOf } from "../openapi/document.ts";
import { deriveOperation, type Unexplained } from "./derive-operation.ts";

export interface Derivation {
  readonly document: OpenApiDocument;
  readonly unexplained: readonly Unexplained[];
}

/**
 * Turns facts that a document states in prose into structure: array and enumeration schemas, defaults, and
 * `x-ldusage` members that name the phrase each fact came from. The given document is not changed.
 *
 * @throws SpecError when a description contradicts itself or states something that cannot be true.
 */
export function derive(upstream: OpenApiDocument): Derivation {
  const document = structuredClone(upstream);
  const unexplained = operationsOf(document).flatMap((entry) => deriveOperation(document, entry));
  return { document, unexplained };
}
