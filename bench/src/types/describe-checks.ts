import { type CheckCost, instantiationBudget } from "@ldusage/compatibility/types/check-cost.ts";
import { median } from "../processes/median.ts";
import { formatMebibytes, formatMs } from "../report/format-figures.ts";
import type { Section, Table } from "../report/section.ts";
import { typedPrograms } from "./programs.ts";

/** What checks cost, by version of the compiler and by program, round by round. */
export type CheckResults = ReadonlyMap<string, ReadonlyMap<string, readonly CheckCost[]>>;

/** What was measured of checks, as a section of the results. */
export function describeChecks(results: CheckResults): Section {
  const counts = [...results.keys()].map((version) => ({
    version,
    instantiations: Math.max(
      added(results, version, "ours-method", "instantiations"),
      added(results, version, "ours-request", "instantiations"),
    ),
  }));
  const worst = Math.max(...counts.map(({ instantiations }) => instantiations));
  const isMet = worst <= instantiationBudget;
  return {
    title: "type check of a program of one call",
    about,
    tables: [checkTable(results)],
    goals: [
      {
        name: "a typed call, instantiations over an empty program, in any version of TypeScript",
        goal: `at most ${instantiationBudget}`,
        measured: String(worst),
        isMet,
      },
    ],
    budgets: counts.map(({ version, instantiations }) => ({
      name: `a typed call, instantiations, TypeScript ${version}`,
      limit: instantiationBudget,
      measured: instantiations,
    })),
  };
}

const about =
  'Whole runs of `tsc --noEmit --extendedDiagnostics` of each version, in turn, in a project that has installed the packed packages: strict, `nodenext`, libraries ES2022 and DOM, `types: []`, `skipLibCheck`. "+" is over the empty program of the same version and round. `by-hand` is the one call typed exactly in four lines; `openapi-fetch` takes `paths` of `@ldusage/types`; `ours-method` calls the method, `ours-request` takes the result of `request` apart.';

function added(results: CheckResults, version: string, name: string, figure: keyof CheckCost): number {
  const [costs = [], empty = []] = [name, "empty"].map((one) => results.get(version)?.get(one));
  return median(costs.map((cost, round) => cost[figure] - (empty[round]?.[figure] ?? Number.NaN)));
}

function checkTable(results: CheckResults): Table {
  const rows = [...results.keys()].flatMap((version) =>
    Object.keys(typedPrograms).map((name) => {
      const plus = (figure: keyof CheckCost): number => added(results, version, name, figure);
      const figure = (of: keyof CheckCost): number =>
        median((results.get(version)?.get(name) ?? []).map((cost) => cost[of]));
      return [
        version,
        name,
        plus("instantiations").toFixed(0),
        plus("types").toFixed(0),
        formatMebibytes(plus("memoryBytes")),
        formatMs(plus("checkMs")),
        formatMs(plus("totalMs")),
        formatMs(figure("totalMs")),
      ];
    }),
  );
  const figures = ["+ instantiations", "+ types", "+ MiB", "+ check ms", "+ total ms", "total ms"];
  return { columns: ["TypeScript", "program", ...figures], rows };
}
