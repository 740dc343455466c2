import { UsageDecodeError } from "@ldusage/types/runtime";

/** The object in a body, or what is odd about it, as a clause. */
export function readObject(text: unknown): object | string {
  if (typeof text !== "string" || text === "") return "the body is empty";
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // The engine's message quotes the body, which may be anything; the kind of body says enough.
    return /^\s*</.test(text) ? "the body is HTML or XML, not JSON" : "the body is not JSON, or is cut off";
  }
  return typeof body === "object" && body !== null && !Array.isArray(body)
    ? body
    : "the body is not an object";
}

/**
 * The object in the body of a successful response.
 *
 * @throws UsageDecodeError when there is none.
 */
export function parseBody(operationId: string, status: number, text: unknown): object {
  const found = readObject(text);
  if (typeof found === "object") return found;
  throw new UsageDecodeError({ operationId, status, found });
}
