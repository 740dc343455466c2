import type { ParsedResponse } from "../input/parse-response.ts";
import { importPeer } from "../program/import-peer.ts";
import type { TidyRow } from "../tidy/naive-rows.ts";

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
  sum<Row>(rows: readonly Row[], toNumber: (row: Row) => number): number;
}

export const d3: D3Array = await importPeer<D3Array>("d3-array");

/** Tidy rows by `cross`: every point with every series, less the holes. */
export function toD3Rows({ metadata, series }: ParsedResponse): TidyRow[] {
  const described = metadata.map((identity, index) => ({ key: String(index), identity }));
  return d3
    .cross(series, described, (point, { key, identity }) => ({
      time: point.time,
      ...identity,
      // Holes are left out below.
      value: point[key] ?? Number.NaN,
    }))
    .filter(({ value }) => !Number.isNaN(value));
}
