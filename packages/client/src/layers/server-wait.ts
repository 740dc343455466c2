/** How long a server asks to wait before another try, and where it says so. */
export interface ServerWait {
  readonly waitMs: number;
  readonly reason: "retry-after" | "rate-limit-reset";
}

const resetHeader = "X-Ratelimit-Reset";

/**
 * How long a refusing server asks to wait: by `Retry-After`, else, where the rate limit is the reason, up to
 * `X-Ratelimit-Reset`. A reset that is over says nothing any more.
 */
export function serverWait({ status, headers }: Response, nowMs: number): ServerWait | undefined {
  const waitMs = retryAfterMs(headers.get("Retry-After"), nowMs);
  if (waitMs !== undefined) return { waitMs, reason: "retry-after" };
  const resetAtMs = status === 429 ? readCount(headers.get(resetHeader)) : undefined;
  if (resetAtMs === undefined || resetAtMs <= nowMs) return undefined;
  return { waitMs: resetAtMs - nowMs, reason: "rate-limit-reset" };
}

// IMF-fixdate, the one form that servers may send (RFC 9110, 5.6.7). Date.parse alone reads nearly anything as a date.
const httpDate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

function retryAfterMs(text: string | null, nowMs: number): number | undefined {
  const seconds = readCount(text);
  if (seconds !== undefined) return seconds * 1000;
  const atMs = text !== null && httpDate.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}

/** A header's whole number; `undefined` when it is absent or anything else. */
export function readCount(text: string | null): number | undefined {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** When the server's window ends, in milliseconds since the Unix epoch. */
export function readResetAtMs(headers: Headers): number | undefined {
  return readCount(headers.get(resetHeader));
}
