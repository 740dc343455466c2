export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** JSON with the members of every object in order of their names: the same content always gives the same bytes. */
export function stableStringify(value: unknown): string {
  return `${JSON.stringify(sortMembers(value), null, 2)}\n`;
}

function sortMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortMembers);
  if (!isObject(value)) return value;
  // `fromEntries` defines properties, so that a member named `__proto__` stays a member.
  return Object.fromEntries(
    Object.keys(value)
      .sort(compareText)
      .map((key) => [key, sortMembers(value[key])]),
  );
}

/** Orders text by code units, the same on every machine whatever its locale. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether two JSON values have the same content, whatever the order of members. */
export function sameJson(left: unknown, right: unknown): boolean {
  return stableStringify(left) === stableStringify(right);
}
