import { constantName, typeName } from "../generate/escape.ts";
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
    checkName(operation.operationId, place, seen);
    checkPath(path, place, seen);
    const facts = operation["x-ldusage"] ?? {};
    if (facts["measure"] === undefined) unmeasured.push(operation.operationId);
    operation["x-ldusage"] = completeFacts(facts);
    toDescriptor(document, path, operation);
  }
  describeService(document);
  return { document, unmeasured };
}

// Names of the client's own members, and of the generated maps.
const reserved = ["Operation", "Raw", "Request", "SeriesOperationId"];

/** Names of operations become names of types and methods: each must be usable, and differ from all others. */
function checkName(operationId: string, place: string, seen: Map<string, string>): void {
  const name = typeName(operationId);
  // Constants share a space of names with each other, as types do.
  const names = [`type ${name}`, `constant ${constantName(operationId)}`];
  const twin = names.map((key) => seen.get(key)).find((other) => other !== undefined);
  if (twin !== undefined) {
    throw new SpecError("compile", place, `its operationId ${operationId} is too much like that of ${twin}`);
  }
  if (name === "" || reserved.includes(name)) {
    throw new SpecError(
      "compile",
      place,
      `its operationId ${JSON.stringify(operationId)} cannot be the name of a method`,
    );
  }
  for (const key of names) seen.set(key, place);
}

/** Paths that differ only in the names of their parameters are one and the same to whoever is asked for them. */
function checkPath(path: string, place: string, seen: Map<string, string>): void {
  const template = path.replaceAll(/\{[^}]*\}/g, "{}");
  const twin = seen.get(template);
  if (twin !== undefined)
    throw new SpecError("compile", place, `its path cannot be told from that of ${twin}`);
  seen.set(template, place);
}

function completeFacts(facts: Record<string, unknown>): Record<string, unknown> {
  const grouped = isObject(facts["groupBy"]);
  return {
    measure: "unknown",
    unit: null,
    pairDimension: null,
    additiveOverTime: "never",
    additiveAcrossGroups: grouped ? "unknown" : "not-grouped",
    groupBy: null,
    ...facts,
  };
}
