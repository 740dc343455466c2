import { describeOperation, type Granularity, parameterWithRole } from "@ldusage/types/catalog";
import { quoteValue, UsageDecodeError } from "@ldusage/types/errors";
import { bucketClock } from "@ldusage/types/time";
import type { PlannedRequest } from "../plan/request-plan.ts";
import { decodeSeries } from "../series/decode-series.ts";
import { keepRange } from "../series/keep-range.ts";
import type { SeriesTable } from "../series/series-table.ts";
import type { SeriesSource } from "./series-source.ts";

const widths: readonly Granularity[] = ["minutely", "hourly", "daily", "weekly", "monthly"];

/** Makes one request of a plan and keeps the points that it is made for. */
export async function askPiece(
  source: SeriesSource,
  operationId: string,
  planned: PlannedRequest,
  signal: AbortSignal,
): Promise<SeriesTable> {
  signal.throwIfAborted();
  const { parameters, keep } = planned;
  const result = await source.request(operationId, parameters, { signal });
  if (!result.ok) throw result.error;
  const dependsOnAge = describeOperation(operationId).granularity.mode === "age";
  const granularity = dependsOnAge ? undefined : planned.granularity;
  const table = decodeSeries(result.data, { operationId, parameters, granularity });
  checkBreakdown(table, parameters);
  const observed = dependsOnAge ? observedGranularity(table, planned.granularity) : planned.granularity;
  const notes = [...notesOnWidth(planned, observed), ...notesOnTimes(planned, table)];
  const granularities = table.granularities.map(() => observed);
  return { ...keepRange({ ...table, granularities }, keep), notes };
}

/**
 * Some accounts have got one total where a breakdown was asked for. That total must not become a group.
 */
function checkBreakdown({ columns, facts: { operationId } }: SeriesTable, parameters: object): void {
  const name = parameterWithRole(describeOperation(operationId ?? ""), "group-by")?.name;
  const asked: unknown = name === undefined ? [] : Reflect.get(parameters, name);
  const dimensions = (Array.isArray(asked) ? asked : [asked]).filter((value) => typeof value === "string");
  for (const dimension of dimensions) {
    if (columns.every((column) => Object.hasOwn(column.dimensions, dimension))) continue;
    const found = `an entry of "metadata" lacks ${quoteValue(dimension)}, so the answer is not broken down as asked`;
    throw new UsageDecodeError({ operationId, found });
  }
}

/**
 * The bucket width that an answer shows. Sparse points look wider than they are, so a width beyond the planned one
 * is believed only of several points that all begin such a bucket.
 */
function observedGranularity(
  { timeMs, granularities: [inferred], facts }: SeriesTable,
  planned: Granularity | undefined,
): Granularity | undefined {
  if (inferred === undefined || planned === undefined) return inferred ?? planned;
  if (widths.indexOf(inferred) <= widths.indexOf(planned)) return inferred;
  const clock = bucketClock(facts.timeZone);
  const isWider = timeMs.length > 2 && timeMs.every((time) => clock.startMs(time, inferred) === time);
  return isWider ? inferred : planned;
}

function notesOnWidth({ keep, granularity }: PlannedRequest, observed: Granularity | undefined): string[] {
  if (granularity === undefined || observed === granularity) return [];
  return [`Points from ${new Date(keep.fromMs).toISOString()} are ${observed}, not ${granularity}.`];
}

function notesOnTimes({ ask }: PlannedRequest, { timeMs }: SeriesTable): string[] {
  const count = timeMs.filter((time) => time < ask.fromMs || time > ask.toMs).length;
  if (count === 0) return [];
  return [
    `${count} points outside the time that was asked for are left out; the first is at ${timeMs[0]} ms.`,
  ];
}
