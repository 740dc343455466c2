import { service } from "@ldusage/types/runtime";
import type { ExplainReason } from "./diagnose-status.ts";
import type { UsageHttpReason } from "./usage-http-error.ts";

/**
 * Hints for every reason of a refusal.
 *
 * @param region The chosen region; `undefined` when a base URL was given instead.
 * @param token The token that was sent. Its shape tells kinds of keys apart; it is never shown.
 */
export function explainRefusal(region: string | undefined, token: string): ExplainReason {
  const { versionHeader, versionValue, servers } = service;
  const others = Object.keys(servers).filter((name) => name !== region);
  const place =
    region === undefined
      ? " Check that baseUrl is the instance that holds the account."
      : ` This client asks the region "${region}"; an account lives in one region alone, so try ${others.map((name) => `"${name}"`).join(" or ")} if it is another's.`;
  const hints: Readonly<Record<UsageHttpReason, string>> = {
    redirected:
      "Redirects are not followed, so that the token stays with one host; check baseUrl and region.",
    "range-too-large": "Ask for a shorter range, or let collectSeries of @ldusage/helpers split it.",
    "invalid-request": "Check the parameters against the operation's documentation.",
    "invalid-token": `${tokenHint(token)}${place}`,
    "missing-beta-header": `A proxy seems to drop or change the header ${versionHeader}: ${versionValue}.`,
    forbidden: "The token may not read the account's usage; give it a role that can.",
    "not-found": `Check the keys in the path, and whether the region offers this operation.${place}`,
    "rate-limited": "Too many calls for the account or the route; try again later.",
    unavailable: "The service is not available; try again later.",
    "unexpected-status": "The reference does not document this status.",
  };
  return (reason) => hints[reason];
}

// Kinds of keys that are handed out beside access tokens and do not work here, by their shapes.
const shapes: readonly [RegExp, string][] = [
  [/^sdk-/, "an SDK key"],
  [/^mob-/, "a mobile key"],
  [/^[0-9a-f]{24}$/, "a client-side id"],
];

function tokenHint(token: string): string {
  const kind = shapes.find(([shape]) => shape.test(token))?.[1];
  return kind === undefined
    ? "Check that the token is a personal or service access token, not expired."
    : `The token looks like ${kind}, which does not work here: use a personal or service access token.`;
}
