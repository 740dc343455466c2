import { UsageDecodeError, UsageInputError } from "@ldusage/types/runtime";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UsageNetworkError } from "../errors/usage-network-error.ts";
import { UsageTimeoutError } from "../errors/usage-timeout-error.ts";
import { decideWait, isRetryable, type Outcome, type RetryDecision } from "./retry-policy.ts";

const operationId = "anOperation";
const nowMs = Date.parse("2026-11-15T12:00:00Z");
const settings = { baseDelayMs: 500, maxDelayMs: 3000 };
const answer = (status: number, headers: Record<string, string> = {}): Outcome => ({
  response: new Response(null, { status, headers }),
});
const waitOf = (outcome: Outcome, random: number, failures = 1): RetryDecision =>
  decideWait(outcome, settings, failures, nowMs, random);

describe("tried again", () => {
  test("are these statuses alone", () => {
    const statuses = Array.from({ length: 400 }, (_, index) => 200 + index);
    const retried = statuses.filter((status) => isRetryable({ response: new Response(null, { status }) }));
    expect(retried).toEqual([429, 502, 503, 504]);
  });

  const timeout = (kind: "attempt" | "deadline"): UsageTimeoutError =>
    new UsageTimeoutError({ operationId, timeout: kind, timeoutMs: 1 });
  const foreign = (name: string): object => ({ [Symbol.for("@ldusage/types.UsageError")]: true, name });

  test.each<[name: string, error: unknown, isRetried: boolean]>([
    ["a lost connection", new UsageNetworkError(operationId, new Error("reset"), (text) => text), true],
    ["a lost connection, from another copy of the package", foreign("UsageNetworkError"), true],
    ["an attempt that took too long", timeout("attempt"), true],
    ["a call that took too long", timeout("deadline"), false],
    ["a response that cannot be decoded", new UsageDecodeError({ found: "nothing" }), false],
    [
      "a refused token",
      new UsageInputError({ parameter: "accessToken", value: "", rule: "r", wayOut: "w" }),
      false,
    ],
    ["an error that only has the name", Object.assign(new Error(), { name: "UsageNetworkError" }), false],
    ["the caller's abort", new DOMException("", "AbortError"), false],
    ["a reason that is text", "enough", false],
    ["no reason", undefined, false],
  ])("%s", (_name, error, isRetried) => {
    expect(isRetryable({ error })).toBe(isRetried);
  });
});

describe("the wait", () => {
  const longestMs = (10 ** 15 - 1) * 1000;
  // A server's word is a lower bound: at random 0 it is kept exactly, and the most is added just below 1.
  test.each<[name: string, outcome: Outcome, reason: RetryDecision["reason"], least: number, most: number]>([
    ["of a lost connection", { error: new Error() }, "backoff", 0, 499.5],
    ["of a 503 that says nothing", answer(503), "backoff", 0, 499.5],
    ["by seconds", answer(503, { "Retry-After": "7" }), "retry-after", 7000, 7699.3],
    ["by no seconds", answer(503, { "Retry-After": "0" }), "retry-after", 0, 99.9],
    ["by seconds between blanks", answer(429, { "Retry-After": " 1\t" }), "retry-after", 1000, 1099.9],
    [
      "by a date",
      answer(429, { "Retry-After": "Sun, 15 Nov 2026 12:01:00 GMT" }),
      "retry-after",
      60_000,
      60_999,
    ],
    ["by two headers", answer(429, { "Retry-After": "1, 2" }), "backoff", 0, 499.5],
    [
      "by a reset",
      answer(429, { "X-Ratelimit-Reset": String(nowMs + 4000) }),
      "rate-limit-reset",
      4000,
      4399.6,
    ],
    [
      "by a reset that is past",
      answer(429, { "X-Ratelimit-Reset": String(nowMs - 4000) }),
      "backoff",
      0,
      499.5,
    ],
    ["by a reset of a 503", answer(503, { "X-Ratelimit-Reset": String(nowMs + 4000) }), "backoff", 0, 499.5],
    [
      "by both, the shorter last",
      answer(429, { "Retry-After": "9", "X-Ratelimit-Reset": String(nowMs + 1000) }),
      "retry-after",
      9000,
      9899.1,
    ],
    ["of many years", answer(429, { "Retry-After": "9".repeat(15) }), "retry-after", longestMs, longestMs],
  ])("%s", (_name, outcome, reason, least, most) => {
    const [shortest, longest] = [waitOf(outcome, 0), waitOf(outcome, 0.999)];
    expect([shortest.reason, longest.reason]).toEqual([reason, reason]);
    expect(shortest.waitMs).toBe(least);
    expect(longest.waitMs / most).toBeCloseTo(1, 9);
  });

  test("whatever the headers are, is a number of at least 0, and never shorter than what is told", () => {
    const text = fc.oneof(
      fc.string().filter((value) => /^[\x20-\x7e]*$/.test(value)),
      fc.integer({ min: -10, max: 100_000 }).map(String),
      fc
        .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
        .map((date) => date.toUTCString()),
      fc.integer({ min: -10_000, max: 10_000 }).map((ms) => String(nowMs + ms)),
    );
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    const status = fc.constantFrom(429, 502, 503, 504);
    fc.assert(
      fc.property(text, text, status, random, (retryAfter, reset, code, chance) => {
        const outcome = answer(code, { "Retry-After": retryAfter, "X-Ratelimit-Reset": reset });
        const { waitMs, reason } = waitOf(outcome, chance);
        expect(waitMs).toBeGreaterThanOrEqual(0);
        expect(waitMs).toBeLessThan(Number.POSITIVE_INFINITY);
        if (reason === "backoff") expect(waitMs).toBeLessThan(settings.baseDelayMs);
        else expect(waitMs).toBeGreaterThanOrEqual(waitOf(outcome, 0).waitMs);
      }),
    );
  });

  test("by backoff doubles with each failure, up to the longest", () => {
    expect([1, 2, 3, 4, 5, 5000].map((failures) => waitOf(answer(503), 0.5, failures).waitMs)).toEqual([
      250, 500, 1000, 1500, 1500, 1500,
    ]);
  });
});
