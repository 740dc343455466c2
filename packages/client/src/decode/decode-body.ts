import {
  findOddList,
  findOddSeries,
  type OperationDescriptor,
  UsageDecodeError,
} from "@ldusage/types/runtime";
import { readObject } from "./parse-body.ts";

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
  const fail = (found: string): UsageDecodeError =>
    new UsageDecodeError({ operationId: operation.operationId, status, found });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw fail("the body is not UTF-8");
  }
  const body = readObject(text);
  const odd = findOdd(operation, body);
  if (odd === undefined && typeof body === "object") return withLists(operation, body);
  // What is odd may be quoted, and a server may echo the token: look again where it is taken out.
  throw fail(findOdd(operation, readObject(redact(text))) ?? "the body holds the access token");
}

function findOdd({ response }: OperationDescriptor, body: object | string): string | undefined {
  if (typeof body === "string") return body;
  return response.kind === "series" ? findOddSeries(body) : findOddList(body, response);
}

// An empty list may come as `null` or not at all, while the type of the response promises a list.
function withLists({ response }: OperationDescriptor, body: object): object {
  const { series, metadata }: { series?: unknown; metadata?: unknown } = body;
  if (response.kind !== "series" || (series && metadata)) return body;
  return { ...body, series: series ?? [], metadata: metadata ?? [] };
}
