import { refuseParameter } from "@ldusage/types/runtime";

// Tokens of the API are longer. What stands for one in a test may be a word that a key holds as well.
const shortestSecret = 16;

/**
 * Refuses parameters that hold the access token: it is there by mistake, and a refusal would show it.
 *
 * @throws UsageInputError without the value.
 */
export function checkSecret(operationId: string, parameters: unknown, secret: string | undefined): void {
  if (secret === undefined || secret.length < shortestSecret || !holds([operationId, parameters], secret))
    return;
  throw refuseParameter(
    { operationId: operationId.replaceAll(secret, "(access token)") },
    "parameters",
    "(not shown)",
    "they hold the access token, which goes into the client's options alone",
    "leave it out",
  );
}

function holds(value: unknown, secret: string): boolean {
  const seen = new Set<unknown>();
  const search = (member: unknown): boolean => {
    if (typeof member === "string") return member.includes(secret);
    if (typeof member !== "object" || member === null || seen.has(member)) return false;
    seen.add(member);
    return Object.entries(member).some(([key, inner]) => search(key) || search(inner));
  };
  return search(value);
}
