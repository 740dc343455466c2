import { UsageDecodeError } from "@ldusage/types/runtime";
import { redact } from "../call/usage-call.ts";
import { UsageNetworkError } from "../errors/usage-network-error.ts";
import { abortable } from "../layers/abortable.ts";
import type { Attempt } from "../layers/layer.ts";

/** Bytes as they come from a response. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Reads a body chunk by chunk, decompressed, under the attempt's signal and a size limit. */
export interface LimitedBody {
  /** The next chunk; `undefined` at the end. Rejects with a typed error, or with the signal's reason. */
  read(): Promise<Bytes | undefined>;
  /** Gives up reading and lets go of the connection. */
  cancel(): void;
}

/** Opens the body of a response. The count is of what has been read, so that nothing beyond the limit is kept. */
export function openBody(response: Response, { call, signal }: Attempt, maxBytes: number): LimitedBody {
  let reader: ReadableStreamDefaultReader<Bytes> | undefined;
  // What is declared is compressed where it is encoded at all, and then no bound of what comes out.
  const isDeclaredTooLarge =
    Number(response.headers.get("Content-Length")) > maxBytes && !response.headers.has("Content-Encoding");
  let count = 0;
  const cancel = (): void => {
    signal.removeEventListener("abort", cancel);
    try {
      (reader ?? response.body)?.cancel().catch(() => {});
    } catch {
      // A body that cannot be cancelled is none of a runtime's, and there is nothing more to do about it.
    }
  };
  // A transport that pays no heed to signals would leave the read pending.
  signal.addEventListener("abort", cancel, { once: true });
  const tooLarge = (): UsageDecodeError => {
    const found = `the body is larger than the limit of ${maxBytes} bytes (maxResponseBytes)`;
    return new UsageDecodeError({ operationId: call.operationId, status: response.status, found });
  };
  const read = async (): Promise<Bytes | undefined> => {
    try {
      signal.throwIfAborted();
      if (isDeclaredTooLarge) throw tooLarge();
      reader ??= response.body?.getReader();
      const value = reader && (await abortable(reader.read(), signal)).value;
      signal.throwIfAborted();
      if (value === undefined) {
        signal.removeEventListener("abort", cancel);
        return undefined;
      }
      if (!ArrayBuffer.isView(value)) throw new TypeError("the body gives something other than bytes");
      count += value.byteLength;
      if (count > maxBytes) throw tooLarge();
      // Bytes of another realm, as in some test environments, are no instances of this one's class.
      return value instanceof Uint8Array ? value : asBytes(value);
    } catch (error) {
      cancel();
      signal.throwIfAborted();
      if (error instanceof UsageDecodeError) throw error;
      throw new UsageNetworkError(call.operationId, error, (text) => redact(call, text));
    }
  };
  return { cancel, read };
}

function asBytes({ buffer, byteOffset, byteLength }: Bytes): Bytes {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** All of a body. */
export async function readAll(body: LimitedBody): Promise<Bytes> {
  const chunks: Bytes[] = [];
  let length = 0;
  for (let chunk = await body.read(); chunk !== undefined; chunk = await body.read()) {
    if (chunk.byteLength > 0) chunks.push(chunk);
    length += chunk.byteLength;
  }
  if (chunks.length === 1 && chunks[0] !== undefined) return chunks[0];
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}
