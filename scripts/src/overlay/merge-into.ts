import { isObject, sameJson } from "../openapi/json.ts";

/**
 * Merges by the rules of OpenAPI Overlay 1.0: objects member by member, a list is appended to (a list given for
 * a list is concatenated), anything primitive is replaced. Stricter than the standard where a correction would be
 * pointless or harmful: no part of an update may already hold, and an object does not turn into something else.
 */
export function mergeInto(
  target: unknown,
  update: unknown,
  refuse: (problem: string) => Error,
  place = "",
): unknown {
  if (Array.isArray(target)) return append(target, Array.isArray(update) ? update : [update], refuse, place);
  if (!isObject(target)) {
    if (sameJson(target, update)) throw refuse(alreadyHolds(place));
    return structuredClone(update);
  }
  if (!isObject(update))
    throw refuse(`it would replace an object${place} by something else; remove it first`);
  if (Object.keys(update).length === 0) throw refuse(alreadyHolds(place));
  const names = [...new Set([...Object.keys(target), ...Object.keys(update)])];
  // `fromEntries` defines properties, so that a member named `__proto__` stays a member.
  return Object.fromEntries(
    names.map((name) => {
      if (!Object.hasOwn(update, name)) return [name, target[name]];
      if (!Object.hasOwn(target, name)) return [name, structuredClone(update[name])];
      return [name, mergeInto(target[name], update[name], refuse, `${place} at "${name}"`)];
    }),
  );
}

function append(
  target: readonly unknown[],
  items: readonly unknown[],
  refuse: (problem: string) => Error,
  place: string,
): unknown[] {
  if (items.length === 0) throw refuse(alreadyHolds(place));
  for (const item of items) {
    if (target.some((present) => sameJson(present, item))) throw refuse(alreadyHolds(place));
    if (target.some((present) => isSameEntry(present, item))) {
      throw refuse(`an entry of that name is there already${place}; update or remove it`);
    }
  }
  return [...target, ...structuredClone(items)];
}

// Entries of the lists of an OpenAPI document are known by these members.
function isSameEntry(left: unknown, right: unknown): boolean {
  if (!isObject(left) || !isObject(right)) return false;
  if (left["name"] !== undefined) return left["name"] === right["name"] && left["in"] === right["in"];
  return ["url", "value"].some((key) => left[key] !== undefined && left[key] === right[key]);
}

function alreadyHolds(place: string): string {
  return `it changes nothing${place}; upstream says the same now, so delete that part`;
}
