import type { SeriesIdentity } from "../input/generate-response.ts";
import type { ParsedResponse } from "../input/parse-response.ts";
import { importPeer } from "../program/import-peer.ts";

interface D3Array {
  cross<Left, Right, Row>(
    left: readonly Left[],
    right: readonly Right[],
    reduce: (left: Left, right: Right) => Row,
  ): Row[];
  flatRollup<Row, Value>(
    rows: readonly Row[],
    reduce: (rows: Row[]) => Value,
    ...keys: ((row: Row) => unknown)[]
  ): unknown[][];
  rollup<Row, Value>(
    rows: readonly Row[],
    reduce: (rows: Row[]) => Value,
    outer: (row: Row) => string,
    inner: (row: Row) => string,
  ): Map<string, Map<string, Value>>;
  sum<Row>(rows: readonly Row[], toNumber: (row: Row) => number): number;
}

export const d3: D3Array = await importPeer<D3Array>("d3-array");

/** A value with all that identifies it, its time in some form. */
export interface D3Row<Time> extends SeriesIdentity {
  readonly time: Time;
  readonly value: number;
}

/** Tidy rows by `cross`: every point with every series, less the holes. The form of a time is worked out once. */
export function toD3Rows<Time>(
  { metadata, series }: ParsedResponse,
  formOf: (timeMs: number) => Time,
): D3Row<Time>[] {
  const described = metadata.map((identity, index) => ({ key: String(index), identity }));
  const points = series.map((point) => ({ point, time: formOf(point.time) }));
  return d3
    .cross(points, described, ({ point, time }, { key, identity }) => ({
      time,
      ...identity,
      // Holes are left out below.
      value: point[key] ?? Number.NaN,
    }))
    .filter(({ value }) => !Number.isNaN(value));
}
