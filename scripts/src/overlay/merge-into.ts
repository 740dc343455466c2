import { isObject } from "../openapi/json.ts";

/**
 * Merges by the rules of OpenAPI Overlay 1.0: objects member by member, a list is appended to (a list given for
 * a list is concatenated), anything primitive is replaced. An object does not turn into something else silently.
 */
export function mergeInto(target: unknown, update: unknown, refuse: (problem: string) => Error): unknown {
  if (Array.isArray(target)) return [...target, ...(Array.isArray(update) ? update : [update])];
  if (!isObject(target)) return structuredClone(update);
  if (!isObject(update)) throw refuse("it would replace an object by something else; remove it first");
  const names = [...new Set([...Object.keys(target), ...Object.keys(update)])];
  // `fromEntries` defines properties, so that a member named `__proto__` stays a member.
  return Object.fromEntries(
    names.map((name) => {
      if (!Object.hasOwn(update, name)) return [name, target[name]];
      if (!Object.hasOwn(target, name)) return [name, structuredClone(update[name])];
      return [name, mergeInto(target[name], update[name], refuse)];
    }),
  );
}
