import { decodeSeries, type SeriesRow, toRows } from "@ldusage/helpers";
import { type KnownResponse, parseKnownResponse } from "../input/parse-response.ts";
import type { Implementation } from "../program/implementation.ts";
import { digestRows } from "./digest-rows.ts";

/** From the parsed response: `decodeSeries` and `toRows`, an object for each row as naive code has them. */
export const implementation: Implementation<KnownResponse, SeriesRow[]> = {
  prepare: parseKnownResponse,
  run: ({ response, granularity }) => toRows(decodeSeries(response, { granularity })),
  digest: (rows) =>
    digestRows(
      rows.map(({ timeMs, value, dimensions }) => ({
        time: timeMs,
        value,
        projectId: String(dimensions["projectId"]),
        environmentId: String(dimensions["environmentId"]),
        sdkName: String(dimensions["sdkName"]),
      })),
    ),
};
