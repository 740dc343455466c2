import { expect, test } from "vitest";
import { describeAll, describeOutcome, summarize } from "./describe-outcome.ts";
import type { RuntimeOutcome } from "./run-in-runtime.ts";

const passed: RuntimeOutcome = {
  name: "One",
  version: "1.2",
  results: [{ name: "a" }, { name: "b" }],
  elapsedMs: 1234,
};
const failed: RuntimeOutcome = {
  name: "Two",
  version: "2.0",
  results: [{ name: "a" }, { name: "b", failure: "found\nnothing" }],
  elapsedMs: 50,
  ending: "was stopped",
};
const missing: RuntimeOutcome = { name: "Three", notRun: "not there", cases: 2 };

test("a runtime has a line, and its failed cases have theirs", () => {
  expect(describeOutcome(passed)).toBe("One: 1.2, 2 passed, 0 failed, 1.2 s");
  expect(describeOutcome(failed)).toBe(
    "Two: 2.0, 1 passed, 1 failed, 0.1 s\n  failed: b\n    found\n    nothing\n  The runtime: was stopped",
  );
  expect(describeOutcome(missing)).toBe("Three: not run (not there)");
});

test("the table shows what has passed, failed and not been run", () => {
  expect(describeAll([passed, failed, missing]).split("\n")).toEqual([
    "Runtime  Version  Result   Passed  Failed",
    "One      1.2      passed   2       0",
    "Two      2.0      failed   1       1",
    "Three             not run",
  ]);
});

test("the last line counts cases, those of missing runtimes as skipped", () => {
  expect(summarize([passed, failed])).toBe("3 passed, 1 failed");
  expect(summarize([passed, missing])).toBe("2 passed, 0 failed, 2 skipped");
});
