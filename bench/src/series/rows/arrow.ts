import { type ParsedResponse, parseResponse } from "../input/parse-response.ts";
import { type ArrowTable, arrow } from "../peers/arrow.ts";
import type { Implementation } from "../program/implementation.ts";
import { digestRowColumns } from "./digest-rows.ts";
import { toNaiveRows } from "./naive-rows.ts";

/** apache-arrow: `tableFromJSON` of rows as objects; it has no other way from wide points to rows. */
export const implementation: Implementation<ParsedResponse, ArrowTable> = {
  prepare: parseResponse,
  run: (response) => arrow.tableFromJSON(toNaiveRows(response)),
  digest: (table) => digestRowColumns((name) => table.getChild(name) ?? []),
};
