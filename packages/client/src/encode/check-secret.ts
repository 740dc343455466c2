import { refuseParameter } from "@ldusage/types/runtime";

// Tokens of the API are longer. What stands for one in a test may be a word that a key holds as well.
const shortestSecret = 16;

/**
 * Refuses a call that holds the access token anywhere: it is there by mistake, and another refusal would show it.
 *
 * @throws UsageInputError without the value.
 */
export function checkSecret(operationId: string, given: unknown, secret: string | undefined): void {
  if (secret === undefined || secret.length < shortestSecret || !holds(given, secret)) return;
  const rule = "the call holds the access token, which goes into the client's options alone";
  throw refuseParameter({ operationId }, "parameters", "(not shown)", rule, "leave it out");
}

function holds(given: unknown, secret: string): boolean {
  const seen = new Set<unknown>();
  const search = (value: unknown): boolean => {
    if (typeof value === "string") return value.includes(secret);
    if (typeof value !== "object" || value === null || seen.has(value)) return false;
    seen.add(value);
    // Some objects are shown as what they turn into.
    if (("toJSON" in value || value instanceof String) && textOf(value).includes(secret)) return true;
    return Object.keys(value).some((key) => search(key) || search(Reflect.get(value, key)));
  };
  return search(given);
}

function textOf(value: object): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}
