import { runProgram } from "../processes/run-program.ts";
import type { Section, Subject } from "../report/section.ts";
import type { CollectMeasurement } from "./collect-measurement.ts";
import { type CollectedMemory, describeMemory } from "./describe-memory.ts";

/** That `collectPieces` holds no more of a long history than of a short one. */
export const memorySubject: Subject = {
  name: "memory",
  async measure({ quick, log }): Promise<Section> {
    const [yearCounts, concurrencies] = quick
      ? [[1, 4], [4]]
      : [
          [1, 2, 5, 10],
          [1, 4],
        ];
    const found: CollectedMemory[] = [];
    for (const concurrency of concurrencies) {
      const measurements = new Map<number, CollectMeasurement>();
      for (const years of yearCounts) {
        log(`memory, ${years} years, ${concurrency} under way`);
        const args = [String(years), String(concurrency)];
        measurements.set(years, await runProgram<CollectMeasurement>("memory/collect-program.ts", args));
      }
      found.push({ concurrency, measurements });
    }
    return describeMemory(found);
  },
};
