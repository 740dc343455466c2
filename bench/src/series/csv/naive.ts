import { parseResponse } from "../input/parse-response.ts";
import { type Implementation, type KnownBytes, keepKnownBytes } from "../program/implementation.ts";
import { type TidyRow, toNaiveRows } from "../rows/naive-rows.ts";
import { digestCsvBytes } from "./digest-csv.ts";

const header =
  "operation,aggregation,measure,unit,environmentId,projectId,sdkName,time,bucket,value,partial\n";

/** What one writes first: all rows as objects, a text of each, and all of them joined. Nothing is escaped. */
export const implementation: Implementation<KnownBytes, Uint8Array> = {
  prepare: keepKnownBytes,
  run: ({ bytes, granularity }) =>
    new TextEncoder().encode(header + writeRows(toNaiveRows(parseResponse(bytes)), granularity)),
  digest: digestCsvBytes,
};

function writeRows(rows: readonly TidyRow[], bucket: string): string {
  const lines = rows.map(({ time, environmentId, projectId, sdkName, value }) => {
    const timeText = new Date(time).toISOString();
    return ["", "", "", "", environmentId, projectId, sdkName, timeText, bucket, value, ""].join(",");
  });
  return `${lines.join("\n")}\n`;
}
