// What a child process does: collects a number of years piece by piece, drops each piece, and prints what was alive at
// the most while one was held. `collect-program.js <years> <concurrency>`.
import { collectPieces } from "@ldusage/helpers";
import type { CollectMeasurement } from "./collect-measurement.ts";
import { measureLiveBytes } from "./live-memory.ts";
import { createSource } from "./synthetic-source.ts";

const seriesCount = 1000;
const endYear = 2026;

const [years, concurrency] = process.argv.slice(2).map(Number);
const source = createSource(seriesCount);
const range = { from: `${endYear - (years ?? 1)}-01-01`, to: `${endYear}-01-01` };
const parameters = { ...range, groupBy: "environmentId", aggregationType: "incremental" } as const;
const options = { nowMs: Date.UTC(endYear, 1, 1), concurrency };
// Once before, so that what code takes and what is kept for good is there already.
await collect({ ...parameters, from: `${endYear - 1}-12-01` });
const beforeBytes = await measureLiveBytes();
const counts = await collect(parameters);

const residentBytes = process.resourceUsage().maxRSS * 1024;
const measurement: CollectMeasurement = {
  ...counts,
  peakBytes: counts.liveBytes - beforeBytes,
  residentBytes,
};
process.stdout.write(JSON.stringify(measurement));

async function collect(
  asked: typeof parameters,
): Promise<Pick<CollectMeasurement, "pieceCount" | "valueCount"> & { readonly liveBytes: number }> {
  let [pieceCount, valueCount, liveBytes] = [0, 0, 0];
  for await (const { table } of collectPieces(source, "getDataExportEventsUsage", asked, options)) {
    pieceCount += 1;
    liveBytes = Math.max(liveBytes, await measureLiveBytes());
    valueCount += table.columns.length * table.timeMs.length;
  }
  return { pieceCount, valueCount, liveBytes };
}
