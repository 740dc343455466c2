import type { Granularity } from "@ldusage/types/catalog";
import { UsageDecodeError } from "@ldusage/types/errors";
import { readDimensions } from "./dimensions.ts";
import { inferGranularity } from "./infer-granularity.ts";
import { mergeTables } from "./merge-tables.ts";
import { seriesFacts, unknownFacts } from "./series-facts.ts";
import type { SeriesColumn, SeriesTable } from "./series-table.ts";

const indexKey = /^(?:0|[1-9]\d*)$/;

export interface DecodeContext {
  /** The operation that was called. Without it nothing is known of what the numbers are. */
  readonly operationId?: string | undefined;
  /** The parameters that it was called with. @default \{\} */
  readonly parameters?: object | undefined;
  /** The bucket width, where it is known. By default it is inferred from the spacing of the points. */
  readonly granularity?: Granularity | undefined;
}

/**
 * Reads a series response into columns: one for each element of `metadata`, all on the same ascending times.
 *
 * @throws UsageDecodeError when a key points past `metadata`, a value is not a number, or the shape is another.
 * @throws SeriesConflictError when one time has two different values.
 *
 * @example
 * ```ts
 * import { decodeSeries } from "@ldusage/helpers";
 *
 * const table = decodeSeries({
 *   metadata: [{ sdkName: "Android" }, { sdkName: "JSClient" }],
 *   series: [{ time: 1740787200000, "0": 120, "1": 8 }, { time: 1740873600000, "0": 141 }],
 * });
 * table.columns[1]?.values; //=> Float64Array [8, NaN]
 * ```
 */
export function decodeSeries(response: unknown, context: DecodeContext = {}): SeriesTable {
  const { operationId, parameters = {} } = context;
  const facts = operationId === undefined ? unknownFacts : seriesFacts(operationId, parameters);
  const { series, metadata } = readShape(response, operationId);
  const timeMs = new Float64Array(series.length);
  const columns = metadata.map(
    (entry, position): SeriesColumn => ({
      dimensions: readDimensions(entry, position, operationId),
      values: new Float64Array(series.length).fill(Number.NaN),
    }),
  );
  for (const [row, point] of series.entries()) {
    const odd = readPoint(point, row, timeMs, columns);
    if (odd !== undefined) throw new UsageDecodeError({ operationId, found: `"series"[${row}] ${odd}` });
  }
  const granularity = inferGranularity(timeMs) ?? context.granularity;
  const table: SeriesTable = {
    facts,
    timeMs,
    granularities: Array.from(timeMs, () => granularity),
    columns,
    notes: [],
  };
  // Merging a table with nothing sorts its times and finds contradictions.
  return isAscending(timeMs) ? table : mergeTables([table]);
}

interface Shape {
  readonly series: readonly unknown[];
  readonly metadata: readonly unknown[];
}

function readShape(response: unknown, operationId: string | undefined): Shape {
  const fail = (found: string): UsageDecodeError => new UsageDecodeError({ operationId, found });
  if (typeof response !== "object" || response === null) throw fail("the response is not an object");
  const { series, metadata = [] }: { series?: unknown; metadata?: unknown } = response;
  if (!Array.isArray(series)) throw fail('"series" is not a list');
  if (!Array.isArray(metadata)) throw fail('"metadata" is not a list');
  // Some operations used to answer a lone series without metadata.
  return { series, metadata: metadata.length === 0 && series.length > 0 ? [{}] : metadata };
}

/** Copies one point into the columns; says what is wrong with it. */
function readPoint(
  point: unknown,
  row: number,
  timeMs: Float64Array,
  columns: readonly SeriesColumn[],
): string | undefined {
  if (typeof point !== "object" || point === null) return "is not an object";
  const time: unknown = Reflect.get(point, "time");
  if (typeof time !== "number" || !Number.isFinite(time)) return 'has no number "time"';
  timeMs[row] = time;
  let read = 1;
  for (const [index, { values }] of columns.entries()) {
    const key = keyOf(point, index, columns.length);
    if (key === undefined) continue;
    read += 1;
    const value: unknown = Reflect.get(point, key);
    if (value === null) continue;
    if (typeof value !== "number" || !Number.isFinite(value)) return `has no number under the key "${key}"`;
    values[row] = value;
  }
  const keys = Object.keys(point);
  if (read === keys.length) return undefined;
  const stray = keys.find((key) => key !== "time" && !(indexKey.test(key) && Number(key) < columns.length));
  return `has the key "${stray}", but "metadata" describes ${columns.length} series`;
}

// A lone series may be under any name: `value` in older answers.
function keyOf(point: object, index: number, count: number): string | undefined {
  const key = String(index);
  if (Object.hasOwn(point, key)) return key;
  if (count > 1) return undefined;
  const others = Object.keys(point).filter((name) => name !== "time");
  return others.length === 1 && !/^\d+$/.test(others[0] ?? "") ? others[0] : undefined;
}

function isAscending(timeMs: Float64Array): boolean {
  return timeMs.every((time, row) => row === 0 || time > (timeMs[row - 1] ?? time));
}
