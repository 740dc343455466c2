import type { ServiceDescriptor } from "@ldusage/types/runtime";
import type { UsageClientEvent } from "../call/client-event.ts";
import type { Clock } from "../clock.ts";
import type { RateLimiter } from "../layers/rate-limiter.ts";
import type { RetryOptions } from "../layers/retry.ts";
import type { AccessToken } from "../transport/access-token.ts";

/**
 * A LaunchDarkly instance.
 *
 * @example
 * ```ts
 * import { createUsageClient, type Region } from "@ldusage/client";
 *
 * const region: Region = "eu";
 * typeof createUsageClient({ accessToken: "api-123", region }).request; //=> "function"
 * ```
 */
export type Region = keyof ServiceDescriptor["servers"];

/**
 * Where a client sends its requests, as whom, and what it tells of them.
 *
 * @example
 * ```ts
 * import { type ConnectionOptions, createUsageClient } from "@ldusage/client";
 *
 * const connection: ConnectionOptions = {
 *   accessToken: async () => "api-123",
 *   baseUrl: "https://proxy.example/launchdarkly",
 *   maxResponseBytes: 1_000_000,
 * };
 * (await createUsageClient({ ...connection, retry: { limit: 1 } }).request("getMauSdksByType", {})).meta.attempts; //=> 1
 * ```
 */
export interface ConnectionOptions {
  /**
   * A personal or service access token, or a function that gives one and is asked before each attempt. Sent bare in
   * the `Authorization` header, without "Bearer". SDK keys, mobile keys and client-side ids do not work.
   */
  readonly accessToken: AccessToken;
  /** The instance that holds the account. @default "us" */
  readonly region?: Region | undefined;
  /** Another server than the region's: a proxy, or a simulator. Plain `http:` only for loopback addresses. */
  readonly baseUrl?: string | undefined;
  /** Accept plain `http:` for any host. The token then crosses the network in the clear. @default false */
  readonly allowInsecure?: boolean | undefined;
  /**
   * The transport. It should end its work when the request's `signal` is aborted, and must not follow redirects.
   * @default globalThis.fetch
   */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /**
   * Longest body of a response in bytes, decompressed; counted while it arrives. A longer one is a
   * `UsageDecodeError`. `Infinity` for no limit. @default 67_108_864, which is 64 MiB
   */
  readonly maxResponseBytes?: number | undefined;
  /** Is told of attempts, responses, waits and failures, at once and in order. An error it throws is uncaught. */
  readonly onEvent?: ((event: UsageClientEvent) => void) | undefined;
  /** Clocks and timers. @default the runtime's */
  readonly clock?: Clock | undefined;
  /** Gives a number from 0 up to, but not including, 1; for jitter. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * Options of `createUsageClient`. Everything but the token has a default.
 *
 * @example
 * ```ts
 * import { createUsageClient, type UsageClientOptions } from "@ldusage/client";
 *
 * const options: UsageClientOptions = {
 *   accessToken: "api-123",
 *   region: "us",
 *   deadlineMs: 60_000,
 *   retry: { limit: 2 },
 *   concurrency: 4,
 * };
 * (await createUsageClient(options).getMauSdksByType()).sdks.length > 0; //=> true
 * ```
 */
export interface UsageClientOptions extends ConnectionOptions {
  /** Longest time of a call in milliseconds, every wait and retry included; `Infinity` for no limit. @default 300_000 */
  readonly deadlineMs?: number | undefined;
  /** Longest time of one attempt in milliseconds, up to the end of the body; `Infinity` for no limit. @default 60_000 */
  readonly attemptTimeoutMs?: number | undefined;
  /** When and how often a failed attempt is followed by another. */
  readonly retry?: RetryOptions | undefined;
  /** Most requests under way at a time. Not together with `rateLimiter`, which has its own. @default 8 */
  readonly concurrency?: number | undefined;
  /** A limiter to share with other clients of the same account. @default one of the client's own */
  readonly rateLimiter?: RateLimiter | undefined;
  /** Do not warn in a browser page, where everyone who sees the page can read the token. @default false */
  readonly allowBrowser?: boolean | undefined;
}
