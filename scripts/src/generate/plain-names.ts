import { holdingOf, type Kind } from "../openapi/grammar.ts";
import { isObject, type Json, type JsonObject } from "../openapi/json.ts";
import { referenceTo, tokensOf } from "../openapi/pointer.ts";
import { literal, propertyName } from "./escape.ts";

export interface PlainNames {
  readonly document: JsonObject;
  /** Code that was made from the document, with the names that it really has. */
  restore(code: string): string;
}

/**
 * A document in which names that may be anything are plain ones where they are not yet. The library that makes types
 * takes `constructor` for a member that every object has, and reads a percent sign as the start of something else.
 */
export function withPlainNames(document: JsonObject): PlainNames {
  const text = JSON.stringify(document);
  let prefix = "nameOf";
  while (text.includes(prefix)) prefix += "_";
  const originals: string[] = [];
  const plain = (name: string): string => {
    if (/^[\w.$ -]+$/.test(name) && !(name in {})) return name;
    const known = originals.indexOf(name);
    return `${prefix}${known < 0 ? originals.push(name) - 1 : known}`;
  };
  const { paths, components } = document;
  const renamed = {
    ...document,
    paths: renameEach(plain, "pathItem", paths),
    components: renameComponents(plain, isObject(components) ? components : {}),
  };
  const written = new RegExp(`("?)${prefix}(\\d+)\\1`, "g");
  return {
    document: renamed,
    restore: (code) =>
      code.replace(written, (_whole, quote: string, index: string) => {
        const name = originals[Number(index)] ?? "";
        return quote === "" ? propertyName(name) : literal(name);
      }),
  };
}

type Rename = (name: string) => string;

function renameComponents(plain: Rename, components: JsonObject): JsonObject {
  const { schemas, responses } = components;
  return {
    ...components,
    schemas: renameEach(plain, "schema", schemas, plain),
    responses: renameEach(plain, "response", responses),
  };
}

/** The objects in a map, under other keys where keys are names. */
function renameEach(
  plain: Rename,
  kind: Kind,
  map: Json | undefined,
  key: Rename = (name) => name,
): JsonObject {
  return Object.fromEntries(
    Object.entries(isObject(map) ? map : {}).map(([name, held]) => [key(name), rename(plain, kind, held)]),
  );
}

function rename(plain: Rename, kind: Kind, value: Json): Json {
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([member, held]) => [member, renameMember(plain, kind, member, held)]),
  );
}

function renameMember(plain: Rename, kind: Kind, member: string, held: Json): Json {
  if (member === "$ref") return renameReference(plain, held);
  const isName = (kind === "parameter" && member === "name") || member === "operationId";
  if (isName && typeof held === "string") return plain(held);
  if (kind === "schema" && member === "required" && Array.isArray(held)) {
    return held.map((name) => plain(String(name)));
  }
  if (kind === "schema" && member === "discriminator") return renameDiscriminator(plain, held);
  const holding = holdingOf(kind, member);
  if (holding === undefined) return held;
  if (holding.form === "map") {
    const hasNames = member === "properties" || member === "headers";
    return renameEach(plain, holding.kind, held, hasNames ? plain : undefined);
  }
  if (Array.isArray(held)) return held.map((item) => rename(plain, holding.kind, item));
  return rename(plain, holding.kind, held);
}

function renameDiscriminator(plain: Rename, held: Json): Json {
  const { propertyName: property, mapping }: JsonObject = isObject(held) ? held : {};
  const targets = Object.entries(isObject(mapping) ? mapping : {});
  return {
    propertyName: plain(String(property)),
    mapping: Object.fromEntries(targets.map(([value, target]) => [value, renameReference(plain, target)])),
  };
}

function renameReference(plain: Rename, reference: Json): Json {
  if (typeof reference !== "string") return reference;
  const [root = "", section = "", name = "", ...rest] = tokensOf(reference) ?? [
    "components",
    "schemas",
    reference,
  ];
  return section === "schemas" ? referenceTo([root, section, plain(name), ...rest]) : reference;
}
