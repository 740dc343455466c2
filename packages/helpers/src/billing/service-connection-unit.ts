import { service } from "@ldusage/types/catalog";
import { onlySeries } from "../series/point-kind.ts";
import type { SeriesTable } from "../series/series-table.ts";
import type { ServiceConnectionsOptions } from "./service-connections.ts";
import { median, usageMonths } from "./usage-month.ts";

const minutesPerDay = 1440;

/**
 * Which unit a series of service connections seems to be in.
 *
 * @example
 * ```ts
 * import { type ServiceConnectionUnitHint, serviceConnections } from "@ldusage/helpers";
 *
 * const billed = (usage: number, { unit }: ServiceConnectionUnitHint): number | undefined =>
 *   unit && serviceConnections(usage, { unit });
 * ```
 */
export interface ServiceConnectionUnitHint {
  /** The plausible unit; `undefined` where both are, or nothing is known. */
  readonly unit: ServiceConnectionsOptions["unit"] | undefined;
  /** What a day adds: the median of the whole days. `NaN` where there is none. */
  readonly perDay: number;
  /** Why, as a sentence. */
  readonly reason: string;
}

/**
 * Tells in which unit a series of service connections plausibly is. An instance that is always on adds 1,440 minutes a
 * day, or about 0.0329 connections. So less than a tenth of 1,440 a day would, in minutes, be an instance that is
 * hardly ever on, and 1,440 or more would, in connections, be 43,800 instances and more. Between them both are
 * possible. This is a hint to compare with the Usage page of the account: nothing else goes by it.
 *
 * @param table One series of daily points, month-to-date or incremental.
 * @throws UsageInputError when the table has not exactly one series of daily points in UTC, or increments overlap or
 *   have no known width.
 *
 * @example
 * ```ts
 * import { decodeSeries, hintServiceConnectionUnit } from "@ldusage/helpers";
 *
 * const series = [0, 1, 2].map((day) => ({ time: Date.UTC(2026, 10, 1 + day), "0": 4320 * (day + 1) }));
 * const table = decodeSeries({ metadata: [{}], series }, { operationId: "getServiceConnectionsUsage" });
 * const { unit, reason } = hintServiceConnectionUnit(table);
 * unit; //=> "minutes"
 * reason; //=> "As minutes, 4320 a day are 3 instances that are always on; as connections, 131400."
 * ```
 */
export function hintServiceConnectionUnit(table: SeriesTable): ServiceConnectionUnitHint {
  const { months } = usageMonths(table, onlySeries(table, "table"), Number.POSITIVE_INFINITY);
  const days = [...months.values()].flatMap(({ added }) =>
    [...added].filter((value) => !Number.isNaN(value)),
  );
  const perDay = median(days);
  if (!(perDay > 0)) return { unit: undefined, perDay, reason: "No use on a whole day is known." };
  const instances = perDay / minutesPerDay;
  const ifConnections = instances * service.minutesPerServiceConnection;
  const reason = `As minutes, ${short(perDay)} a day are ${short(instances)} instances that are always on; as connections, ${short(ifConnections)}.`;
  if (instances >= 1) return { unit: "minutes", perDay, reason };
  return { unit: instances < 0.1 ? "connections" : undefined, perDay, reason };
}

function short(value: number): number {
  return Number(value.toPrecision(6));
}
