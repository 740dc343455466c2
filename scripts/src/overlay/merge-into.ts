import { isObject, type Json, sameJson } from "../openapi/json.ts";

/** A part of an update that cannot be made as it is written. */
export interface Refusal {
  /**
   * - `same`: the document says the same already.
   * - `entry`: a list has an entry of that name already; the two are merged.
   * - `shape`: an object would turn into something else; it stays.
   */
  readonly kind: "same" | "entry" | "shape";
  /** Where inside of the update; empty for all of it. */
  readonly part: string;
}

type Refuse = (refusal: Refusal) => void;

/**
 * Merges by the rules of OpenAPI Overlay 1.0: objects member by member, a list is appended to (a list given for
 * a list is concatenated), anything primitive is replaced. Stricter than the standard where a correction would be
 * pointless or harmful: such parts are refused, and the others are made.
 */
export function mergeInto(target: unknown, update: unknown, refuse: Refuse, part = ""): unknown {
  if (Array.isArray(target)) return append(target, Array.isArray(update) ? update : [update], refuse, part);
  if (!isObject(target)) {
    if (sameJson(target, update)) refuse({ kind: "same", part });
    return structuredClone(update);
  }
  if (!isObject(update)) {
    refuse({ kind: "shape", part });
    return target;
  }
  if (Object.keys(update).length === 0) refuse({ kind: "same", part });
  const names = [...new Set([...Object.keys(target), ...Object.keys(update)])];
  // `fromEntries` defines properties, so that a member named `__proto__` stays a member.
  return Object.fromEntries(
    names.map((name) => {
      if (!Object.hasOwn(update, name)) return [name, target[name]];
      if (!Object.hasOwn(target, name)) return [name, structuredClone(update[name])];
      return [name, mergeInto(target[name], update[name], refuse, `${part} at ${JSON.stringify(name)}`)];
    }),
  );
}

function append(
  target: readonly unknown[],
  items: readonly unknown[],
  refuse: Refuse,
  part: string,
): unknown[] {
  if (items.length === 0) refuse({ kind: "same", part });
  const result = [...target];
  for (const item of items) {
    const entry = `${part} with ${JSON.stringify(item).slice(0, 80)}`;
    const position = target.findIndex((present) => isSameEntry(present, item));
    if (target.some((present) => sameJson(present, item))) refuse({ kind: "same", part: entry });
    else if (position < 0) result.push(structuredClone(item));
    else {
      refuse({ kind: "entry", part: entry });
      result[position] = mergeInto(result[position], item, () => undefined);
    }
  }
  return result;
}

// Entries of the lists of an OpenAPI document are known by these members.
function isSameEntry(left: unknown, right: unknown): boolean {
  if (!isObject(left) || !isObject(right)) return false;
  if (left["name"] !== undefined) return left["name"] === right["name"] && left["in"] === right["in"];
  return ["url", "value"].some((key) => left[key] !== undefined && left[key] === right[key]);
}

/** How many parts of an update can be refused one by one. */
export function countParts(update: Json): number {
  if (Array.isArray(update)) return Math.max(1, update.length);
  if (!isObject(update)) return 1;
  return Math.max(
    1,
    Object.values(update).reduce<number>((sum, member) => sum + countParts(member), 0),
  );
}
