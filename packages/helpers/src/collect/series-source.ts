/**
 * What a source tells while it works on a request. The client's events are such.
 *
 * @example
 * ```ts
 * import type { SourceEvent } from "@ldusage/helpers";
 *
 * const event: SourceEvent = { type: "wait", reason: "rate-limit", waitMs: 4_000 };
 * event.reason; //=> "rate-limit"
 * ```
 */
export interface SourceEvent {
  /** `wait` when the request waits, `attempt` when it goes out. */
  readonly type: string;
  /** Why it waits: `concurrency` is the source's own limit, everything else the server's or a failure. */
  readonly reason?: string;
  /** How long it waits, in milliseconds, where that is known. */
  readonly waitMs?: number;
}

/**
 * What a source is asked for besides the parameters.
 *
 * @example
 * ```ts
 * import type { SourceOptions } from "@ldusage/helpers";
 *
 * const options: SourceOptions = { parse: "bytes", signal: AbortSignal.timeout(60_000) };
 * options.parse; //=> "bytes"
 * ```
 */
export interface SourceOptions {
  /** The body is wanted as bytes. A source may also give what they say, parsed. */
  readonly parse: "bytes";
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: SourceEvent) => void;
}

/**
 * Anything that can be asked for a response: the client, or a stand-in for it.
 *
 * @example
 * ```ts
 * import { collectSeries, type SeriesSource } from "@ldusage/helpers";
 *
 * const source: SeriesSource = {
 *   request: async () => ({ ok: true, data: { metadata: [{}], series: [{ time: 1_767_225_600_000, "0": 5 }] } }),
 * };
 * const table = await collectSeries(source, "getMAUTotalUsage", { from: "2026-01-01", to: "2026-01-02" });
 * table.columns[0]?.values; //=> Float64Array [5]
 * ```
 */
export interface SeriesSource {
  /**
   * Asks for an operation. Gives the body, as bytes or parsed, or the error; rejects when it is aborted.
   *
   * @example
   * ```ts
   * import { createUsageClient } from "@ldusage/client";
   * import type { SeriesSource } from "@ldusage/helpers";
   *
   * const source: SeriesSource = createUsageClient({ accessToken: "api-123" });
   * const answer = await source.request("getMAUTotalUsage", { from: "2026-11-01" }, { parse: "bytes" });
   * answer.ok && answer.data instanceof Uint8Array; //=> true
   * ```
   */
  request(
    operationId: string,
    parameters: object,
    options: SourceOptions,
  ): Promise<{ readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly error: unknown }>;
}
