import { compareText, isObject, type Json, type JsonObject, stableStringify } from "../../openapi/json.ts";

/** Kinds of text that programs do not see. */
export type ProseKind = "descriptions" | "summaries" | "examples" | "evidence";

export interface SeparatedProse {
  /** The document without its prose. */
  readonly bare: Json;
  /** Every text, by JSON pointer. */
  readonly prose: ReadonlyMap<string, { readonly kind: ProseKind; readonly text: string }>;
  /** Pointers of all objects and lists. */
  readonly places: ReadonlySet<string>;
  /** Pointers of schemas whose values may be `null`, which is not in the bare document. */
  readonly nullable: ReadonlySet<string>;
}

const proseMembers: ReadonlyMap<string, ProseKind> = new Map([
  ["description", "descriptions"],
  ["title", "descriptions"],
  ["externalDocs", "descriptions"],
  ["summary", "summaries"],
  ["example", "examples"],
  ["examples", "examples"],
  ["evidence", "evidence"],
]);

// Below these, keys are names that somebody gave, and `description` is a name like any other.
const mapsOfNames = new Set([
  ...["$defs", "callbacks", "content", "definitions", "dependentSchemas", "encoding", "headers", "links"],
  ...["mapping", "parameters", "paths", "patternProperties", "properties", "requestBodies", "responses"],
  ...["schemas", "scopes", "securitySchemes", "variables"],
]);

// What is below these is data of the API, whatever its keys are called.
const data = new Set(["const", "default"]);

// Lists whose order means nothing.
const sets = new Set(["allOf", "anyOf", "oneOf", "required", "security", "tags", "type"]);

/** Takes a document apart into what programs see and what readers see. */
export function separateProse(document: Json): SeparatedProse {
  const prose = new Map<string, { kind: ProseKind; text: string }>();
  const places = new Set<string>();
  const nullable = new Set<string>();
  const bareOf = (value: Json, pointer: string, areNames: boolean): Json => {
    if (Array.isArray(value)) {
      places.add(pointer);
      return value.map((item: Json, index) => bareOf(item, `${pointer}/${index}`, false));
    }
    if (!isObject(value)) return value;
    places.add(pointer);
    const bare = bareObject(value, pointer, areNames);
    return areNames ? bare : unwrapped(bare);
  };
  const bareObject = (value: JsonObject, pointer: string, areNames: boolean): JsonObject =>
    // `fromEntries` defines properties, so that a member named `__proto__` stays a member.
    Object.fromEntries(
      Object.entries(value).flatMap(([key, member]): [string, Json][] => {
        const below = `${pointer}/${escapePointer(key)}`;
        const kind = areNames ? undefined : proseMembers.get(key);
        if (kind !== undefined) {
          prose.set(below, { kind, text: stableStringify(member) });
          return [];
        }
        if (!areNames && data.has(key)) return [[key, member]];
        if (!areNames && key === "enum" && Array.isArray(member))
          return [[key, inOrder(member, stableStringify)]];
        if (!areNames && key === "nullable" && typeof member === "boolean") {
          if (member) nullable.add(pointer);
          return [];
        }
        const ordered =
          !areNames && sets.has(key) && Array.isArray(member) ? inOrder(member, bareText) : member;
        return [[key, bareOf(ordered, below, !areNames && mapsOfNames.has(key))]];
      }),
    );
  return { bare: bareOf(document, "", false), prose, places, nullable };
}

/** In an order that is not upstream's own. */
function inOrder(items: readonly Json[], textOf: (item: Json) => string): Json[] {
  const keyed = items.map((item) => ({ item, text: textOf(item) }));
  return keyed.sort((left, right) => compareText(left.text, right.text)).map(({ item }) => item);
}

function bareText(item: Json): string {
  return stableStringify(separateProse(item).bare);
}

/** What a schema combines, where that is a single schema and nothing else: a wrapper without meaning. */
function unwrapped(schema: JsonObject): Json {
  const [[combiner, schemas] = [], ...others] = Object.entries(schema);
  const isWrapper = others.length === 0 && ["allOf", "anyOf", "oneOf"].includes(combiner ?? "");
  return isWrapper && Array.isArray(schemas) && schemas.length === 1 ? (schemas[0] ?? schema) : schema;
}

/** A key as a part of a JSON pointer. */
export function escapePointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The keys that a JSON pointer, or its form in a URL fragment, leads through. */
export function readPointer(pointer: string): string[] {
  return pointer
    .replace(/^#/, "")
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** How many texts differ, of things that are there on both sides. */
export function countProseEdits(before: SeparatedProse, after: SeparatedProse): Record<ProseKind, number> {
  const counts = { descriptions: 0, summaries: 0, examples: 0, evidence: 0 };
  for (const pointer of new Set([...before.prose.keys(), ...after.prose.keys()])) {
    const parent = pointer.slice(0, pointer.lastIndexOf("/"));
    if (!before.places.has(parent) || !after.places.has(parent)) continue;
    const [old, now] = [before.prose.get(pointer), after.prose.get(pointer)];
    const { kind } = now ?? old ?? {};
    if (kind !== undefined && old?.text !== now?.text) counts[kind] += 1;
  }
  return counts;
}
