import type { ResponseDescriptor } from "../descriptor.ts";

/** The first thing that is wrong with a list response, as a clause; `undefined` when nothing is. */
export function findOddList(
  body: object,
  { property, items }: ResponseDescriptor & { kind: "list" },
): string | undefined {
  const list: unknown = Reflect.get(body, property);
  if (!Array.isArray(list)) return `"${property}" is not a list`;
  const fields = typeof items === "string" ? undefined : items.map(({ name }) => name);
  const position = list.findIndex((item) => !isItem(item, fields));
  if (position === -1) return undefined;
  return fields === undefined
    ? `"${property}"[${position}] is not text`
    : `"${property}"[${position}] has no text under ${fields.map((name) => `"${name}"`).join(", ")}`;
}

function isItem(item: unknown, fields: readonly string[] | undefined): boolean {
  if (fields === undefined) return typeof item === "string";
  if (typeof item !== "object" || item === null) return false;
  return fields.every((name) => typeof Reflect.get(item, name) === "string");
}
