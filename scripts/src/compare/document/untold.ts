import { isObject, type JsonObject } from "../../openapi/json.ts";
import type { Difference } from "../change.ts";
import { namesChanged } from "../compare-members.ts";
import { phrase, quoteJson } from "../phrase.ts";
import type { DifferEntry } from "./differ.ts";
import { type Place, placeOf } from "./place-of.ts";
import { escapePointer, readPointer } from "./separate-prose.ts";

/** A difference, and the path of the operation that has it. */
export interface Placed {
  readonly path: string | undefined;
  readonly difference: Difference;
}

/**
 * The net below everything that compares: each value of two documents that differs and that no entry of the differ
 * covers.
 *
 * @param oneSided Names of schemas that are on one side alone, which are told as such.
 */
export function findUntold(
  base: JsonObject,
  revision: JsonObject,
  entries: readonly DifferEntry[],
  oneSided: ReadonlySet<string>,
): Placed[] {
  const [old, now] = [readLeaves(base), readLeaves(revision)];
  const told = {
    base: new Set(entries.flatMap((entry) => coveredBy(entry.base, entry.property))),
    revision: new Set(entries.flatMap((entry) => coveredBy(entry.revision, entry.property))),
    // The differ compares what references lead to.
    references: new Set(referencesThatCameOrWent(old.leaves, now.leaves)),
  };
  return [...new Set([...old.leaves.keys(), ...now.leaves.keys()])].flatMap((pointer) => {
    const [before, after] = [old.leaves.get(pointer), now.leaves.get(pointer)];
    if (before === after || isToldElsewhere(pointer, oneSided)) return [];
    if (before !== undefined && isCovered(pointer, told.base)) return [];
    if (after !== undefined && isCovered(pointer, told.revision)) return [];
    if (!pointer.endsWith("/$ref") && isCovered(pointer, told.references)) return [];
    // What was empty and is not, or the other way, is told by what is in it.
    if (isEmpty(before ?? after) && (old.places.has(pointer) || now.places.has(pointer))) return [];
    const place = placeOf(pointer, after === undefined ? base : revision);
    return [{ path: place.path, difference: describe(pointer, place, parse(before), parse(after)) }];
  });
}

function isEmpty(text: string | undefined): boolean {
  return text === "{}" || text === "[]";
}

interface Leaves {
  /** Values that hold no others, as JSON text by pointer. */
  readonly leaves: ReadonlyMap<string, string>;
  /** Pointers of objects and lists that hold something. */
  readonly places: ReadonlySet<string>;
}

function readLeaves(document: JsonObject): Leaves {
  const leaves = new Map<string, string>();
  const places = new Set<string>();
  const visit = (value: unknown, pointer: string): void => {
    const members: [string, unknown][] = Array.isArray(value) || isObject(value) ? Object.entries(value) : [];
    if (members.length === 0) leaves.set(pointer, JSON.stringify(value));
    else places.add(pointer);
    for (const [key, member] of members) visit(member, `${pointer}/${escapePointer(key)}`);
  };
  visit(document, "");
  return { leaves, places };
}

/** Pointers of schemas that are a reference on one side alone. */
function referencesThatCameOrWent(...sides: [Leaves["leaves"], Leaves["leaves"]]): string[] {
  const [old, now] = sides.map((leaves) => [...leaves.keys()].filter((pointer) => pointer.endsWith("/$ref")));
  const { added, removed } = namesChanged(old ?? [], now ?? []);
  return [...added, ...removed].map((pointer) => pointer.slice(0, pointer.lastIndexOf("/")));
}

function coveredBy(place: DifferEntry["base"], property: string | undefined): string[] {
  // Without a value, it is pointed to what the member would be a member of: there is nothing to cover.
  if (place === undefined || (property !== undefined && place.value === undefined)) return [];
  return [place.pointer.replace(/^#/, "")];
}

function isCovered(pointer: string, covered: ReadonlySet<string>): boolean {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) {
    if (covered.has(pointer.slice(0, end))) return true;
  }
  return false;
}

function isToldElsewhere(pointer: string, oneSided: ReadonlySet<string>): boolean {
  const keys = readPointer(pointer);
  if (keys[0] === "components" && keys[1] === "schemas") return oneSided.has(keys[2] ?? "");
  // The facts name the type of a successful response.
  return (
    keys[0] === "paths" &&
    keys[3] === "responses" &&
    keys[4] === "200" &&
    keys.slice(-2).join() === "schema,$ref"
  );
}

const labels = ["externalDocs", "info", "jsonSchemaDialect", "openapi", "tags"];

function describe(pointer: string, { label }: Place, before: unknown, after: unknown): Difference {
  const [root = "", ...rest] = readPointer(pointer);
  const what = phrase`${label} is ${quoteJson(after)} now; it was ${quoteJson(before)}.`;
  if (rest.at(-1) === "$ref") return { kind: "reference-changed", what };
  return { kind: labels.includes(root) ? "bookkeeping" : "unknown", what };
}

function parse(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}
