import type { ParsedResponse } from "../input/parse-response.ts";
import { importPeer } from "../program/import-peer.ts";

/** The part of an arquero table that is used here. */
export interface ArqueroTable {
  derive(values: Record<string, string>): ArqueroTable;
  fold(values: unknown, options: { as: string[] }): ArqueroTable;
  filter(criteria: (row: { value?: number }) => boolean): ArqueroTable;
  join(other: ArqueroTable, on: string): ArqueroTable;
  groupby(...keys: string[]): ArqueroTable;
  rollup(values: Record<string, unknown>): ArqueroTable;
  pivot(keys: string, values: Record<string, unknown>): ArqueroTable;
  array(name: string, type: Float64ArrayConstructor): Float64Array;
  objects(options: { limit: number }): object[];
  toCSV(): string;
}

interface Arquero {
  from(rows: readonly object[], names?: readonly string[]): ArqueroTable;
  not(...names: string[]): unknown;
  readonly op: { sum(name: string): unknown };
}

export const arquero: Arquero = await importPeer<Arquero>("arquero");

/** The points of a response as they are, a column for each series. */
export function readArqueroPoints({ metadata, series }: ParsedResponse): ArqueroTable {
  return arquero.from(series, ["time", ...metadata.keys()].map(String));
}

/** Tidy rows by `fold`, joined with the dimensions of their series. What `derived` adds is worked out once a time. */
export function toArqueroRows(
  response: ParsedResponse,
  derived: Readonly<Record<string, string>> = {},
): ArqueroTable {
  const described = response.metadata.map((identity, index) => ({ key: String(index), ...identity }));
  return readArqueroPoints(response)
    .derive(derived)
    .fold(arquero.not("time", ...Object.keys(derived)), { as: ["key", "value"] })
    .filter((row) => row.value !== undefined)
    .join(arquero.from(described), "key");
}
