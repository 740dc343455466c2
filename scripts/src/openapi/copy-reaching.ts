import { SpecError } from "./document.ts";
import type { Finding } from "./finding.ts";
import { holdingOf, type Kind, sections, unreferenced } from "./grammar.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { deepestNesting, largestSliceSize } from "./limits.ts";
import { lookUp, pointerOf, tokensOf } from "./pointer.ts";

type Place = readonly string[];

/** The state of a copy of parts of a document that follows their references. */
export interface Copying {
  readonly root: JsonObject;
  readonly stage: string;
  /** Whether what these tokens lead to stays where it is. What does not replaces the references to it. */
  readonly keeps: (tokens: readonly string[]) => boolean;
  /** Components that were reached and are not copied yet. */
  readonly wanted: { readonly section: string; readonly name: string; readonly value: unknown }[];
  readonly reached: Set<string>;
  /** Tags of the operations that were copied. */
  readonly tags: Set<unknown>;
  /** References that were replaced. */
  readonly replaced: Finding[];
  /** References that are being replaced just now. */
  readonly replacing: Set<string>;
  /** Characters and values that were copied. */
  size: number;
}

export function newCopying({ root, stage, keeps }: Pick<Copying, "root" | "stage" | "keeps">): Copying {
  const sets = { reached: new Set<string>(), tags: new Set(), replacing: new Set<string>() };
  return { root, stage, keeps, ...sets, wanted: [], replaced: [], size: 0 };
}

/**
 * A copy of a value, with the components that it reaches noted. YAML aliases are written out.
 *
 * @param kind What the value is; `undefined` for data, which has no references.
 * @throws SpecError for references that lead nowhere or to another document, and for values that JSON does not have.
 */
export function copyReaching(copying: Copying, kind: Kind | undefined, value: unknown, place: Place): Json {
  copying.size += 16 + (typeof value === "string" ? value.length : 0);
  if (place.length > deepestNesting || copying.size > largestSliceSize) {
    const problem = "it is nested without end, or repeats a part too often";
    throw failed(copying, place.slice(0, 8), problem, "Aliases of YAML may do that; upstream must repair it");
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => copyReaching(copying, undefined, item, [...place, String(index)]));
  }
  if (!isObject(value)) return checkScalar(copying, value, place);
  const reference = value["$ref"];
  if (kind === undefined || typeof reference !== "string" || unreferenced.includes(kind)) {
    return copyMembers(copying, kind, value, place);
  }
  return copyReference(copying, kind, { value, reference, place });
}

/** Copies the components that are wanted, and those that they reach, until nothing new is. */
export function copyComponents(copying: Copying): Record<string, JsonObject> {
  const copies = new Map<string, [string, Json][]>();
  for (let next = copying.wanted.pop(); next !== undefined; next = copying.wanted.pop()) {
    const { section, name, value } = next;
    const copy = copyReaching(copying, sections[section], value, ["components", section, name]);
    copies.set(section, [...(copies.get(section) ?? []), [name, copy]]);
  }
  return Object.fromEntries([...copies].map(([section, entries]) => [section, Object.fromEntries(entries)]));
}

/** Notes the security schemes that a list of requirements names. */
export function reachSchemes(copying: Copying, security: unknown, place: Place): void {
  for (const requirement of Array.isArray(security) ? security.filter(isObject) : []) {
    for (const scheme of Object.keys(requirement)) {
      want(copying, ["components", "securitySchemes", scheme], [...place, "security"]);
    }
  }
}

function copyMembers(copying: Copying, kind: Kind | undefined, value: JsonObject, place: Place): JsonObject {
  if (kind === "operation") {
    reachSchemes(copying, value["security"], place);
    for (const tag of Array.isArray(value["tags"]) ? value["tags"] : []) copying.tags.add(tag);
  }
  if (kind === "schema") reachMapping(copying, value["discriminator"], place);
  // `fromEntries` defines properties, so that a member named `__proto__` stays a member.
  return Object.fromEntries(
    Object.entries(value).map(([member, held]) => [
      member,
      copyMember(copying, kind === undefined ? undefined : holdingOf(kind, member), held, [...place, member]),
    ]),
  );
}

function copyMember(
  copying: Copying,
  holding: ReturnType<typeof holdingOf>,
  held: unknown,
  place: Place,
): Json {
  if (holding?.form === "list" && Array.isArray(held)) {
    return held.map((item, index) => copyReaching(copying, holding.kind, item, [...place, String(index)]));
  }
  if (holding?.form === "map" && isObject(held)) {
    return Object.fromEntries(
      Object.entries(held).map(([name, item]) => {
        // Responses and the like may have extensions beside them, which are data; any name may be one of a property.
        const kind = name.startsWith("x-") && holding.kind !== "schema" ? undefined : holding.kind;
        return [name, copyReaching(copying, kind, item, [...place, name])];
      }),
    );
  }
  return copyReaching(copying, holding?.form === "one" ? holding.kind : undefined, held, place);
}

interface Reference {
  readonly value: JsonObject;
  readonly reference: string;
  readonly place: Place;
}

function copyReference(copying: Copying, kind: Kind, { value, reference, place }: Reference): JsonObject {
  const tokens = tokensOf(reference);
  const at = [...place, "$ref"];
  if (tokens === undefined || tokens.length === 0) {
    const wayOut = "Only references to parts of the same document are read; give the bundled document";
    throw failed(copying, at, `it refers to ${JSON.stringify(reference)}`, wayOut);
  }
  const target = lookUp(copying.root, tokens);
  if (target === undefined) throw pointsNowhere(copying, at, reference);
  const copy = copyMembers(copying, kind, value, place);
  if (copying.keeps(tokens)) {
    if (tokens[0] === "components") want(copying, tokens.slice(0, 3), at);
    return copy;
  }
  const { $ref: _reference, ...siblings } = copy;
  return { ...copyTarget(copying, kind, { target, reference, place }), ...siblings };
}

/** What a reference leads to, to stand in its place. */
function copyTarget(
  copying: Copying,
  kind: Kind,
  { target, reference, place }: Omit<Reference, "value"> & { readonly target: unknown },
): JsonObject {
  const at = [...place, "$ref"];
  if (copying.replacing.has(reference)) {
    const wayOut = "Upstream must move what repeats itself to components";
    throw failed(copying, at, `${JSON.stringify(reference)} leads back to itself`, wayOut);
  }
  copying.replacing.add(reference);
  const copy = copyReaching(copying, kind, target, place);
  copying.replacing.delete(reference);
  if (!isObject(copy)) throw pointsNowhere(copying, at, reference);
  copying.replaced.push({
    stage: copying.stage,
    place: pointerOf(at),
    problem: "it refers to something outside of what is kept; what is there replaces the reference",
    wayOut: undefined,
  });
  return copy;
}

function want(copying: Copying, tokens: readonly string[], place: Place): void {
  const pointer = pointerOf(tokens);
  if (copying.reached.has(pointer)) return;
  const value = lookUp(copying.root, tokens);
  if (value === undefined) throw pointsNowhere(copying, place, pointer);
  const [, section = "", name = ""] = tokens;
  copying.reached.add(pointer);
  copying.wanted.push({ section, name, value });
}

// The values of a mapping are names of schemas or references to them.
function reachMapping(copying: Copying, discriminator: unknown, place: Place): void {
  const mapping = isObject(discriminator) ? discriminator["mapping"] : undefined;
  for (const [value, target] of Object.entries(isObject(mapping) ? mapping : {})) {
    if (typeof target !== "string") continue;
    const at = [...place, "discriminator", "mapping", value];
    const tokens = tokensOf(target) ?? ["components", "schemas", target];
    if (tokens[0] !== "components" || tokens.length !== 3 || lookUp(copying.root, tokens) === undefined) {
      throw pointsNowhere(copying, at, target);
    }
    want(copying, tokens, at);
  }
}

function checkScalar(copying: Copying, value: unknown, place: Place): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  const wayOut = "Upstream must write it as text or leave it out";
  throw failed(copying, place, `it is ${String(value)}, which JSON has no word for`, wayOut);
}

function pointsNowhere(copying: Copying, place: Place, reference: string): SpecError {
  const wayOut = "Download the document again; when that does not help, upstream must repair it";
  return failed(copying, place, `${JSON.stringify(reference)} points to nothing that can stand here`, wayOut);
}

function failed(copying: Copying, place: Place, problem: string, wayOut: string): SpecError {
  return new SpecError(copying.stage, pointerOf(place), problem, wayOut);
}
