import type { ProcessCost } from "../processes/measure-process.ts";
import { median, roundRatios } from "../processes/median.ts";
import {
  describeExcess,
  formatMebibytes,
  formatMs,
  formatRange,
  formatRatio,
  formatRatios,
} from "../report/format-figures.ts";
import type { Goal, Section, Table } from "../report/section.ts";
import { type ImportProgram, importNames } from "./programs.ts";

const shareGoal = 1 / 15;

/** What imports cost, by program, round by round. */
export interface ImportResults {
  readonly costs: ReadonlyMap<ImportProgram, readonly ProcessCost[]>;
  readonly peakBytes: ReadonlyMap<ImportProgram, readonly number[]>;
}

/** What was measured of imports, as a section of the results. */
export function describeImports(results: ImportResults): Section {
  return {
    title: "cold import",
    about,
    tables: [importTable(results)],
    goals: (["wallMs", "cpuMs"] as const).map((figure) => judge(results, figure)),
    budgets: [],
  };
}

const about =
  'Whole processes of Node.js that import one thing and end, in turn, in a project that has installed the packed packages. "+" is what a program adds to `node -e 0` in the same round; a share is what it adds of what the official client adds. CPU is user and system time of all threads. Peak memory is the resident set of the process, measured in rounds of their own.';

function added({ costs }: ImportResults, name: ImportProgram, figure: keyof ProcessCost): number[] {
  const bare = costs.get("bare") ?? [];
  return (costs.get(name) ?? []).map((cost, round) => cost[figure] - (bare[round]?.[figure] ?? Number.NaN));
}

function shares(results: ImportResults, name: ImportProgram, figure: keyof ProcessCost): number[] {
  return roundRatios(added(results, name, figure), added(results, "official", figure));
}

function importTable(results: ImportResults): Table {
  const { costs, peakBytes } = results;
  const rows = importNames.map((name) => {
    const [wall, cpu] = [added(results, name, "wallMs"), added(results, name, "cpuMs")];
    const peak = median(peakBytes.get(name) ?? []) - median(peakBytes.get("bare") ?? []);
    const wallMs = formatMs(median((costs.get(name) ?? []).map((cost) => cost.wallMs)));
    if (name === "bare") return [name, "", "", "", "", "", "", "", wallMs];
    const [ofWall, ofCpu] = [shares(results, name, "wallMs"), shares(results, name, "cpuMs")];
    const ratios = [ofWall, ofCpu].flatMap((share) => [formatRatio(median(share)), formatRange(share)]);
    return [name, ...ratios, formatMs(median(wall)), formatMs(median(cpu)), formatMebibytes(peak), wallMs];
  });
  const ratios = ["share of wall", "range", "share of CPU", "range"];
  return { columns: ["import", ...ratios, "+ wall ms", "+ CPU ms", "+ MiB", "wall ms"], rows };
}

// From profiles by `node --cpu-prof`, and from the packages bundled into one file.
const whenMissed =
  "half of it is that Node.js finds and opens four files of three packages, which in one file would take 3 ms less, and most of the rest compiling 120 kB; running them takes 1 ms";

function judge(results: ImportResults, figure: keyof ProcessCost): Goal {
  const ratios = shares(results, "ours: client", figure);
  const isMet = median(ratios) <= shareGoal;
  return {
    name: `importing, ${figure === "wallMs" ? "wall" : "CPU"}: what ours adds / what the official client adds`,
    goal: `at most ${formatRatio(shareGoal)}`,
    measured: formatRatios(ratios),
    isMet,
    ...(isMet ? {} : { reason: `${describeExcess(median(ratios), shareGoal)}; ${whenMissed}` }),
  };
}
