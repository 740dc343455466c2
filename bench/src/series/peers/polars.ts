import type { SeriesIdentity } from "../input/generate-response.ts";
import { importPeer } from "../program/import-peer.ts";

/** The part of a polars frame that is used here. */
export interface PolarsFrame {
  unpivot(idVars: string, valueVars: readonly string[]): PolarsFrame;
  filter(predicate: unknown): PolarsFrame;
  join(other: PolarsFrame, options: { on: string }): PolarsFrame;
  groupBy(...names: string[]): { agg(expression: unknown): PolarsFrame };
  getColumn(name: string): { toArray(): unknown[] };
}

interface Polars {
  readRecords(rows: readonly object[], options: { inferSchemaLength: number }): PolarsFrame;
  readJSON(bytes: Buffer, options: { format: "json"; inferSchemaLength: number }): PolarsFrame;
  col(name: string): { isNotNull(): unknown; sum(): unknown };
}

const { default: loaded } = await importPeer<{ default: Polars }>("nodejs-polars");
export const polars: Polars = loaded;

/** Tidy rows by `unpivot`, joined with the dimensions of their series. */
export function toPolarsRows(wide: PolarsFrame, metadata: readonly SeriesIdentity[]): PolarsFrame {
  const described = metadata.map((identity, index) => ({ variable: String(index), ...identity }));
  const names = described.map(({ variable }) => variable);
  return wide
    .unpivot("time", names)
    .filter(polars.col("value").isNotNull())
    .join(polars.readRecords(described, { inferSchemaLength: 1 }), { on: "variable" });
}
