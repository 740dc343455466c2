import { expect, test } from "vitest";
import { hasPassed, type Outcome } from "./outcome.ts";
import type { Budget, Goal } from "./section.ts";

const gave = (goals: Goal[], budgets: Budget[]): Outcome => ({
  name: "decode",
  section: { title: "Decoding", about: "", tables: [], goals, budgets },
});
const missed: Goal = { name: "ours / naive", goal: "at most 0.1", measured: "0.2", isMet: false };

test.each<[string, Outcome[], boolean]>([
  ["nothing at all", [], true],
  ["a goal that is missed", [gave([missed], [])], true],
  ["a budget that is just kept", [gave([], [{ name: "bytes", limit: 5, measured: 5 }])], true],
  ["a budget that is exceeded", [gave([], [{ name: "bytes", limit: 5, measured: 5.1 }])], false],
  ["a budget that was not measured", [gave([], [{ name: "bytes", limit: 5, measured: Number.NaN }])], false],
  ["a subject that failed", [gave([], []), { name: "call", failure: "no server" }], false],
])("%s", (_name, outcomes, expected) => {
  expect(hasPassed(outcomes)).toBe(expected);
});
