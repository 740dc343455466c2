import { decodeSeries, type TidyColumns, toTidy } from "@ldusage/helpers";
import { type ParsedResponse, parseResponse } from "../input/parse-response.ts";
import type { Implementation } from "../program/implementation.ts";
import { digestTidy } from "./digest-tidy.ts";

/** From the parsed response, as the others: `decodeSeries`, which checks it, and `toTidy`. */
export const implementation: Implementation<ParsedResponse, TidyColumns> = {
  prepare: parseResponse,
  run: (response) => toTidy(decodeSeries(response, { granularity: "daily" })),
  digest: digestTidy,
};
