import { describe, expect, test } from "vitest";
import { serverWait } from "./server-wait.ts";

const nowMs = Date.parse("2026-11-15T12:00:00Z");
const answer = (status: number, headers: Record<string, string>): Response =>
  new Response(null, { status, headers });

describe("Retry-After", () => {
  test.each([
    ["0", 0],
    ["7", 7000],
    ["3600", 3_600_000],
    ["Sun, 15 Nov 2026 12:00:05 GMT", 5000],
    ["Sun, 15 Nov 2026 11:59:00 GMT", 0],
  ])("%j is a wait of %i ms", (text, waitMs) => {
    expect(serverWait(answer(503, { "Retry-After": text }), nowMs)).toEqual({
      waitMs,
      reason: "retry-after",
    });
  });

  // Date.parse reads most of these as some date.
  test.each([
    "",
    "1.5",
    "-1",
    "1e3",
    "+5",
    "5 s",
    "soon",
    "2026-11-15T12:00:05Z",
    "Sunday, 15-Nov-26 12:00:05 GMT",
    "Sun, 15 Nov 2026 12:00:05 gmt",
    "Sun, 15 Nov 2026 12:00:05",
    "Sun, 45 Nov 2026 12:00:05 GMT",
    "9".repeat(16),
  ])("%j says nothing", (text) => {
    expect(serverWait(answer(503, { "Retry-After": text }), nowMs)).toBeUndefined();
  });
});

describe("X-Ratelimit-Reset", () => {
  const reset = (text: string | number): Record<string, string> => ({ "X-Ratelimit-Reset": String(text) });

  test("is when a 429 may be tried again, in milliseconds since the epoch", () => {
    expect(serverWait(answer(429, reset(nowMs + 4000)), nowMs)).toEqual({
      waitMs: 4000,
      reason: "rate-limit-reset",
    });
  });

  test.each([
    ["that is past", 429, nowMs - 1],
    ["that is now", 429, nowMs],
    ["of another status", 503, nowMs + 4000],
    ["that is no number", 429, "tomorrow"],
    ["with a fraction", 429, `${nowMs + 4000}.5`],
  ])("one %s says nothing", (_name, status, text) => {
    expect(serverWait(answer(status, reset(text)), nowMs)).toBeUndefined();
  });

  test("counts only where Retry-After says nothing", () => {
    const both = { "Retry-After": "1", ...reset(nowMs + 4000) };
    expect(serverWait(answer(429, both), nowMs)?.waitMs).toBe(1000);
    expect(serverWait(answer(429, { ...both, "Retry-After": "soon" }), nowMs)?.waitMs).toBe(4000);
  });
});
