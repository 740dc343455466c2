import { createConsumer } from "@ldusage/compatibility/consumer/create-consumer.ts";
import { type CheckCost, measureCheck } from "@ldusage/compatibility/types/check-cost.ts";
import { type CompilerVersion, compilerVersions } from "@ldusage/compatibility/types/compiler.ts";
import { measuredFiles } from "@ldusage/compatibility/types/measured-programs.ts";
import { alternate } from "../processes/alternate.ts";
import { waitForQuiet } from "../processes/wait-for-quiet.ts";
import type { MeasureOptions, Section, Subject } from "../report/section.ts";
import { describeChecks } from "./describe-checks.ts";
import { handDeclarations, typedPrograms } from "./programs.ts";

/** What a typed call costs the compilers of users, with the packed packages. */
export const typesSubject: Subject = { name: "types", measure: measureTypes };

const quickVersions: readonly CompilerVersion[] = ["6.0", "7.0"];

async function measureTypes({ quick, log }: MeasureOptions): Promise<Section> {
  const [roundCount, patienceMs] = quick ? [1, 0] : [7, 300];
  const consumer = await createConsumer({ official: true });
  const { folder } = consumer;
  try {
    await consumer.write({ ...measuredFiles(typedPrograms), "usage.d.ts": handDeclarations });
    const costs = new Map<CompilerVersion, ReadonlyMap<string, readonly CheckCost[]>>();
    for (const version of quick ? quickVersions : compilerVersions) {
      log(`types, TypeScript ${version}`);
      const measured = await alternate(Object.keys(typedPrograms), roundCount, async (name) => {
        await waitForQuiet(patienceMs);
        return await measureCheck(version, folder, name);
      });
      costs.set(version, measured);
    }
    return describeChecks(costs);
  } finally {
    await consumer.remove();
  }
}
