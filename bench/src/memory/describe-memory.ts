import { formatTable } from "../report/format-table.ts";
import type { CollectMeasurement } from "./collect-measurement.ts";

/** How much more may be alive than the bound says. */
const tolerance = 0.25;

/**
 * The measurements with one concurrency by number of years, from few to many, as a table, and whether what is alive is
 * bounded. The shortest history is a single piece. Of any other one piece is held, and there may be one more for each
 * request that may be under way: so many times as much may be alive, however many pieces there are.
 */
export function describeGrowth(
  measurements: ReadonlyMap<number, CollectMeasurement>,
  concurrency: number,
): { readonly text: string; readonly isBounded: boolean } {
  const rows = [...measurements].map(([years, measurement]) => [
    String(years),
    String(measurement.pieceCount),
    inMegabytes(measurement.valueCount * Float64Array.BYTES_PER_ELEMENT),
    inMegabytes(measurement.peakBytes),
    inMegabytes(measurement.residentBytes),
  ]);
  const header = ["years", "pieces", "all values MiB", "alive at most MiB", "resident MiB"];
  const peaks = [...measurements.values()].map(({ peakBytes }) => peakBytes);
  const growth = (peaks.at(-1) ?? Number.NaN) / (peaks[0] ?? Number.NaN);
  const limit = 1 + concurrency;
  const isBounded = growth <= limit * (1 + tolerance);
  const title = `At most ${concurrency} under way:`;
  const verdict = isBounded ? "bounded" : "NOT BOUNDED";
  const sentence = `the longest takes ${growth.toFixed(2)} times what one piece takes, at most ${limit} + 25 %: ${verdict}`;
  return { text: [title, formatTable(header, rows), sentence].join("\n\n"), isBounded };
}

function inMegabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}
