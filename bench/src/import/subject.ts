import { createConsumer } from "@ldusage/compatibility/consumer/create-consumer.ts";
import { alternate } from "../processes/alternate.ts";
import { measurePeakBytes, measureProcess } from "../processes/measure-process.ts";
import { waitForQuiet } from "../processes/wait-for-quiet.ts";
import type { MeasureOptions, Section, Subject } from "../report/section.ts";
import { describeImports } from "./describe-imports.ts";
import { importFiles, importNames, importPrograms } from "./programs.ts";

/** What importing costs, for the packed packages, in a project of a user. */
export const importSubject: Subject = { name: "import", measure: measureImports };

async function measureImports({ quick, log }: MeasureOptions): Promise<Section> {
  const [roundCount, peakRoundCount, patienceMs] = quick ? [3, 1, 0] : [41, 3, 300];
  const consumer = await createConsumer({ official: true });
  const { folder } = consumer;
  try {
    await consumer.write(importFiles);
    log("import, peak memory");
    const peakBytes = await alternate(importNames, peakRoundCount, (name) =>
      measurePeakBytes(importPrograms[name], folder),
    );
    log("import, time");
    const costs = await alternate(importNames, roundCount, async (name) => {
      await waitForQuiet(patienceMs);
      return await measureProcess(process.execPath, importPrograms[name], folder);
    });
    return describeImports({ costs, peakBytes });
  } finally {
    await consumer.remove();
  }
}
