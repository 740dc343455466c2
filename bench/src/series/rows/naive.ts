import { type ParsedResponse, parseResponse } from "../input/parse-response.ts";
import type { Implementation } from "../program/implementation.ts";
import { digestRows } from "./digest-rows.ts";
import { type TidyRow, toNaiveRows } from "./naive-rows.ts";

/** An object for each row. */
export const implementation: Implementation<ParsedResponse, TidyRow[]> = {
  prepare: parseResponse,
  run: toNaiveRows,
  digest: digestRows,
};
