import { type OpenApiDocument, operationsOf } from "../openapi/document.ts";
import type { Finding } from "../openapi/finding.ts";
import { deriveOperation, type Unexplained } from "./derive-operation.ts";

export interface Derivation {
  readonly document: OpenApiDocument;
  readonly unexplained: readonly Unexplained[];
  readonly notices: readonly Finding[];
}

/**
 * Turns facts that a document states in prose into structure: array and enumeration schemas, defaults, and
 * `x-ldusage` members that name the phrase each fact came from. The given document is not changed.
 *
 * @throws SpecError when a description contradicts itself or the structure beside it, or states something that cannot be true.
 */
export function derive(upstream: OpenApiDocument): Derivation {
  const document = structuredClone(upstream);
  const derived = operationsOf(document).map((entry) => deriveOperation(document, entry));
  return {
    document,
    unexplained: derived.flatMap(({ unexplained }) => unexplained),
    notices: derived.flatMap(({ notices }) => notices),
  };
}
