import { expect, test } from "vitest";
import { describeGrowth } from "./describe-growth.ts";
import type { OperationGrowth } from "./measure-growth.ts";

const linear = { exponent: 1, error: 0.01 };
const found = (growth: Partial<OperationGrowth>): OperationGrowth => ({
  ...{ operation: "toCsv", axis: "series", time: linear, allocated: linear },
  ...{ cpuNs: 200, allocatedBytes: 320 },
  ...growth,
});

test("what grows like its input meets the goals and keeps the budgets", () => {
  const { goals, budgets, tables } = describeGrowth([
    found({}),
    found({ axis: "points", allocatedBytes: 360 }),
  ]);
  expect(goals.map(({ isMet, measured }) => [isMet, measured])).toEqual([
    [true, "1.00"],
    [true, "1.00"],
  ]);
  expect(budgets.slice(0, 2).map(({ measured }) => measured)).toEqual([1, 1]);
  expect(budgets.find(({ name }) => name.startsWith("toCsv"))?.measured).toBe(360);
  expect(tables[0]?.rows[0]).toEqual(["toCsv", "series", "1.00 ± 0.01", "1.00 ± 0.01", "200.0", "320.0"]);
});

test("a square misses the goal, exceeds the budget, and is named", () => {
  const { goals, budgets } = describeGrowth([found({}), found({ time: { exponent: 1.9, error: 0.1 } })]);
  expect(goals[0]).toMatchObject({
    measured: "1.90",
    isMet: false,
    reason: "above it are toCsv against series 1.90 ± 0.10 (not known yet)",
  });
  const [time, allocated] = budgets;
  expect([time, allocated].map((budget) => (budget?.measured ?? 0) <= (budget?.limit ?? 0))).toEqual([
    false,
    true,
  ]);
});

test("an exponent that is above within its standard error does not miss the goal", () => {
  const [goal] = describeGrowth([found({ time: { exponent: 1.2, error: 0.06 } })]).goals;
  expect([goal?.isMet, goal?.measured]).toEqual([true, "1.20"]);
});
