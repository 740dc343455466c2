import { median, roundRatios } from "../../processes/median.ts";
import { formatMebibytes, formatMs, formatRange, formatRatio } from "../../report/format-figures.ts";
import type { Section, Table } from "../../report/section.ts";
import type { ShapeName } from "../input/shapes.ts";
import type { Rounds } from "../measure-task.ts";
import type { SeriesTask } from "../series-task.ts";
import { judgeGoals } from "./judge-goals.ts";
import { figureOf, type ProfiledRun, type TaskResult } from "./task-result.ts";

/** What was measured of a task, as a section of the results, with profiles of what missed a goal on time. */
export function describeTask(result: TaskResult, profiles: readonly ProfiledRun[] = []): Section {
  const { task, rounds, missing } = result;
  const notMeasured = Array.from(missing, ([name, reason]) => `Not measured: \`${name}\`, ${reason}.`);
  return {
    title: task.title,
    about: [task.about, notes, peakNote(rounds), ...notMeasured].join(" "),
    tables: [figuresTable(task, rounds), ...(profiles.length === 0 ? [] : [profileTable(profiles)])],
    goals: judgeGoals(result),
    budgets: [],
  };
}

const notes =
  "A shape is the number of times x the number of series; `missing` lacks 70 % of the points, `floats` has up to four decimals, `lex` has the members of each point in the order of their bytes, `time` last. `warm` is the median of repeated runs, `cold` the first call in a fresh process, and `peak` what that call adds to the resident memory at the most.";

function peakNote(rounds: ReadonlyMap<ShapeName, Rounds>): string {
  const measurements = [...rounds.values()].flatMap((shape) => [...shape.values()].flat());
  const methods = new Set(measurements.map(({ peakMethod }) => peakMethod));
  return `It was read from ${[...methods].join(" and ")}; below some 5 MiB it is mostly that of the engine itself.`;
}

/** Ratios are of our implementation to each of the others; times and memory are medians over the rounds. */
function figuresTable({ implementations }: SeriesTask, rounds: ReadonlyMap<ShapeName, Rounds>): Table {
  const [ours = ""] = implementations;
  const rows = [...rounds].flatMap(([shape, measured]) =>
    implementations
      .filter((name) => measured.has(name))
      .map((name) => {
        const sizes = [
          formatMs(median(figureOf(measured, name, "warm"))),
          formatMs(median(figureOf(measured, name, "cold"))),
          formatMebibytes(median(figureOf(measured, name, "peak"))),
        ];
        return [shape, name, ...describeRatios(measured, ours, name), ...sizes];
      }),
  );
  const ratios = [`warm: ${ours} / it`, "range", "cold", "peak"];
  return { columns: ["shape", "", ...ratios, "warm ms", "cold ms", "peak MiB"], rows };
}

function describeRatios(measured: Rounds, ours: string, name: string): string[] {
  if (name === ours) return ["", "", "", ""];
  const [warm = [], cold = [], peak = []] = (["warm", "cold", "peak"] as const).map((figure) =>
    roundRatios(figureOf(measured, ours, figure), figureOf(measured, name, figure)),
  );
  return [formatRatio(median(warm)), formatRange(warm), formatRatio(median(cold)), formatRatio(median(peak))];
}

// What takes less than this share says little.
const smallestShare = 0.02;

function profileTable(profiles: readonly ProfiledRun[]): Table {
  const rows = profiles.flatMap(({ shape, implementation, profile }) => {
    const totalUs = profile.reduce((sum, { selfUs }) => sum + selfUs, 0);
    return profile
      .filter(({ selfUs }) => selfUs >= smallestShare * totalUs)
      .map(({ functionName, source, selfUs }) => [
        shape,
        implementation,
        `${((selfUs / totalUs) * 100).toFixed(0)} %`,
        functionName,
        source,
      ]);
  });
  return {
    caption: "Where the time goes of what missed a goal on time, by samples of the engine",
    columns: ["shape", "", "share", "function", "of"],
    rows,
  };
}
