import { formatMebibytes } from "../report/format-figures.ts";
import type { Budget, Goal, Section, Table } from "../report/section.ts";
import type { CollectMeasurement } from "./collect-measurement.ts";

/** Measurements with one concurrency by number of years, from few to many. The shortest history is a single piece. */
export interface CollectedMemory {
  readonly concurrency: number;
  readonly measurements: ReadonlyMap<number, CollectMeasurement>;
}

/** How much more may be alive than the bound says. */
const tolerance = 1.25;

/**
 * What is alive, as a section of the results. Of a history of several pieces one is held, and there may be one more for
 * each request that may be under way: so many times as much may be alive, however many pieces there are.
 */
export function describeMemory(found: readonly CollectedMemory[]): Section {
  const budgets = found.map(budgetOf);
  return {
    title: "Memory of a collection piece by piece",
    about:
      "`collectPieces` goes through years of daily points of 1,000 series, each number of years in a process of its own, and every piece is dropped once it has been counted. What is alive after a garbage collection while a piece is held is the same in every run, unlike resident memory.",
    tables: found.map(tableOf),
    goals: budgets.map(goalOf),
    budgets,
  };
}

function tableOf({ concurrency, measurements }: CollectedMemory): Table {
  const rows = [...measurements].map(([years, { pieceCount, valueCount, peakBytes, residentBytes }]) => [
    String(years),
    String(pieceCount),
    formatMebibytes(valueCount * Float64Array.BYTES_PER_ELEMENT),
    formatMebibytes(peakBytes),
    formatMebibytes(residentBytes),
  ]);
  const columns = ["years", "pieces", "all values MiB", "alive at most MiB", "resident MiB"];
  return { caption: `At most ${concurrency} under way`, columns, rows };
}

function budgetOf({ concurrency, measurements }: CollectedMemory): Budget {
  const peaks = [...measurements.values()].map(({ peakBytes }) => peakBytes);
  return {
    name: `alive of the longest history / of one piece, ${concurrency} under way`,
    limit: (1 + concurrency) * tolerance,
    measured: (peaks.at(-1) ?? Number.NaN) / (peaks[0] ?? Number.NaN),
  };
}

function goalOf({ name, limit, measured }: Budget): Goal {
  const isMet = measured <= limit;
  const goal = { name, goal: `at most ${limit}`, measured: measured.toFixed(2), isMet };
  return isMet ? goal : { ...goal, reason: "pieces are kept that should be dropped" };
}
