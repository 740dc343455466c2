import type { ParsedResponse } from "../input/parse-response.ts";
import { importPeer } from "../program/import-peer.ts";

/** The part of an arquero table that is used here. */
export interface ArqueroTable {
  fold(values: unknown, options: { as: string[] }): ArqueroTable;
  filter(criteria: (row: { value?: number }) => boolean): ArqueroTable;
  join(other: ArqueroTable, on: string): ArqueroTable;
  groupby(...keys: string[]): ArqueroTable;
  rollup(values: Record<string, unknown>): ArqueroTable;
  objects(options: { limit: number }): object[];
}

interface Arquero {
  from(rows: readonly object[], names?: readonly string[]): ArqueroTable;
  not(name: string): unknown;
  readonly op: { sum(name: string): unknown };
}

export const arquero: Arquero = await importPeer<Arquero>("arquero");

/** Tidy rows by `fold`, joined with the dimensions of their series. */
export function toArqueroRows({ metadata, series }: ParsedResponse): ArqueroTable {
  const described = metadata.map((identity, index) => ({ key: String(index), ...identity }));
  return arquero
    .from(series, ["time", ...described.map(({ key }) => key)])
    .fold(arquero.not("time"), { as: ["key", "value"] })
    .filter((row) => row.value !== undefined)
    .join(arquero.from(described), "key");
}
