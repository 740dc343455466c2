import type { ParametersOf, SeriesOperationId } from "@ldusage/types";
import {
  describeOperation,
  type Granularity,
  type OperationDescriptor,
  parameterWithRole,
} from "@ldusage/types/catalog";
import { refuseParameter } from "@ldusage/types/errors";
import { type BucketClock, bucketClock, epochMsOf, utcMonthStartMs } from "@ldusage/types/time";
import type { TimeRange } from "../ranges/time-range.ts";
import { aggregationOf, textOf } from "./chosen-values.ts";
import { cutAtMonths, cutRange, cutRule } from "./cut-range.ts";
import type { Piece, PlanContext, PlannedRequest, RequestPlan } from "./request-plan.ts";

/**
 * What a plan depends on besides the question.
 *
 * @example
 * ```ts
 * import { type PlanOptions, planRequests } from "@ldusage/helpers";
 *
 * const options: PlanOptions = { nowMs: Date.parse("2026-11-15T12:00:00Z"), cut: "month" };
 * planRequests("getMAUTotalUsage", { from: "2026-01-01" }, options).requests.length; //=> 11
 * ```
 */
export interface PlanOptions {
  /** The current time in epoch milliseconds. */
  readonly nowMs: number;
  /**
   * How far this clock and the server's may be apart, in milliseconds. Matters where granularity depends on age.
   * @default 120_000
   */
  readonly marginMs?: number | undefined;
  /**
   * How long requests are: as long as one may be, or a calendar month at most, from its start. Months make more and
   * smaller requests, which are the same whenever they are planned: that is what a cache needs.
   * @default "limit"
   */
  readonly cut?: "limit" | "month" | undefined;
}

/**
 * Plans the requests that answer a question which one request may not be able to answer: ranges longer than
 * the operation's limit, month-to-date series that start inside a month, and granularity that depends on age.
 *
 * Ranges are half-open: a point is kept when `from` ≤ `time` < `to`.
 *
 * @throws UsageInputError for a time that cannot be read, a range that ends before it starts, an unknown time
 *   zone, an operation that gives no series, and options that are none.
 *
 * @example
 * ```ts
 * import { planRequests } from "@ldusage/helpers";
 *
 * const nowMs = Date.parse("2026-11-15T12:00:00Z");
 * const year = { from: "2024-01-01", to: "2025-01-01" };
 * const { requests } = planRequests("getMAUTotalUsage", year, { nowMs });
 * requests.map(({ keep }) => new Date(keep.toMs).toISOString()); //=> ["2024-12-01T00:00:00.000Z", "2025-01-01T00:00:00.000Z"]
 * ```
 */
export function planRequests<Id extends SeriesOperationId>(
  operationId: Id,
  parameters: ParametersOf<Id>,
  options: PlanOptions,
): RequestPlan<ParametersOf<Id>> {
  const operation = describeOperation(operationId);
  if (operation.response.kind !== "series") {
    throw refuseParameter(
      operation,
      "operationId",
      operationId,
      "it lists names, not series",
      "call the client's method",
    );
  }
  const { nowMs, marginMs = 120_000, cut = "limit" } = options;
  checkOptions(operation, nowMs, marginMs, cut);
  const range = rangeOf(operation, parameters, nowMs);
  const clock = clockOf(operation, parameters);
  const context: PlanContext = { operation, range, nowMs, marginMs, clock };
  const { pieces, notes } =
    range.fromMs < range.toMs
      ? cutRange(context, aggregationOf(operation, parameters), granularityOf(operation, parameters))
      : { pieces: [], notes: [] };
  const whole = (
    cut === "month" ? pieces.flatMap((piece) => wholeMonths(context, parameters, piece)) : pieces
  )
    // A range that starts inside a bucket may hold no other one.
    .filter((piece) => firstBucketMs(clock, piece) < piece.keep.toMs);
  const requests = whole.map((piece) => toRequest(operation, parameters, piece));
  return { operationId, range, requests, notes: [...notes, ...notesOnEnds(context, pieces)] };
}

/** A request in several, of a calendar month at most each; just the request where it cannot be cut. */
export function cutRequest<Parameters extends object>(
  operationId: string,
  request: PlannedRequest<Parameters>,
): PlannedRequest<Parameters>[] {
  const operation = describeOperation(operationId);
  const { parameters } = request;
  const clock = clockOf(operation, parameters);
  return shorten({ operation, clock }, parameters, request).map((piece) =>
    toRequest(operation, parameters, piece),
  );
}

/** A piece in months, of which the first is asked for from its start, too: points do not depend on it. */
function wholeMonths(context: PlanContext, parameters: object, piece: Piece): Piece[] {
  const { operation, clock } = context;
  const { granularity } = piece;
  const monthMs = utcMonthStartMs(piece.ask.fromMs);
  const fromMs = granularity === undefined ? piece.ask.fromMs : clock.startMs(monthMs, granularity);
  const isCoarsest =
    operation.granularity.mode !== "age" || granularity === operation.granularity.steps.at(-1)?.granularity;
  const ask = isCoarsest ? { ...piece.ask, fromMs } : piece.ask;
  const parts = shorten(context, parameters, { ...piece, ask });
  return parts.length > 0 ? parts : [piece];
}

function shorten(
  { operation, clock }: Pick<PlanContext, "operation" | "clock">,
  parameters: object,
  piece: Piece,
): Piece[] {
  const rule = cutRule(operation, aggregationOf(operation, parameters));
  return rule === "nowhere" ? [piece] : cutAtMonths(piece, clock);
}

function clockOf(operation: OperationDescriptor, parameters: object): BucketClock {
  const zone = parameterWithRole(operation, "time-zone")?.name;
  const { operationId } = operation;
  return bucketClock(textOf(parameters, zone), { operationId, parameter: zone ?? "time zone" });
}

function checkOptions(operation: OperationDescriptor, nowMs: number, marginMs: number, cut: string): void {
  const rule = "it is not a number of milliseconds";
  if (!Number.isFinite(nowMs))
    throw refuseParameter(operation, "nowMs", nowMs, rule, "give the current time");
  if (!(marginMs >= 0) || !Number.isFinite(marginMs)) {
    throw refuseParameter(operation, "marginMs", marginMs, rule, "give 0 or more");
  }
  if (cut !== "limit" && cut !== "month") {
    throw refuseParameter(operation, "cut", cut, "it is no length of requests", 'use "limit" or "month"');
  }
}

/** Start of the first bucket that lies in a piece as a whole. */
function firstBucketMs(clock: BucketClock, { keep, granularity }: Piece): number {
  if (granularity === undefined || clock.startMs(keep.fromMs, granularity) === keep.fromMs)
    return keep.fromMs;
  return clock.endMs(keep.fromMs, granularity);
}

/** Says which bucket is left out because the range starts inside it, and which reaches beyond the range's end. */
function notesOnEnds({ clock, range, nowMs }: PlanContext, pieces: readonly Piece[]): string[] {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last?.granularity === undefined) return [];
  const iso = (time: number): string => new Date(time).toISOString();
  const notes: string[] = [];
  const firstMs = firstBucketMs(clock, first);
  if (firstMs !== first.keep.fromMs) {
    const rest =
      firstMs < range.toMs ? `points begin at ${iso(firstMs)}` : "there is no other one in the range";
    notes.push(
      `The range starts at ${iso(range.fromMs)}, inside a ${first.granularity} bucket that is left out: ${rest}.`,
    );
  }
  const endMs = clock.endMs(range.toMs - 1, last.granularity);
  // A bucket that is still running is partial, which its table says.
  if (endMs > range.toMs && endMs <= nowMs && firstMs < range.toMs) {
    notes.push(
      `The range ends at ${iso(range.toMs)}, inside a ${last.granularity} bucket that is given as a whole.`,
    );
  }
  return notes;
}

function granularityOf(operation: OperationDescriptor, parameters: object): Granularity | undefined {
  const { granularity } = operation;
  if (granularity.mode === "fixed") return granularity.value;
  if (granularity.mode !== "parameter") return undefined;
  const chosen = textOf(parameters, parameterWithRole(operation, "bucket-width")?.name);
  return granularity.values.find((value) => value === chosen) ?? granularity.default ?? undefined;
}

function rangeOf(operation: OperationDescriptor, parameters: object, nowMs: number): TimeRange {
  const start = parameterWithRole(operation, "range-start")?.name;
  const end = parameterWithRole(operation, "range-end")?.name;
  const toMs = timeOf(operation, parameters, end) ?? nowMs;
  const fromMs = timeOf(operation, parameters, start) ?? defaultFromMs(operation, nowMs);
  if (fromMs <= toMs) return { fromMs, toMs };
  const later = `it is later than ${new Date(toMs).toISOString()}, where the range ends`;
  throw refuseParameter(operation, start ?? "range", new Date(fromMs), later, "swap them or give both");
}

function defaultFromMs({ defaultFrom }: OperationDescriptor, nowMs: number): number {
  return defaultFrom?.kind === "ago" ? nowMs - defaultFrom.durationMs : utcMonthStartMs(nowMs);
}

function timeOf(
  { operationId }: OperationDescriptor,
  parameters: object,
  name: string | undefined,
): number | undefined {
  if (name === undefined) return undefined;
  const input = Reflect.get(parameters, name);
  return input === undefined ? undefined : epochMsOf(input, { operationId, parameter: name });
}

function toRequest<Parameters extends object>(
  operation: OperationDescriptor,
  parameters: Parameters,
  { ask, keep, granularity }: Piece,
): PlannedRequest<Parameters> {
  const unitMs = operation.timeUnit === "s" ? 1000 : 1;
  // One unit before the cut: right whether the server takes the end of a range as inside it or not.
  const lastMs = Math.max(ask.fromMs, (Math.ceil(ask.toMs / unitMs) - 1) * unitMs);
  const asked = [
    [parameterWithRole(operation, "range-start")?.name, ask.fromMs],
    [parameterWithRole(operation, "range-end")?.name, lastMs],
  ] as const;
  const times = asked.flatMap(([name, epochMs]) => (name === undefined ? [] : [[name, { epochMs }]]));
  return { parameters: { ...parameters, ...Object.fromEntries(times) }, ask, keep, granularity };
}
