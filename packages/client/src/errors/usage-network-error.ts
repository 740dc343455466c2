import { isUsageError, UsageError } from "@ldusage/types/runtime";

/**
 * No complete response arrived.
 *
 * @example
 * ```ts
 * import { createUsageClient } from "@ldusage/client";
 *
 * const usage = createUsageClient({
 *   accessToken: "api-123",
 *   retry: { limit: 0 },
 *   fetch: async () => Promise.reject(new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED") })),
 * });
 * const { error } = await usage.request("getMAUTotalUsage", {});
 * error?.name === "UsageNetworkError" && error.cause.message; //=> "connect ECONNREFUSED"
 * ```
 */
export class UsageNetworkError extends UsageError {
  override readonly name = "UsageNetworkError";
  declare readonly operationId: string;
  /** Name, message and code of what the transport threw: a copy without anything else that it may hold. */
  declare readonly cause: Readonly<Record<"name" | "message" | "code", string | undefined>>;

  constructor(operationId: string, thrown: unknown, redact: (text: string) => string) {
    const cause = describeThrown(thrown, redact);
    super(`${operationId} got no response: ${cause.message ?? "the transport failed"}.`, {
      operationId,
      cause,
    });
  }
}

/**
 * Whether a value is a {@link UsageNetworkError}, also when it comes from another copy of the package.
 *
 * @example
 * ```ts
 * import { createUsageClient, isUsageNetworkError } from "@ldusage/client";
 *
 * const fetch = async (): Promise<Response> => Promise.reject(new TypeError("fetch failed"));
 * const usage = createUsageClient({ accessToken: "api-123", retry: { limit: 0 }, fetch });
 * isUsageNetworkError(await usage.getMauSdksByType().catch((error: unknown) => error)); //=> true
 * ```
 */
export function isUsageNetworkError(value: unknown): value is UsageNetworkError {
  return isUsageError(value) && value.name === "UsageNetworkError";
}

// Node's fetch throws a bare "fetch failed" and keeps what happened in `cause`.
function describeThrown(thrown: unknown, redact: (text: string) => string): UsageNetworkError["cause"] {
  const inner = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  const error: Partial<Error & { readonly code: unknown }> = inner instanceof Error ? inner : {};
  const text = (value: unknown): string | undefined =>
    typeof value === "string" && value !== "" ? redact(value) : undefined;
  const code = text(error.code);
  return { name: text(error.name), message: text(error.message) ?? code, code };
}
