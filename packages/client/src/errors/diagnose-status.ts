import { service } from "@ldusage/types/catalog";
import { UsageHttpError, type UsageHttpReason } from "./usage-http-error.ts";

const longestMessage = 500;

/** What is known of a response that is not a success. */
export interface FailedResponse {
  readonly operationId: string;
  readonly status: number;
  /** The body: parsed where it is JSON, else its text. */
  readonly body: unknown;
}

/** The error for a response that is not a success: what it means and what to do about it. */
export function diagnoseStatus(response: FailedResponse, redact: (text: string) => string): UsageHttpError {
  const { operationId, status, body } = response;
  const field = (name: "code" | "id" | "message"): string | undefined => {
    if (typeof body !== "object" || body === null || !(name in body)) return undefined;
    const value: unknown = Reflect.get(body, name);
    return typeof value === "string" ? shorten(redact(value)) : undefined;
  };
  const serverMessage = field("message");
  const [reason, hint] = meaningOf(status, serverMessage ?? "");
  return new UsageHttpError({
    operationId,
    status,
    reason,
    hint,
    code: field("code"),
    serverMessage,
    id: field("id"),
  });
}

function meaningOf(status: number, message: string): [UsageHttpReason, string] {
  const { versionHeader, versionValue } = service;
  if (status === 0 || (status >= 300 && status < 400)) {
    return [
      "redirected",
      "Redirects are not followed, so that the token stays with one host; check baseUrl and region.",
    ];
  }
  switch (status) {
    case 400:
      return /\brange\b.*\b(?:large|long|exceed|maximum)|\b(?:exceed|maximum)\w*\b.*\brange\b/i.test(message)
        ? ["range-too-large", "Ask for a shorter range, or let collectSeries of @ldusage/helpers split it."]
        : ["invalid-request", "Check the parameters against the operation's documentation."];
    case 401:
      return [
        "invalid-token",
        "Check that the token is a personal or service access token of this region's account.",
      ];
    case 403:
      return message.toLowerCase().includes(versionHeader.toLowerCase())
        ? [
            "missing-beta-header",
            `A proxy seems to drop or change the header ${versionHeader}: ${versionValue}.`,
          ]
        : ["forbidden", "The token may not read the account's usage; give it a role that can."];
    case 404:
      return ["not-found", "Check the keys in the path, and whether the region offers this operation."];
    case 429:
      return ["rate-limited", "Too many calls for the account or the route; try again later."];
    default:
      return status >= 500
        ? ["unavailable", "The service is not available; try again later."]
        : ["unexpected-status", "The reference does not document this status."];
  }
}

// The text comes from the wire and goes to terminals and logs: one line, bounded, no control characters.
function shorten(text: string): string {
  const plain = text.replace(/[\s\p{Control}]+/gu, " ").trim();
  return plain.length <= longestMessage ? plain : `${plain.slice(0, longestMessage)}…`;
}
