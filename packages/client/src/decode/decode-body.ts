import {
  findOddList,
  findOddSeries,
  type OperationDescriptor,
  UsageDecodeError,
} from "@ldusage/types/runtime";
import { readObject } from "./parse-body.ts";

const utf8 = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true });

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
    text = utf8.decode(bytes);
  } catch {
    throw fail("the body is not UTF-8");
  }
  const body = readObject(text);
  if (typeof body === "string") throw fail(body);
  const odd = findOdd(operation, body, redact);
  if (odd !== undefined) throw fail(odd);
  return withLists(operation, body);
}

// What is odd is quoted, and a server may echo the token.
function findOdd(
  { response }: OperationDescriptor,
  body: object,
  redact: (text: string) => string,
): string | undefined {
  return response.kind === "series" ? findOddSeries(body, redact) : findOddList(body, response);
}

// An empty list may come as `null` or not at all, while the type of the response promises a list.
function withLists({ response }: OperationDescriptor, body: object): object {
  const { series, metadata }: { series?: unknown; metadata?: unknown } = body;
  if (response.kind !== "series" || (series && metadata)) return body;
  return { ...body, series: series ?? [], metadata: metadata ?? [] };
}
