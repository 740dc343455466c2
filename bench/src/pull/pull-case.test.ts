import { expect, test } from "vitest";
import { lowerBoundMs, pullCases } from "./pull-case.ts";

test.each([
  [1, 50],
  [5, 50],
  [6, 1050],
  [10, 1050],
  [13, 2050],
])("%i requests at 5 a second and 50 ms take %i ms at the least", (requestCount, boundMs) => {
  const [pullCase] = pullCases;
  expect(pullCase).toBeDefined();
  if (pullCase === undefined) return;
  expect(lowerBoundMs({ ...pullCase, budget: 5, windowMs: 1000, latencyMs: 50, requestCount })).toBe(boundMs);
});
