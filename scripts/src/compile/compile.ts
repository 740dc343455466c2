import type { OpenApiDocument } from "../openapi/document.ts";
import { operationsOf, SpecError } from "../openapi/document.ts";
import { isObject } from "../openapi/json.ts";
import { describeService, toDescriptor } from "./to-descriptor.ts";

export interface Compilation {
  readonly document: OpenApiDocument;
  /** Operations whose measure no overlay action states. */
  readonly unmeasured: readonly string[];
}

/**
 * Completes an overlaid document: facts that nothing states become the most careful value, and every operation
 * is checked to be fully described. The given document is not changed.
 *
 * @throws SpecError naming the first incomplete or contradictory operation.
 */
export function compile(overlaid: OpenApiDocument): Compilation {
  const document = structuredClone(overlaid);
  const unmeasured: string[] = [];
  const seen = new Map<string, string>();
  for (const { path, operation } of operationsOf(document)) {
    const place = `GET ${path}`;
    const twin = seen.get(operation.operationId);
    if (twin !== undefined) {
      throw new SpecError(
        "compile",
        place,
        `its operationId ${operation.operationId} is also that of ${twin}`,
      );
    }
    seen.set(operation.operationId, place);
    const facts = operation["x-ldusage"] ?? {};
    if (facts["measure"] === undefined) unmeasured.push(operation.operationId);
    operation["x-ldusage"] = completeFacts(facts);
    toDescriptor(document, path, operation);
  }
  describeService(document);
  return { document, unmeasured };
}

function completeFacts(facts: Record<string, unknown>): Record<string, unknown> {
  const grouped = isObject(facts["groupBy"]);
  return {
    measure: "unknown",
    pairDimension: null,
    additiveOverTime: "never",
    additiveAcrossGroups: grouped ? "unknown" : "not-grouped",
    groupBy: null,
    ...facts,
  };
}
