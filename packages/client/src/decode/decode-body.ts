import type { OperationDescriptor } from "@ldusage/types/catalog";
import { UsageDecodeError } from "@ldusage/types/errors";
import { findOddList, findOddSeries } from "@ldusage/types/response";

/**
 * The body of a successful response, checked to have the shape that the operation promises. Unknown members
 * are kept.
 *
 * @throws UsageDecodeError naming the first odd thing found.
 */
export function decodeBody(operation: OperationDescriptor, status: number, text: string | undefined): object {
  const { operationId, response } = operation;
  const fail = (found: string): UsageDecodeError => new UsageDecodeError({ operationId, status, found });
  if (text === undefined || text === "") throw fail("the body is empty");
  const body = parse(text, fail);
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw fail("the body is not an object");
  const odd = response.kind === "series" ? findOddSeries(body) : findOddList(body, response);
  if (odd !== undefined) throw fail(odd);
  return response.kind === "series" ? withLists(body) : body;
}

// An empty list may come as `null` or not at all, while the type of the response promises a list.
function withLists(body: object): object {
  const { series, metadata }: { series?: unknown; metadata?: unknown } = body;
  return series && metadata ? body : { ...body, series: series ?? [], metadata: metadata ?? [] };
}

// The engine's message quotes the body, which may be anything; the kind of body says enough.
function parse(text: string, fail: (found: string) => UsageDecodeError): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw fail(
      /^\s*</.test(text) ? "the body is HTML or XML, not JSON" : "the body is not JSON, or is cut off",
    );
  }
}
