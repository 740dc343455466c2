/** Behaviour of the API's protocol that is not known for sure. */
export interface ProtocolSwitches {
  /**
   * The status for a path segment that must be one of a few words and is none of them. It was 404 in 2019; which it is
   * today is stated nowhere. @default 404
   */
  readonly badSource: 400 | 404;
  /**
   * The 403 for a request without the beta header. It has been seen with a message alone, although the documented body
   * of a 403 has a code. @default "message-only"
   */
  readonly betaBody: "message-only" | "code+message";
  /**
   * Whether the body of a refusal has an `id`. It is documented and often absent. The same request always gets the
   * same one. @default false
   */
  readonly errorId: boolean;
  /**
   * Refuses grouped ranges of more days than this with a 400 `Date range too large`, as has been seen, although the
   * documented limit is longer. @default undefined, the documented limit alone
   */
  readonly longGroupedRange: { readonly days: number } | undefined;
  /**
   * The instance that is simulated. Observability and Vega are said to be missing outside `"us"`; what is answered in
   * their place, here a 404, is stated nowhere. @default "us"
   */
  readonly region: "us" | "eu" | "federal";
  /**
   * Whether a 429 for a spent budget carries `Retry-After`, in whole seconds. It is documented for limits by address
   * alone. `rateLimit.retryAfter` has the last word. @default false
   */
  readonly retryAfter: boolean;
  /**
   * Whether timestamps are read in the documented unit alone, or in the one that their magnitude suggests: seconds
   * below 1e11. Whether the documented unit is right is open for several operations. @default "strict"
   */
  readonly timeUnit: "strict" | "lenient";
  /**
   * What happens to a query parameter that the operation does not have. It seems to be ignored, which makes a misspelt
   * one change the answer in silence. @default "ignore"
   */
  readonly unknownParams: "ignore" | "refuse";
}

export const defaultProtocolSwitches: ProtocolSwitches = {
  badSource: 404,
  betaBody: "message-only",
  errorId: false,
  longGroupedRange: undefined,
  region: "us",
  retryAfter: false,
  timeUnit: "strict",
  unknownParams: "ignore",
};
