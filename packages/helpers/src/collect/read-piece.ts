import { describeOperation, type Granularity } from "@ldusage/types/catalog";
import { quoteValue, UsageDecodeError } from "@ldusage/types/errors";
import { bucketClock } from "@ldusage/types/time";
import { decodeSeriesBytes } from "../bytes/decode-series-bytes.ts";
import type { PlannedRequest } from "../plan/request-plan.ts";
import { bucketStates } from "../series/bucket-states.ts";
import { bucketWidths } from "../series/bucket-widths.ts";
import { decodeSeries } from "../series/decode-series.ts";
import { keepRange } from "../series/keep-range.ts";
import type { MergeOptions } from "../series/merge-tables.ts";
import type { SeriesTable } from "../series/series-table.ts";

/**
 * Reads the answer to one request of a plan, as bytes or parsed, and keeps the points that it was made for.
 *
 * @throws UsageDecodeError when it cannot be read, or is not broken down as asked.
 */
export function readPiece(
  operationId: string,
  planned: PlannedRequest,
  data: unknown,
  { nowMs, resolveConflict }: MergeOptions & { readonly nowMs: number },
): SeriesTable {
  const { parameters, keep } = planned;
  const dependsOnAge = describeOperation(operationId).granularity.mode === "age";
  const granularity = dependsOnAge ? undefined : planned.granularity;
  const context = { operationId, parameters, granularity, nowMs, resolveConflict };
  const table = data instanceof Uint8Array ? decodeSeriesBytes(data, context) : decodeSeries(data, context);
  checkBreakdown(table, parameters);
  const notes = notesOnTimes(planned, table);
  if (!dependsOnAge) return { ...keepRange(table, keep), notes };
  const observed = observeWidth(planned, table);
  const knowledge = { granularity: observed.granularity, timeZone: table.facts.timeZone, nowMs };
  const states = bucketStates(table.timeMs, knowledge);
  return { ...keepRange({ ...table, ...states }, keep), notes: [...observed.notes, ...notes] };
}

/**
 * Some accounts have got one total where a breakdown was asked for. That total must not become a group. A dimension
 * may show under the name of its filter: which of the two the metadata uses is not stated.
 */
function checkBreakdown({ columns, facts: { operationId } }: SeriesTable, parameters: object): void {
  const { groupBy, parameters: known } = describeOperation(operationId ?? "");
  const asked: unknown = groupBy?.parameter ? Reflect.get(parameters, groupBy.parameter) : [];
  const found = columns.filter(({ values }) => values.some((value) => !Number.isNaN(value)));
  for (const { value, dimension } of groupBy?.values ?? []) {
    if (!(Array.isArray(asked) ? asked.includes(value) : asked === value)) continue;
    const names = [
      value,
      ...known.filter((filter) => filter.dimension === dimension).map(({ name }) => name),
    ];
    if (found.every(({ dimensions }) => names.some((name) => Object.hasOwn(dimensions, name)))) continue;
    throw new UsageDecodeError({
      operationId,
      found: `an entry of "metadata" lacks ${quoteValue(value)}, so the answer is not broken down as asked`,
    });
  }
}

/**
 * The bucket width that an answer shows. Sparse points look wider than they are, so a width beyond the planned one
 * is believed only of several points that all begin such a bucket. Where a few points could be either, nobody can
 * tell, and the notes say so: wider points would overlap with the finer ones of the next piece.
 */
function observeWidth(
  { keep, ask, granularity: planned }: PlannedRequest,
  { timeMs, granularities: [inferred], facts }: SeriesTable,
): { granularity: Granularity | undefined; notes: string[] } {
  if (planned === undefined) return { granularity: inferred, notes: [] };
  const from = new Date(keep.fromMs).toISOString();
  if (inferred !== undefined && bucketWidths.indexOf(inferred) < bucketWidths.indexOf(planned)) {
    return { granularity: inferred, notes: [`Points from ${from} are ${inferred}, not ${planned}.`] };
  }
  const clock = bucketClock(facts.timeZone);
  const wider = bucketWidths
    .slice(bucketWidths.indexOf(planned) + 1)
    .findLast((width) => timeMs.length > 0 && timeMs.every((time) => clock.startMs(time, width) === time));
  if (wider === undefined) return { granularity: planned, notes: [] };
  if (timeMs.length > 2)
    return { granularity: wider, notes: [`Points from ${from} are ${wider}, not ${planned}.`] };
  let buckets = 0;
  for (let time = ask.fromMs; time < ask.toMs; time = clock.endMs(time, wider)) buckets += 1;
  // A whole answer in wider buckets would look just like this.
  if (timeMs.length < buckets) return { granularity: planned, notes: [] };
  return {
    granularity: undefined,
    notes: [`Points from ${from} may be ${wider} ones, or a few ${planned} ones: the answer does not tell.`],
  };
}

function notesOnTimes({ ask }: PlannedRequest, { timeMs }: SeriesTable): string[] {
  const outside = timeMs.filter((time) => time < ask.fromMs || time > ask.toMs);
  if (outside.length === 0) return [];
  return [
    `Points outside the time that was asked for are left out: ${outside.length}, the first at ${outside[0]} ms.`,
  ];
}
