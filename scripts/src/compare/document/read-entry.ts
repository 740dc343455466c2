import { isObject, type JsonObject } from "../../openapi/json.ts";
import type { Difference } from "../change.ts";
import { namesChanged, type Verdict } from "../compare-members.ts";
import { phrase, plain, quoteJson, quoteList } from "../phrase.ts";
import type { DifferEntry } from "./differ.ts";
import { type Place, placeOf, valueAt } from "./place-of.ts";
import { readPointer } from "./separate-prose.ts";

/** Two documents that a differ compared, and what their facts say of parameters. */
export interface ComparedDocuments {
  readonly base: JsonObject;
  readonly revision: JsonObject;
  /** Whether the parameter of the operation at a path is the start or the end of a range. */
  readonly isRangeEnd: (path: string, name: string) => boolean;
}

/** What a differ found, in our words and classes. */
export function readEntry(entry: DifferEntry, compared: ComparedDocuments): Verdict {
  const { base, revision } = compared;
  // Told as a schema that is gone and one that is new.
  if (isNameOfSchema(entry)) return "told elsewhere";
  const pointer = entry.revision?.pointer ?? entry.base?.pointer ?? "";
  const { label, path } = placeOf(ownerOf(entry), entry.revision === undefined ? base : revision);
  if (entry.kind === "modified") return readModified(entry, { label, path }, compared);
  const isGone = entry.kind === "removed";
  if (readPointer(pointer).at(-2) === "properties" && entry.typeName === "Schema") {
    return [{ kind: isGone ? "property-removed" : "property-added", what: cameOrWent(label, isGone) }];
  }
  if (entry.typeName === "SchemaProperties") {
    const properties = valueAt(isGone ? base : revision, readPointer(pointer));
    return Object.keys(isObject(properties) ? properties : {}).map((name) => ({
      kind: isGone ? "property-removed" : "property-added",
      what: cameOrWent(`${label.replace(/\.properties$/, "")}.${name}`, isGone),
    }));
  }
  return [{ kind: `differ-${entry.impact}`, what: cameOrWent(label, isGone) }];
}

function isNameOfSchema({ kind, typeName, property, base, revision }: DifferEntry): boolean {
  if (typeName !== "Schema") return false;
  const keys = readPointer((revision ?? base)?.pointer ?? "");
  return keys[0] === "components" && keys.length === 3 && (kind !== "modified" || property === "key");
}

function cameOrWent(label: string, isGone: boolean) {
  return isGone ? phrase`${label} is gone.` : phrase`${label} is new.`;
}

// A member that is modified is pointed to itself where it has a value, and by what it would be a member of otherwise.
function ownerOf({ property, base, revision }: DifferEntry): string {
  const { pointer = "", value = undefined } = revision ?? base ?? {};
  return property === undefined || value === undefined ? pointer : pointer.slice(0, pointer.lastIndexOf("/"));
}

function readModified(
  entry: DifferEntry,
  { label: owner, path }: Place,
  compared: ComparedDocuments,
): Verdict {
  const { property = "", typeName, impact } = entry;
  const [old, now] = [entry.base?.value, entry.revision?.value];
  if (typeName === "Schema" && property === "required") return readRequired(entry, owner, compared);
  if (typeName === "Schema" && property === "enum" && !owner.startsWith("parameters.")) {
    return readValues(owner, old, now);
  }
  const whole = owner === "" ? plain(path === undefined ? "the document" : "the operation") : undefined;
  const isType = typeName === "Schema" && property === "type" && impact === "major";
  return [
    {
      kind: isType ? kindOfType(owner, path, compared) : `differ-${impact}`,
      what: phrase`${property} of ${whole ?? owner} is ${quoteJson(now)} now; it was ${quoteJson(old)}.`,
    },
  ];
}

function kindOfType(owner: string, path: string | undefined, { isRangeEnd }: ComparedDocuments) {
  const [root, name = ""] = owner.split(".");
  if (root !== "parameters" || path === undefined) return "type-changed";
  return isRangeEnd(path, name) ? "time-type-changed" : "parameter-type-changed";
}

function readRequired(
  entry: DifferEntry,
  owner: string,
  { base, revision }: Pick<ComparedDocuments, "base" | "revision">,
): Verdict {
  const { added, removed } = namesChanged(listOf(entry.base?.value), listOf(entry.revision?.value));
  // What came or went altogether is told as such.
  const [had, has] = [
    propertiesAt(ownerOf({ ...entry, revision: undefined }), base),
    propertiesAt(ownerOf(entry), revision),
  ];
  const isKept = (name: string): boolean => had.has(name) === has.has(name);
  const [lost, gained] = [removed.filter(isKept), added.filter(isKept)];
  if (lost.length + gained.length === 0) return "told elsewhere";
  return [
    ...lost.map(
      (name): Difference => ({
        kind: "property-made-optional",
        what: phrase`${`${owner}.${name}`} may be absent now.`,
      }),
    ),
    ...gained.map(
      (name): Difference => ({
        kind: "property-made-required",
        what: phrase`${`${owner}.${name}`} is always there now.`,
      }),
    ),
  ];
}

function propertiesAt(owner: string, document: JsonObject): ReadonlySet<string> {
  const properties = valueAt(document, [...readPointer(owner), "properties"]);
  return new Set(isObject(properties) ? Object.keys(properties) : []);
}

function readValues(owner: string, before: unknown, after: unknown): Difference[] {
  if (before === undefined) {
    const what = phrase`${owner} is only one of ${quoteList(listOf(after))} now.`;
    return [{ kind: "response-values-listed", what }];
  }
  if (after === undefined)
    return [{ kind: "response-values-unlisted", what: phrase`${owner} may be any text now.` }];
  const { added, removed } = namesChanged(listOf(before), listOf(after));
  return [
    ...(removed.length === 0
      ? []
      : [
          {
            kind: "response-values-removed",
            what: phrase`${owner} is no longer ${quoteList(removed)}.`,
          } as const,
        ]),
    ...(added.length === 0
      ? []
      : [
          {
            kind: "response-values-added",
            what: phrase`${owner} may be ${quoteList(added)} as well.`,
          } as const,
        ]),
  ];
}

function listOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value.map((item: unknown) => (typeof item === "string" ? item : JSON.stringify(item)))
    : [];
}
