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

/** What is measured, `bare` being a Node.js that does nothing. */
export const generatorNames = [
  "bare",
  "floor",
  "ours, whole",
  "ours, slice",
  "openapi-typescript, whole",
  "openapi-typescript, slice",
] as const;
export type GeneratorName = (typeof generatorNames)[number];

/** What generators cost, round by round. */
export interface GeneratorResults {
  readonly costs: ReadonlyMap<GeneratorName, readonly ProcessCost[]>;
  readonly peakBytes: ReadonlyMap<GeneratorName, readonly number[]>;
  readonly wholeBytes: number;
}

const reference = "openapi-typescript, whole";
const shareGoal = 1;

/** What was measured of generators, as a section of the results. */
export function describeGenerators(results: GeneratorResults): Section {
  return {
    title: "generating from a whole document",
    about: aboutOf(results),
    tables: [generatorTable(results)],
    goals: [judge(results)],
    budgets: [],
  };
}

function aboutOf({ wholeBytes }: GeneratorResults): string {
  const megabytes = (wholeBytes / 1e6).toFixed(1);
  return `Whole processes, in turn; "+" is what one adds to \`node -e 0\` in the same round. The whole document is the slice of the usage operations among ${megabytes} MB of synthetic ones. \`ours\` runs every stage of the pipeline from its sources and writes types, catalog, methods, the compiled document and the guide; openapi-typescript, which the pipeline uses for the schema's types, writes those types alone. The code that is made of the whole document and of the slice was found to be the same. The floor reads and parses the whole document, cuts the slice out and writes it.`;
}

function judge(results: GeneratorResults): Goal {
  const ratios = roundRatios(added(results, "ours, whole", "wallMs"), added(results, reference, "wallMs"));
  const isMet = median(ratios) <= shareGoal;
  return {
    name: "generating from a whole document, wall: what ours adds / what openapi-typescript adds",
    goal: `at most ${formatRatio(shareGoal)}`,
    measured: formatRatios(ratios),
    isMet,
    ...(isMet ? {} : { reason: describeExcess(median(ratios), shareGoal) }),
  };
}

function added({ costs }: GeneratorResults, name: GeneratorName, figure: keyof ProcessCost): number[] {
  const bare = costs.get("bare") ?? [];
  return (costs.get(name) ?? []).map((cost, round) => cost[figure] - (bare[round]?.[figure] ?? Number.NaN));
}

function generatorTable(results: GeneratorResults): Table {
  const { peakBytes } = results;
  const rows = generatorNames
    .filter((name) => name !== "bare")
    .map((name) => {
      const ratios = roundRatios(added(results, name, "wallMs"), added(results, reference, "wallMs"));
      const cpuRatios = roundRatios(added(results, name, "cpuMs"), added(results, reference, "cpuMs"));
      return [
        ...[name, formatRatio(median(ratios)), formatRange(ratios), formatRatio(median(cpuRatios))],
        formatMs(median(added(results, name, "wallMs"))),
        formatMs(median(added(results, name, "cpuMs"))),
        formatMebibytes(median(peakBytes.get(name) ?? [])),
      ];
    });
  const ratios = ["wall: it / openapi-typescript, whole", "range", "CPU"];
  return { columns: ["by", ...ratios, "+ wall ms", "+ CPU ms", "peak MiB"], rows };
}
