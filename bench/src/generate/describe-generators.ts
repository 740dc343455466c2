import type { ProcessCost } from "../processes/measure-process.ts";
import { median, roundRatios } from "../processes/median.ts";
import { formatMebibytes, formatMs, formatRange, formatRatio } from "../report/format-figures.ts";
import type { Section, Table } from "../report/section.ts";

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

/** What was measured of generators, as a section of the results. */
export function describeGenerators(results: GeneratorResults): Section {
  return {
    title: "generating from a whole document",
    about: aboutOf(results),
    tables: [generatorTable(results)],
    goals: [],
    budgets: [],
  };
}

function aboutOf({ wholeBytes }: GeneratorResults): string {
  const megabytes = (wholeBytes / 1e6).toFixed(1);
  return `Whole processes, in turn; "+" is what one adds to \`node -e 0\` in the same round. The whole document is the slice of the usage operations among ${megabytes} MB of synthetic ones. \`ours\` runs every stage of the pipeline from its sources and writes types, catalog, methods, the compiled document and the guide; openapi-typescript, which the pipeline uses for the schema's types, writes those types alone. The code that is made of the whole document and of the slice was found to be the same. The floor reads and parses the whole document, cuts the slice out and writes it.`;
}

function generatorTable(results: GeneratorResults): Table {
  const { peakBytes } = results;
  const added = (name: GeneratorName, figure: keyof ProcessCost): number[] => {
    const bare = results.costs.get("bare") ?? [];
    return (results.costs.get(name) ?? []).map(
      (cost, round) => cost[figure] - (bare[round]?.[figure] ?? Number.NaN),
    );
  };
  const rows = generatorNames
    .filter((name) => name !== "bare")
    .map((name) => {
      const ratios = roundRatios(added(name, "wallMs"), added(reference, "wallMs"));
      const cpuRatios = roundRatios(added(name, "cpuMs"), added(reference, "cpuMs"));
      return [
        ...[name, formatRatio(median(ratios)), formatRange(ratios), formatRatio(median(cpuRatios))],
        formatMs(median(added(name, "wallMs"))),
        formatMs(median(added(name, "cpuMs"))),
        formatMebibytes(median(peakBytes.get(name) ?? [])),
      ];
    });
  const ratios = ["wall: it / openapi-typescript, whole", "range", "CPU"];
  return { columns: ["by", ...ratios, "+ wall ms", "+ CPU ms", "peak MiB"], rows };
}
