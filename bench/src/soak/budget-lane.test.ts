import { expect, test } from "vitest";
import { budgetStatus } from "./budget-lane.ts";

test("six of ten requests are answered, window by window", () => {
  const statuses = Array.from({ length: 20 }, (_, index) => budgetStatus(index));
  const window = [...Array<number>(6).fill(200), ...Array<number>(4).fill(429)];
  expect(statuses).toEqual([...window, ...window]);
});
