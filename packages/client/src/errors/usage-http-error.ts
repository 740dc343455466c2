import { isUsageError, UsageError } from "@ldusage/types/runtime";

/**
 * Why the server refused, in one word to switch on.
 *
 * @example
 * ```ts
 * import type { UsageHttpReason } from "@ldusage/client";
 *
 * const exitCodes: Partial<Record<UsageHttpReason, number>> = { "invalid-token": 77, "rate-limited": 75 };
 * exitCodes["rate-limited"]; //=> 75
 * ```
 */
export type UsageHttpReason =
  | "missing-beta-header"
  | "forbidden"
  | "invalid-token"
  | "invalid-request"
  | "range-too-large"
  | "not-found"
  | "rate-limited"
  | "unavailable"
  | "redirected"
  | "unexpected-status";

/** Facts of a {@link UsageHttpError}. */
export interface UsageHttpErrorFacts {
  readonly operationId: string;
  readonly status: number;
  readonly reason: UsageHttpReason;
  readonly hint: string;
  readonly code?: string | undefined;
  readonly serverMessage?: string | undefined;
  readonly id?: string | undefined;
  readonly retryAfterMs?: number | undefined;
}

/**
 * The server answered with a status that is not a success.
 *
 * @example
 * ```ts
 * import { createUsageClient } from "@ldusage/client";
 *
 * const usage = createUsageClient({
 *   accessToken: "api-123",
 *   fetch: async () => Response.json({ message: "Invalid resource identifier" }, { status: 404 }),
 * });
 * const { error } = await usage.request("getMAUTotalUsage", {});
 * error?.name === "UsageHttpError" && [error.status, error.reason, error.serverMessage];
 * //=> [404, "not-found", "Invalid resource identifier"]
 * ```
 */
export class UsageHttpError extends UsageError {
  override readonly name = "UsageHttpError";
  declare readonly operationId: string;
  declare readonly status: number;
  declare readonly reason: UsageHttpReason;
  /** What to do about it; empty from a client that was built without hints. */
  declare readonly hint: string;
  /** The server's error code, where it gave one. */
  declare readonly code: string | undefined;
  /** The server's own words, shortened, where it gave any. */
  declare readonly serverMessage: string | undefined;
  /** The server's id of the failure, for LaunchDarkly's support. */
  declare readonly id: string | undefined;
  /** Milliseconds after which the server said that another call has a chance, where it said so. */
  declare readonly retryAfterMs: number | undefined;

  constructor(facts: UsageHttpErrorFacts) {
    const { operationId, status, reason, serverMessage, hint } = facts;
    const said = serverMessage === undefined ? "" : `: ${serverMessage.replace(/\.$/, "")}`;
    super(`${operationId} was answered with status ${status} (${reason})${said}. ${hint}`.trimEnd(), facts);
  }
}

/**
 * Whether a value is a {@link UsageHttpError}, also when it comes from another copy of the package.
 *
 * @example
 * ```ts
 * import { createUsageClient, isUsageHttpError } from "@ldusage/client";
 *
 * const usage = createUsageClient({
 *   accessToken: "api-123",
 *   fetch: async () => Response.json({ code: "forbidden" }, { status: 403 }),
 * });
 * const { error } = await usage.request("getMAUTotalUsage", {});
 * isUsageHttpError(error) && error.reason; //=> "forbidden"
 * ```
 */
export function isUsageHttpError(value: unknown): value is UsageHttpError {
  return isUsageError(value) && value.name === "UsageHttpError";
}
