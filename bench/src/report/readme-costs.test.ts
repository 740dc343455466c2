import { expect, test } from "vitest";
import { describeResults } from "./describe-results.ts";
import { describeCosts, findCosts, readGoals, updateCosts } from "./readme-costs.ts";
import type { Goal } from "./section.ts";

const goal = (name: string): Goal => ({ name, goal: "at most 0.4", measured: "0.50", isMet: false });
const section = { title: "", about: "", tables: [], budgets: [] };
const results = describeResults(
  [
    { name: "csv", section: { ...section, goals: [goal("ours | naive"), goal("ours / d3")] } },
    { name: "memory", section: { ...section, goals: [goal("alive")] } },
    { name: "bundle", section: { ...section, goals: [goal("gzip $& bytes")] } },
  ],
  { machine: "", quick: false },
);

test("goals are read as they were written", () => {
  const read = { promised: "at most 0.4", measured: "0.50", verdict: "MISSED" };
  expect(readGoals(results)).toEqual([
    { subject: "csv", goal: "ours | naive", ...read },
    { subject: "csv", goal: "ours / d3", ...read },
    { subject: "memory", goal: "alive", ...read },
    { subject: "bundle", goal: "gzip $& bytes", ...read },
  ]);
});

test("the first goal of the subjects that matter to users is quoted, in their order", () => {
  expect(describeCosts(results)).toBe(`<!-- costs: from bench/RESULTS.md -->

| Compared      | Promised    | Measured |
| ------------- | ----------- | -------: |
| gzip $& bytes | at most 0.4 |     0.50 |
| ours \\| naive | at most 0.4 |     0.50 |

<!-- end of costs -->`);
});

test("what is between the marks is replaced, and nothing else", () => {
  const before = "# Title\n\n<!-- costs: from bench/RESULTS.md -->\nold\n<!-- end of costs -->\n\n## Next\n";
  const after = updateCosts(before, results);
  expect(after).toBe(`# Title\n\n${describeCosts(results)}\n\n## Next\n`);
  expect(updateCosts(after, results)).toBe(after);
  expect(findCosts(after)).toBe(describeCosts(results));
});

test("a README without marks is an error", () => {
  expect(findCosts("# Title\n")).toBeUndefined();
  expect(() => updateCosts("# Title\n", results)).toThrow("README.md has no part between");
});
