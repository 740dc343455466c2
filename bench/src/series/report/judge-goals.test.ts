import { expect, test } from "vitest";
import type { Measurement } from "../program/measurement.ts";
import type { Task } from "../tasks.ts";
import { judgeGoals } from "./judge-goals.ts";

const task: Task = {
  name: "decode",
  title: "bytes to table",
  implementations: ["ours", "reference"],
  shapes: ["365x10"],
  goals: [
    { figure: "warm", implementation: "ours", against: "reference", shapes: ["365x10"], ratioAtMost: 0.5 },
    { figure: "peak", implementation: "ours", against: "reference", shapes: ["365x10"], ratioAtMost: 0.4 },
    { figure: "warm", implementation: "ours", against: "reference", shapes: ["365x5000"], ratioAtMost: 1 },
  ],
};

const measured = (warmMs: number, peakBytes: number): Measurement => ({
  coldMs: 9,
  warmMs,
  peakBytes,
  runCount: 3,
  peakMethod: "VmHWM, reset before the run",
});

test("a goal is met up to its ratio, and not judged on a shape that was not measured", () => {
  const rounds = new Map([
    ["ours", [measured(2, 50)]],
    ["reference", [measured(4, 100)]],
  ]);
  const judgements = judgeGoals({ task, rounds: new Map([["365x10", rounds]]) });
  expect(judgements.map(({ ratio, isMet }) => [ratio, isMet])).toEqual([
    [0.5, true],
    [0.5, false],
  ]);
});
