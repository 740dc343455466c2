import { UsageInputError } from "../errors/index.ts";
import type { TimeInput } from "../time-input.ts";
import { largestEpochMs } from "./largest-epoch-ms.ts";

const iso = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}(?::?\d{2})?))?$/;

/** What a time is for, so that a refusal can name it. */
export interface TimeSubject {
  readonly operationId?: string;
  readonly parameter: string;
}

/**
 * A time input as milliseconds since the Unix epoch.
 *
 * @throws UsageInputError for a bare number, text that is not ISO 8601 or has no offset, a day that
 *   does not exist, and an invalid `Date`.
 *
 * @example
 * ```ts
 * import { epochMsOf } from "@ldusage/types/time";
 *
 * epochMsOf("2023-03-04", { parameter: "start" }); //=> 1677888000000
 * ```
 */
export function epochMsOf(input: TimeInput, subject: TimeSubject): number {
  const epochMs = readTime(input, subject);
  if (Math.abs(epochMs) <= largestEpochMs) return epochMs;
  throw refuse(subject, input, "it is not a point in time", "give a valid Date or ISO 8601 text");
}

function readTime(input: unknown, subject: TimeSubject): number {
  if (typeof input === "string") return readText(input, subject);
  if (typeof input === "number" || typeof input === "bigint") {
    throw refuse(
      subject,
      input,
      "a bare number may count seconds or milliseconds",
      "give a Date, ISO 8601 text or { epochMs }",
    );
  }
  if (input instanceof Date) return input.getTime();
  if (typeof input === "object" && input !== null) {
    if ("epochMilliseconds" in input && typeof input.epochMilliseconds === "number")
      return input.epochMilliseconds;
    if ("epochMs" in input && typeof input.epochMs === "number") return input.epochMs;
  }
  throw refuse(subject, input, "it is not a time", "give a Date, ISO 8601 text or { epochMs }");
}

function readText(text: string, subject: TimeSubject): number {
  if (!iso.test(text)) {
    throw refuse(
      subject,
      text,
      "it is not an ISO 8601 date, nor a date and time with an offset",
      'write it like "2026-01-31" or "2026-01-31T10:00:00Z"',
    );
  }
  const day = text.slice(0, "YYYY-MM-DD".length);
  const dayMs = Date.parse(day);
  const epochMs = text === day ? dayMs : Date.parse(normalise(text));
  // Date.parse rolls 30 February over into March.
  if (Number.isNaN(epochMs) || new Date(dayMs).getUTCDate() !== Number(day.slice(-2))) {
    throw refuse(subject, text, "there is no such day or time", "check month, day, hour and offset");
  }
  return epochMs;
}

// ECMAScript reads a subset of ISO 8601: a point before fractions, and offsets with minutes and a colon.
function normalise(text: string): string {
  return text
    .replace(",", ".")
    .replace(/(T.*[+-]\d\d):?(\d\d)?$/, (_match, head, minutes = "00") => `${head}:${minutes}`);
}

function refuse(subject: TimeSubject, value: unknown, rule: string, wayOut: string): UsageInputError {
  return new UsageInputError({ ...subject, value, rule, wayOut });
}
