import type { OperationDescriptor } from "@ldusage/types/catalog";
import { UsageDecodeError } from "@ldusage/types/errors";
import { findOddList, findOddSeries } from "@ldusage/types/response";

/**
 * The body of a successful response, checked to have the shape that the operation promises. Unknown members
 * are kept.
 *
 * @throws UsageDecodeError naming the first odd thing found.
 */
export function decodeBody(
  operation: OperationDescriptor,
  status: number,
  bytes: Uint8Array,
  redact: (text: string) => string,
): object {
  const text = decodeText(bytes);
  const found = typeof text === "string" ? readBody(operation, text) : text;
  if ("body" in found) return found.body;
  // What is odd may be quoted, and a server may echo the token: look again where it is taken out.
  const safe = typeof text === "string" ? readBody(operation, redact(text)) : text;
  const { operationId } = operation;
  throw new UsageDecodeError({ operationId, status, found: "odd" in safe ? safe.odd : redact(found.odd) });
}

type Reading = { readonly body: object } | { readonly odd: string };

function decodeText(bytes: Uint8Array): string | { readonly odd: string } {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { odd: "the body is not UTF-8" };
  }
}

function readBody({ response }: OperationDescriptor, text: string): Reading {
  if (text === "") return { odd: "the body is empty" };
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // The engine's message quotes the body, which may be anything; the kind of body says enough.
    const isMarkup = /^\s*</.test(text);
    return { odd: isMarkup ? "the body is HTML or XML, not JSON" : "the body is not JSON, or is cut off" };
  }
  if (typeof body !== "object" || body === null || Array.isArray(body))
    return { odd: "the body is not an object" };
  const odd = response.kind === "series" ? findOddSeries(body) : findOddList(body, response);
  if (odd !== undefined) return { odd };
  return { body: response.kind === "series" ? withLists(body) : body };
}

// An empty list may come as `null` or not at all, while the type of the response promises a list.
function withLists(body: object): object {
  const { series, metadata }: { series?: unknown; metadata?: unknown } = body;
  return series && metadata ? body : { ...body, series: series ?? [], metadata: metadata ?? [] };
}
