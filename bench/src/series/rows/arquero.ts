import { type ParsedResponse, parseResponse } from "../input/parse-response.ts";
import { type ArqueroTable, toArqueroRows } from "../peers/arquero.ts";
import type { Implementation } from "../program/implementation.ts";
import { digestRows } from "./digest-rows.ts";
import type { TidyRow } from "./naive-rows.ts";

/** arquero: `fold` and `join`. */
export const implementation: Implementation<ParsedResponse, ArqueroTable> = {
  prepare: parseResponse,
  run: toArqueroRows,
  // The columns are those of tidy rows and a key.
  digest: (table) => digestRows(table.objects({ limit: Number.POSITIVE_INFINITY }) as TidyRow[]),
};
