import type { Granularity } from "@ldusage/types/catalog";
import { UsageDecodeError } from "@ldusage/types/errors";
import { findOddSeries } from "@ldusage/types/response";
import { largestEpochMs } from "@ldusage/types/time";
import { bucketStates } from "./bucket-states.ts";
import { readDimensions } from "./dimensions.ts";
import { inOrderOfTime } from "./in-order-of-time.ts";
import { inferGranularity } from "./infer-granularity.ts";
import type { MergeOptions } from "./merge-tables.ts";
import { mostCells } from "./most-cells.ts";
import { seriesFacts, unknownFacts } from "./series-facts.ts";
import type { SeriesTable } from "./series-table.ts";

/**
 * What is known of a response before it is read.
 *
 * @example
 * ```ts
 * import { type DecodeContext, decodeSeries } from "@ldusage/helpers";
 *
 * const context: DecodeContext = {
 *   operationId: "getServiceConnectionsUsage",
 *   parameters: { aggregationType: "incremental" },
 *   granularity: "daily",
 *   nowMs: Date.UTC(2025, 2, 1, 12),
 * };
 * const table = decodeSeries({ metadata: [{}], series: [{ time: 1740787200000, "0": 720.5 }] }, context);
 * [table.facts.additiveOverTime, table.partial]; //=> [true, [true]]
 * ```
 */
export interface DecodeContext extends MergeOptions {
  /** The operation that was called. Without it nothing is known of what the numbers are. */
  readonly operationId?: string | undefined;
  /** The parameters that it was called with. @default \{\} */
  readonly parameters?: object | undefined;
  /** The bucket width, where it is known. By default it is inferred from the spacing of the points. */
  readonly granularity?: Granularity | undefined;
  /** When the response was asked for, in epoch milliseconds: buckets that had not ended then are partial. */
  readonly nowMs?: number | undefined;
}

/** Points of a response in columns, before anything is known of their order. */
export interface DecodedColumns {
  readonly timeMs: Float64Array;
  /** Elements of `metadata`, one for each column. */
  readonly metadata: readonly object[];
  readonly values: readonly Float64Array[];
}

/**
 * Reads a series response into columns: one for each element of `metadata`, all on the same ascending times.
 *
 * @throws UsageDecodeError when a key points past `metadata`, a value is not a number, or the shape is another.
 * @throws SeriesConflictError when one time has two different values, and nothing resolves it.
 *
 * @example
 * ```ts
 * import { decodeSeries } from "@ldusage/helpers";
 *
 * const table = decodeSeries({
 *   metadata: [{ sdkAppId: "shop-android" }, { sdkAppId: "shop-web" }],
 *   series: [{ time: 1740787200000, "0": 120, "1": 8 }, { time: 1740873600000, "0": 141 }],
 * });
 * table.columns[1]?.values; //=> Float64Array [8, NaN]
 * ```
 */
export function decodeSeries(response: unknown, context: DecodeContext = {}): SeriesTable {
  const columns = readPoints(response, context.operationId) ?? readOddPoints(response, context.operationId);
  return toTable(columns, context);
}

/** The table of decoded points: in order of time, with what is known of the numbers. */
export function toTable(decoded: DecodedColumns, context: DecodeContext): SeriesTable {
  const { operationId, parameters = {}, nowMs } = context;
  const facts = operationId === undefined ? unknownFacts : seriesFacts(operationId, parameters);
  const dimensions = decoded.metadata.map((entry) => readDimensions(entry, operationId));
  const { timeMs, values } = inOrderOfTime(decoded, dimensions, context);
  const granularity = context.granularity ?? inferGranularity(timeMs, facts.timeZone);
  return {
    facts,
    timeMs,
    ...bucketStates(timeMs, { granularity, timeZone: facts.timeZone, nowMs }),
    // There are as many columns as elements of `metadata`.
    columns: dimensions.map((entry, index) => ({
      dimensions: entry,
      values: values[index] ?? new Float64Array(),
    })),
    notes: [],
  };
}

/** Points under the indexes of their series: a number, or `null` for a hole. */
interface Point {
  readonly time: number;
  readonly [index: number]: number | null | undefined;
}

/** Reads the usual shape in one pass; `undefined` as soon as anything is unusual, whether wrong or not. */
function readPoints(response: unknown, operationId: string | undefined): DecodedColumns | undefined {
  if (!isPlainObject(response)) return undefined;
  const { series, metadata }: { series?: unknown; metadata?: unknown } = response;
  if (!Array.isArray(series) || !Array.isArray(metadata) || !metadata.every(isPlainObject)) return undefined;
  const rows = series.length;
  if (rows * metadata.length > mostCells) {
    const found = `it has ${metadata.length} series at ${rows} times, which is more than memory bears`;
    throw new UsageDecodeError({ operationId, found });
  }
  const timeMs = new Float64Array(rows);
  const cells = new Float64Array(metadata.length * rows).fill(Number.NaN);
  for (let row = 0; row < rows; row += 1) {
    if (!isPlainObject(series[row])) return undefined;
    const point: Point = series[row]; // its members are checked below
    if (typeof point.time !== "number" || !(Math.abs(point.time) <= largestEpochMs)) return undefined;
    timeMs[row] = point.time;
    let present = 1;
    for (let index = 0, cell = row; index < metadata.length; index += 1, cell += rows) {
      const value = point[index];
      if (value === undefined) continue;
      present += 1;
      if (value === null) continue;
      if (!Number.isFinite(value)) return undefined;
      cells[cell] = value;
    }
    // As many as there are keys, without making a text of each.
    if (present !== Object.values(point).length) return undefined;
  }
  const values = metadata.map((_, index) => cells.subarray(index * rows, (index + 1) * rows));
  return { timeMs, metadata, values };
}

/** Reads what {@link readPoints} does not take: older answers of one series at the most. */
function readOddPoints(response: unknown, operationId: string | undefined): DecodedColumns {
  const found =
    typeof response === "object" && response !== null
      ? findOddSeries(response)
      : "the response is not an object";
  if (found !== undefined) throw new UsageDecodeError({ operationId, found });
  // The check above establishes the shape.
  const { series, metadata } = response as { series?: Point[] | null; metadata?: object[] | null };
  const points = series ?? [];
  const described = metadata ?? [];
  // Some operations used to answer a lone series without metadata.
  const entries = described.length === 0 && points.length > 0 ? [{}] : described;
  return {
    timeMs: Float64Array.from(points, ({ time }) => time),
    metadata: entries,
    values: entries.map(() => Float64Array.from(points, (point) => loneValue(point) ?? Number.NaN)),
  };
}

// A lone series may be under any name: `value` in older answers.
function loneValue(point: Point): number | null | undefined {
  return Object.entries(point).find(([name]) => name !== "time")?.[1];
}

function isPlainObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
