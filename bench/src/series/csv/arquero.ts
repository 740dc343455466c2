import { parseResponse } from "../input/parse-response.ts";
import { toArqueroRows } from "../peers/arquero.ts";
import { type Implementation, keepBytes } from "../program/implementation.ts";
import { digestCsvRows } from "./digest-csv.ts";

/** arquero: `fold`, `join` and `toCSV`, with times as numbers. */
export const implementation: Implementation<Uint8Array, Uint8Array> = {
  prepare: keepBytes,
  run: (bytes) => new TextEncoder().encode(toArqueroRows(parseResponse(bytes)).toCSV()),
  digest: digestCsvRows,
};
