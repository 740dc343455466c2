import { expect, test } from "vitest";
import type { Measurement } from "../program/measurement.ts";
import type { RatioGoal, SeriesTask } from "../series-task.ts";
import { describeTask } from "./describe-task.ts";
import { judgeGoals, slowRuns } from "./judge-goals.ts";

const goal: RatioGoal = {
  figure: "warm",
  implementation: "ours",
  against: "naive",
  shapes: ["365x10"],
  ratioAtMost: 0.5,
};
const task: SeriesTask = {
  name: "decode",
  title: "Bytes to table",
  about: "What is read.",
  implementations: ["ours", "naive", "polars"],
  shapes: ["365x10"],
  goals: [
    goal,
    { ...goal, figure: "peak", ratioAtMost: 0.4, whenMissed: "it is copied once" },
    { ...goal, against: "polars" },
    { ...goal, shapes: ["365x5000"], ratioAtMost: 1 },
  ],
};

const measured = (warmMs: number, peakBytes: number): Measurement => ({
  coldMs: 9,
  warmMs,
  peakBytes,
  runCount: 3,
  peakMethod: "VmHWM, reset before the run",
});
const rounds = new Map([
  ["ours", [measured(2, 2 ** 20), measured(3, 2 ** 20), measured(1, 2 ** 20)]],
  ["naive", [measured(4, 2 ** 21), measured(5, 2 ** 21), measured(5, 2 ** 21)]],
]);
const result = {
  task,
  rounds: new Map([["365x10", rounds] as const]),
  missing: new Map([["polars", "there is no registry"]]),
};

test("a goal is met up to its ratio, not without its peer, and not judged on a shape that was not measured", () => {
  expect(judgeGoals(result)).toEqual([
    {
      name: "Bytes to table, 365x10, time: ours / naive",
      goal: "at most 0.500",
      measured: "0.500 (0.200 to 0.600)",
      isMet: true,
    },
    {
      name: "Bytes to table, 365x10, peak memory: ours / naive",
      goal: "at most 0.400",
      measured: "0.500 (0.500 to 0.500), 25 % over",
      isMet: false,
      reason: "it is copied once",
    },
    {
      name: "Bytes to table, 365x10, time: ours / polars",
      goal: "at most 0.500",
      measured: "not measured",
      isMet: false,
      reason: "there is no registry",
    },
  ]);
});

test("ratios stand before times, and what is missing is told", () => {
  const { about, tables } = describeTask(result);
  expect(about).toMatch(/^What is read\. .*Not measured: `polars`, there is no registry\.$/);
  expect(tables[0]?.columns.slice(2, 6)).toEqual(["warm: ours / it", "range", "cold", "peak"]);
  expect(tables[0]?.rows).toEqual([
    ["365x10", "ours", "", "", "", "", "2.00", "9.00", "1.0"],
    ["365x10", "naive", "0.500", "0.200 to 0.600", "1.00", "0.500", "5.00", "9.00", "2.0"],
  ]);
});

test("what missed a goal on time is profiled, each once", () => {
  expect(slowRuns(result)).toEqual([]);
  const strict = { ...goal, ratioAtMost: 0.1 };
  const missed = { ...result, task: { ...task, goals: [...task.goals, strict, strict] } };
  const slow = slowRuns(missed);
  expect(slow).toEqual([{ shape: "365x10", implementation: "ours" }]);
  const profile = [
    { functionName: "readMembers", source: "@ldusage/helpers", selfUs: 660 },
    { functionName: "(garbage collector)", source: "the engine", selfUs: 330 },
    { functionName: "at", source: "@ldusage/helpers", selfUs: 10 },
  ];
  const [, table] = describeTask(
    missed,
    slow.map((run) => ({ ...run, profile })),
  ).tables;
  expect(table?.rows).toEqual([
    ["365x10", "ours", "66 %", "readMembers", "@ldusage/helpers"],
    ["365x10", "ours", "33 %", "(garbage collector)", "the engine"],
  ]);
});
