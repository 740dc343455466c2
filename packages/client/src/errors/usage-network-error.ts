import { isUsageError, UsageError } from "@ldusage/types/errors";

/** No complete response arrived. */
export class UsageNetworkError extends UsageError {
  override readonly name = "UsageNetworkError";
  readonly operationId: string;
  /** Name, message and code of what the transport threw: a copy without anything else that it may hold. */
  override readonly cause: Readonly<Record<"name" | "message" | "code", string | undefined>>;

  constructor(operationId: string, thrown: unknown, redact: (text: string) => string) {
    const cause = describeThrown(thrown, redact);
    super(`${operationId} got no response: ${cause.message ?? "the transport failed"}.`);
    this.operationId = operationId;
    this.cause = cause;
  }
}

/** Whether a value is a {@link UsageNetworkError}, also when it comes from another copy of the package. */
export function isUsageNetworkError(value: unknown): value is UsageNetworkError {
  return isUsageError(value) && value.name === "UsageNetworkError";
}

// Node's fetch throws a bare "fetch failed" and keeps what happened in `cause`.
function describeThrown(thrown: unknown, redact: (text: string) => string): UsageNetworkError["cause"] {
  const inner = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  if (!(inner instanceof Error)) return { name: undefined, message: undefined, code: undefined };
  const code = "code" in inner && typeof inner.code === "string" ? inner.code : undefined;
  const message = inner.message === "" ? code : inner.message;
  return { name: inner.name, message: message === undefined ? undefined : redact(message), code };
}
