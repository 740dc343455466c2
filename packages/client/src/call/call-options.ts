import type { UsageClientEvent } from "./client-event.ts";

/**
 * Options of a single call. They win over those of the client.
 *
 * @example
 * ```ts
 * import { createUsageClient } from "@ldusage/client";
 *
 * const usage = createUsageClient({ accessToken: "api-123" });
 *
 * const { signal } = new AbortController();
 * const { sdks } = await usage.getMauSdksByType({}, { signal, deadlineMs: 10_000, attemptTimeoutMs: 2_000 });
 * sdks.length > 0; //=> true
 * ```
 */
export interface CallOptions {
  /** Ends the call, which then rejects with the signal's own `reason`. */
  readonly signal?: AbortSignal | undefined;
  /** Longest time of the whole call in milliseconds, every wait and retry included. @default the client's */
  readonly deadlineMs?: number | undefined;
  /** Longest time of one attempt in milliseconds, up to the end of the body. @default the client's */
  readonly attemptTimeoutMs?: number | undefined;
  /** Told what happens to this call, besides the client's own listener. */
  readonly onEvent?: ((event: UsageClientEvent) => void) | undefined;
}

/**
 * Options of a call whose body is decoded and checked.
 *
 * @example
 * ```ts
 * import { createUsageClient } from "@ldusage/client";
 *
 * const usage = createUsageClient({ accessToken: "api-123" });
 *
 * const result = await usage.request("getMauSdksByType", {}, { parse: "json", deadlineMs: 10_000 });
 * result.ok && Array.isArray(result.data.sdks); //=> true
 * ```
 */
export interface JsonCallOptions extends CallOptions {
  /** What to do with the body. @default "json" */
  readonly parse?: "json" | undefined;
}

/**
 * Options of a call that gives the body's bytes, decompressed and otherwise as they came.
 *
 * @example
 * ```ts
 * import { createUsageClient } from "@ldusage/client";
 *
 * const usage = createUsageClient({ accessToken: "api-123" });
 *
 * const result = await usage.request("getMauSdksByType", {}, { parse: "bytes" });
 * result.ok && result.data instanceof Uint8Array; //=> true
 * ```
 */
export interface BytesCallOptions extends CallOptions {
  readonly parse: "bytes";
}

/**
 * Options of a call that gives the body as a stream. Retries end with the response's headers; deadline, abort and
 * size limit hold until the stream ends, which then fails with the typed error. Read it to its end or cancel it.
 *
 * @example
 * ```ts
 * import { createUsageClient } from "@ldusage/client";
 *
 * const usage = createUsageClient({ accessToken: "api-123" });
 *
 * const result = await usage.request("getMauSdksByType", {}, { parse: "stream" });
 * const text = result.ok ? await new Response(result.data).text() : "";
 * text.startsWith("{"); //=> true
 * ```
 */
export interface StreamCallOptions extends CallOptions {
  readonly parse: "stream";
}
