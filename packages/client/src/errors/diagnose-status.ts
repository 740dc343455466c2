import { service } from "@ldusage/types/runtime";
import { UsageHttpError, type UsageHttpReason } from "./usage-http-error.ts";

const longestMessage = 500;

/** What is known of a response that is not a success. */
export interface FailedResponse {
  readonly operationId: string;
  readonly status: number;
  /** The body, parsed where it is JSON. */
  readonly said: unknown;
  /** What to do about each reason. */
  readonly explain?: ExplainReason;
  readonly retryAfterMs?: number | undefined;
}

/** Says what to do about a refusal, in a sentence or two, without the token. */
export type ExplainReason = (reason: UsageHttpReason) => string;

/** The error for a response that is not a success: what it means and what to do about it. */
export function diagnoseStatus(
  { operationId, status, said, explain, retryAfterMs }: FailedResponse,
  redact: (text: string) => string,
): UsageHttpError {
  const field = (name: "code" | "id" | "message"): string | undefined => {
    const value: unknown = typeof said === "object" && said !== null ? Reflect.get(said, name) : undefined;
    return typeof value === "string" ? shorten(redact(value)) : undefined;
  };
  const serverMessage = field("message");
  const reason = reasonOf(status, serverMessage ?? "");
  return new UsageHttpError({
    operationId,
    status,
    reason,
    hint: explain?.(reason) ?? "",
    code: field("code"),
    serverMessage,
    id: field("id"),
    retryAfterMs,
  });
}

const reasons: Readonly<Record<number, UsageHttpReason>> = {
  400: "invalid-request",
  401: "invalid-token",
  403: "forbidden",
  404: "not-found",
  429: "rate-limited",
};

function reasonOf(status: number, message: string): UsageHttpReason {
  // Browsers hide the status of a redirect that they were told not to follow.
  if (status === 0 || (status >= 300 && status < 400)) return "redirected";
  const isAboutRange = /\brange\b/i.test(message) && /large|long|exceed|maximum/i.test(message);
  if (status === 400 && isAboutRange) return "range-too-large";
  const isAboutVersion = message.toLowerCase().includes(service.versionHeader.toLowerCase());
  if (status === 403 && isAboutVersion) return "missing-beta-header";
  return reasons[status] ?? (status >= 500 ? "unavailable" : "unexpected-status");
}

// The text comes from the wire and goes to terminals and logs: one line, bounded, no control characters.
function shorten(text: string): string {
  const plain = text.replace(/[\s\p{Control}]+/gu, " ").trim();
  return plain.length <= longestMessage ? plain : `${plain.slice(0, longestMessage)}…`;
}
