import type { Granularity } from "@ldusage/types/catalog";
import { UsageDecodeError } from "@ldusage/types/errors";
import { findOddSeries } from "@ldusage/types/response";
import { readDimensions } from "./dimensions.ts";
import { inferGranularity } from "./infer-granularity.ts";
import { mergeTables } from "./merge-tables.ts";
import { seriesFacts, unknownFacts } from "./series-facts.ts";
import type { SeriesColumn, SeriesTable } from "./series-table.ts";

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
 *   metadata: [{ sdkAppId: "shop-android" }, { sdkAppId: "shop-web" }],
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
    (entry): SeriesColumn => ({
      dimensions: readDimensions(entry),
      values: new Float64Array(series.length).fill(Number.NaN),
    }),
  );
  for (const [row, point] of series.entries()) {
    timeMs[row] = point.time;
    for (const [index, { values }] of columns.entries()) {
      const value = point[index] ?? (columns.length === 1 ? loneValue(point) : undefined);
      if (value !== undefined && value !== null) values[row] = value;
    }
  }
  const decoded: SeriesTable = {
    facts,
    timeMs,
    granularities: Array.from(timeMs, () => undefined),
    columns,
    notes: [],
  };
  // Merging a table with nothing sorts its times and finds contradictions.
  const table = isAscending(timeMs) ? decoded : mergeTables([decoded]);
  const granularity = context.granularity ?? inferGranularity(table.timeMs);
  return { ...table, granularities: Array.from(table.timeMs, () => granularity) };
}

/** A point of a checked response: a time, and values under the indexes of their series. */
interface Point {
  readonly time: number;
  readonly [index: number]: number | null;
}

interface Shape {
  readonly series: readonly Point[];
  readonly metadata: readonly object[];
}

function readShape(response: unknown, operationId: string | undefined): Shape {
  const found =
    typeof response === "object" && response !== null
      ? findOddSeries(response)
      : "the response is not an object";
  if (found !== undefined) throw new UsageDecodeError({ operationId, found });
  // The check above establishes the shape.
  const { series, metadata } = response as { series?: Point[] | null; metadata?: object[] | null };
  const points = series ?? [];
  const entries = metadata ?? [];
  // Some operations used to answer a lone series without metadata.
  return { series: points, metadata: entries.length === 0 && points.length > 0 ? [{}] : entries };
}

// A lone series may be under any name: `value` in older answers.
function loneValue(point: Point): number | null | undefined {
  return Object.entries(point).find(([name]) => name !== "time")?.[1];
}

function isAscending(timeMs: Float64Array): boolean {
  return timeMs.every((time, row) => row === 0 || time > (timeMs[row - 1] ?? time));
}
