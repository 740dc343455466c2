import { createUsageClient } from "@ldusage/client";
import { collectSeries } from "@ldusage/helpers";
import { pulled } from "../pull-case.ts";
import { accessToken, type PulledPoints, type Puller } from "../puller.ts";

/** As it is by default, or with another number of requests at a time. */
export function createPuller(concurrencyFor?: (tuned: number) => number): Puller {
  return {
    async pull(baseUrl, { isByMonth, tunedConcurrency }) {
      const concurrency = concurrencyFor?.(tunedConcurrency);
      const usage = createUsageClient({ accessToken, baseUrl, concurrency });
      const { from, to, nowMs } = pulled;
      const cache = isByMonth ? new Map<string, Uint8Array>() : undefined;
      const asked = { from, to, groupBy: "sdkName" } as const;
      const options = { nowMs, concurrency, cache };
      const table = await collectSeries(usage, "getMAUClientsideUsage", asked, options);
      const columns = table.columns.map(({ dimensions, values }): [string, ReadonlyMap<number, number>] => [
        String(dimensions["sdkName"]),
        new Map(Array.from(table.timeMs, (timeMs, row) => [timeMs, values[row] ?? Number.NaN])),
      ]);
      return new Map(columns) satisfies PulledPoints;
    },
  };
}

export const puller: Puller = createPuller();
