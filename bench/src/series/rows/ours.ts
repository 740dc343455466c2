import { decodeSeries, type TidyColumns, toTidy } from "@ldusage/helpers";
import { type KnownResponse, parseKnownResponse } from "../input/parse-response.ts";
import type { Implementation } from "../program/implementation.ts";
import { digestTidy } from "./digest-tidy.ts";

/** From the parsed response, as the others: `decodeSeries`, which checks it, and `toTidy`. */
export const implementation: Implementation<KnownResponse, TidyColumns> = {
  prepare: parseKnownResponse,
  run: ({ response, granularity }) => toTidy(decodeSeries(response, { granularity })),
  digest: digestTidy,
};
