import type { SeriesIdentity } from "../input/generate-response.ts";
import { importPeer } from "../program/import-peer.ts";

/** The part of a polars frame that is used here. */
export interface PolarsFrame {
  withColumn(expression: unknown): PolarsFrame;
  unpivot(idVars: readonly string[], valueVars: readonly string[]): PolarsFrame;
  filter(predicate: unknown): PolarsFrame;
  join(other: PolarsFrame, options: { on: string }): PolarsFrame;
  groupBy(...names: string[]): { agg(expression: unknown): PolarsFrame };
  pivot(values: string, options: { index: string; on: string; aggregateFunc: "sum" }): PolarsFrame;
  getColumn(name: string): { toArray(): unknown[] };
  readonly columns: readonly string[];
  writeCSV(): Buffer;
}

/** The part of a polars expression that is used here. */
interface Expression {
  isNotNull(): unknown;
  sum(): unknown;
  cast(type: unknown): Expression;
  readonly dt: { strftime(format: string): { alias(name: string): unknown } };
}

interface Polars {
  readonly Int64: unknown;
  Datetime(unit: "ms"): unknown;
  readRecords(rows: readonly object[], options: { inferSchemaLength: number }): PolarsFrame;
  readJSON(bytes: Buffer, options: { format: "json"; inferSchemaLength: number }): PolarsFrame;
  col(name: string): Expression;
}

const { default: loaded } = await importPeer<{ default: Polars }>("nodejs-polars");
export const polars: Polars = loaded;

/** The points of a response as they are, a column for each series, with what the series are. */
export interface WideFrame {
  readonly wide: PolarsFrame;
  readonly metadata: readonly SeriesIdentity[];
}

const seriesMember = ',"series":';

/** Reads the points straight from their bytes: the last member of a response here, cut out without parsing. */
export function readWide({ buffer, byteOffset, byteLength }: Uint8Array): WideFrame {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  const seriesAt = bytes.indexOf(seriesMember);
  const { metadata } = JSON.parse(`${bytes.toString("utf8", 0, seriesAt)}}`);
  const points = bytes.subarray(seriesAt + seriesMember.length, byteLength - 1);
  return { wide: polars.readJSON(points, { format: "json", inferSchemaLength: 365 }), metadata };
}

/** Tidy rows by `unpivot`, joined with the dimensions of their series. */
export function toPolarsRows({ wide, metadata }: WideFrame, keep: readonly string[] = ["time"]): PolarsFrame {
  const described = metadata.map((identity, index) => ({ variable: String(index), ...identity }));
  const names = described.map(({ variable }) => variable);
  return wide
    .unpivot(keep, names)
    .filter(polars.col("value").isNotNull())
    .join(polars.readRecords(described, { inferSchemaLength: 1 }), { on: "variable" });
}

/** The times of a frame as text. */
export function timeText(format: string, name: string): unknown {
  return polars.col("time").cast(polars.Int64).cast(polars.Datetime("ms")).dt.strftime(format).alias(name);
}
