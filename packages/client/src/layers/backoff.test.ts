import { expect, test } from "vitest";
import { backoffMs, spreadMs } from "./backoff.ts";

const settings = { baseDelayMs: 500, maxDelayMs: 3000 };

test.each([
  [1, 500],
  [2, 1000],
  [3, 2000],
  [4, 3000],
  [2000, 3000],
])("after %i failures the wait is anywhere from 0 to %i ms", (failures, longest) => {
  expect(backoffMs(settings, failures, 0)).toBe(0);
  expect(backoffMs(settings, failures, 0.5)).toBe(longest / 2);
});

test.each([
  [0, 100],
  [500, 100],
  [4000, 400],
  [60_000, 1000],
])(
  "a wait of %i ms that was asked for is never shortened, and lengthened by less than %i ms",
  (waitMs, most) => {
    expect(spreadMs(waitMs, 0)).toBe(waitMs);
    expect(spreadMs(waitMs, 0.999)).toBeCloseTo(waitMs + most * 0.999);
  },
);
