import { service } from "@ldusage/types/catalog";
import { serverWait } from "../layers/server-wait.ts";
import { UsageHttpError, type UsageHttpReason } from "./usage-http-error.ts";

const longestMessage = 500;

/** What is known of a response that is not a success. */
export interface FailedResponse {
  readonly operationId: string;
  readonly response: Response;
  readonly body: unknown;
  /** The token that was sent. */
  readonly token: string;
  readonly nowMs: number;
}

/** Says what to do about a refusal, in a sentence or two. The token must not be part of it. */
export type ExplainStatus = (reason: UsageHttpReason, token: string) => string;

/** The error for a response that is not a success: what it means and what to do about it. */
export function diagnoseStatus(
  { operationId, response, body, token, nowMs }: FailedResponse,
  redact: (text: string) => string,
  explain: ExplainStatus | undefined,
): UsageHttpError {
  const said = readJson(body);
  const field = (name: "code" | "id" | "message"): string | undefined => {
    const value: unknown = Object.hasOwn(said, name) ? Reflect.get(said, name) : undefined;
    return typeof value === "string" ? shorten(redact(value)) : undefined;
  };
  const { status } = response;
  const serverMessage = field("message");
  const reason = reasonOf(status, serverMessage ?? "");
  return new UsageHttpError({
    operationId,
    status,
    reason,
    hint: explain?.(reason, token) ?? "",
    code: field("code"),
    serverMessage,
    id: field("id"),
    retryAfterMs: serverWait(response, nowMs)?.waitMs,
  });
}

function readJson(body: unknown): object {
  try {
    const value: unknown =
      body instanceof Uint8Array ? JSON.parse(new TextDecoder().decode(body)) : undefined;
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

const reasons: Readonly<Record<number, UsageHttpReason>> = {
  400: "invalid-request",
  401: "invalid-token",
  403: "forbidden",
  404: "not-found",
  429: "rate-limited",
};

const tooLarge = /\brange\b.*\b(?:large|long|exceed|maximum)|\b(?:exceed|maximum)\w*\b.*\brange\b/i;

function reasonOf(status: number, message: string): UsageHttpReason {
  // Browsers hide the status of a redirect that they were told not to follow.
  if (status === 0 || (status >= 300 && status < 400)) return "redirected";
  if (status === 400 && tooLarge.test(message)) return "range-too-large";
  const isAboutVersion = message.toLowerCase().includes(service.versionHeader.toLowerCase());
  if (status === 403 && isAboutVersion) return "missing-beta-header";
  return reasons[status] ?? (status >= 500 ? "unavailable" : "unexpected-status");
}

// The text comes from the wire and goes to terminals and logs: one line, bounded, no control characters.
function shorten(text: string): string {
  const plain = text.replace(/[\s\p{Control}]+/gu, " ").trim();
  return plain.length <= longestMessage ? plain : `${plain.slice(0, longestMessage)}…`;
}
