import { refuseOption } from "@ldusage/types/runtime";

/**
 * A token, or a function that gives the one to use. It is asked before each attempt, so that tokens may change.
 *
 * @example
 * ```ts
 * import { type AccessToken, createUsageClient } from "@ldusage/client";
 *
 * let rotation = 0;
 * const accessToken: AccessToken = async () => `api-${(rotation += 1)}`;
 * const usage = createUsageClient({ accessToken });
 * await usage.getMauSdksByType();
 * rotation; //=> 1
 * ```
 */
export type AccessToken = string | (() => string | Promise<string>);

/** In place of a value that holds a secret, or may hold one. */
export const hidden = "(not shown)";

/**
 * Refuses what no request can carry as a bare access token.
 *
 * @throws UsageInputError without the token itself.
 */
export function checkAccessToken(accessToken: unknown): asserts accessToken is string {
  const text = typeof accessToken === "string" ? accessToken : "";
  if (/^bearer\b/i.test(text)) {
    throw refuseOption("accessToken", hidden, 'it begins with "Bearer"', "give the bare token");
  }
  // What a header can carry as it is: anything else would surface in the runtime's own error, token and all.
  if (/^[\x21-\x7e]+$/.test(text)) return;
  throw refuseOption(
    "accessToken",
    accessToken ? hidden : accessToken,
    "an access token is a non-empty text of visible ASCII characters",
    "give one, for example from an environment variable",
  );
}

/**
 * The token to send now.
 *
 * @throws UsageInputError when the provider fails, or gives what cannot be a token.
 */
export async function provideAccessToken(accessToken: AccessToken): Promise<string> {
  if (typeof accessToken === "string") return accessToken;
  let provided: unknown;
  try {
    provided = await accessToken();
  } catch {
    // What a provider throws may hold anything, secrets included: nothing of it is told.
    throw refuseOption("accessToken", hidden, "its provider failed", "look into it, which knows more");
  }
  checkAccessToken(provided);
  return provided;
}
