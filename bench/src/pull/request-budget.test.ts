import { expect, test } from "vitest";
import { RequestBudget } from "./request-budget.ts";

test("refuses what is too much, until the window ends, and windows follow without a gap", () => {
  const budget = new RequestBudget(2, 100);
  const taken = [1000, 1050, 1099, 1100, 1399].map((nowMs) => budget.take(nowMs));
  expect(taken).toEqual([
    { isRefused: false, remaining: 1, resetAtMs: 1100 },
    { isRefused: false, remaining: 0, resetAtMs: 1100 },
    { isRefused: true, remaining: 0, resetAtMs: 1100 },
    { isRefused: false, remaining: 1, resetAtMs: 1200 },
    { isRefused: false, remaining: 1, resetAtMs: 1400 },
  ]);
  expect([budget.requestCount, budget.refusalCount]).toEqual([5, 1]);
});
