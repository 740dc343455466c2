import { SpecError } from "../openapi/document.ts";
import type { Finding } from "../openapi/finding.ts";
import { isObject, type Json, type JsonObject } from "../openapi/json.ts";
import { lookUp, tokensOf } from "../openapi/pointer.ts";

/** What the parts of a document are normalised with. */
export interface Normalising {
  readonly root: JsonObject;
  /** Schemas of the result by name; responses without a name add theirs. */
  readonly schemas: Map<string, Json>;
  readonly notices: Finding[];
}

/** An error of this stage. */
export function cannotRead(place: string, problem: string, wayOut?: string): SpecError {
  return new SpecError("normalise", place, problem, wayOut);
}

/** Notes what the rest of the pipeline does without. */
export function leaveOut({ notices }: Normalising, place: string, problem: string): void {
  notices.push({ stage: "normalise", place, problem, wayOut: undefined });
}

/** What stands in a place, references followed; what is written beside a reference goes before its target. */
export function resolve({ root }: Normalising, value: unknown, place: string): JsonObject {
  const seen = new Set<string>();
  let current = value;
  while (isObject(current) && typeof current["$ref"] === "string") {
    const { $ref: reference, ...siblings }: JsonObject = current;
    const tokens = tokensOf(String(reference));
    const target = tokens === undefined ? undefined : lookUp(root, tokens);
    if (seen.has(String(reference)) || !isObject(target)) {
      throw cannotRead(place, `the reference ${JSON.stringify(reference)} leads nowhere`, upstreamErred);
    }
    seen.add(String(reference));
    current = { ...target, ...siblings };
  }
  if (isObject(current)) return current;
  throw cannotRead(place, "it is not an object", upstreamErred);
}

export const upstreamErred = "The document is not valid OpenAPI; upstream must repair it";

/** An object with every value resolved; extensions are left out. */
export function resolveAll(
  normalising: Normalising,
  value: unknown,
  place: string,
): Record<string, JsonObject> {
  return Object.fromEntries(
    Object.entries(isObject(value) ? value : {})
      .filter(([name]) => !name.startsWith("x-"))
      .map(([name, held]) => [name, resolve(normalising, held, `${place}, ${name}`)]),
  );
}

/** The members without some. */
export function without(value: JsonObject, members: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([member]) => !members.includes(member)));
}
