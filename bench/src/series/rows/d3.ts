import { type ParsedResponse, parseResponse } from "../input/parse-response.ts";
import { toD3Rows } from "../peers/d3.ts";
import type { Implementation } from "../program/implementation.ts";
import { digestRows } from "./digest-rows.ts";
import type { TidyRow } from "./naive-rows.ts";

/** d3-array: `cross`. */
export const implementation: Implementation<ParsedResponse, TidyRow[]> = {
  prepare: parseResponse,
  run: (response) => toD3Rows(response, (timeMs) => timeMs),
  digest: digestRows,
};
