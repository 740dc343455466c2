/**
 * A point in time as callers may write it:
 *
 * - a `Date`;
 * - ISO 8601 text: a date (`"2026-01-31"`, midnight UTC) or a date and time with an offset
 *   (`"2026-01-31T10:00:00Z"`, `"2026-01-31T10:00:00+02:00"`);
 * - anything with `epochMilliseconds`, such as `Temporal.Instant` or `Temporal.ZonedDateTime`;
 * - `{ epochMs }`.
 *
 * A bare number is not accepted: nothing says whether it counts seconds or milliseconds.
 *
 * @example
 * ```ts
 * import type { TimeInput } from "@ldusage/types";
 * import { epochMsOf } from "@ldusage/types/time";
 *
 * const sameTime: TimeInput[] = ["2026-01-31", new Date(Date.UTC(2026, 0, 31)), { epochMs: 1769817600000 }];
 * new Set(sameTime.map((time) => epochMsOf(time, { parameter: "from" }))).size; //=> 1
 * ```
 */
export type TimeInput = Date | string | { readonly epochMilliseconds: number } | { readonly epochMs: number };
