import { createHash } from "node:crypto";
import { parseResponse } from "../input/parse-response.ts";
import { type Implementation, keepBytes } from "../program/implementation.ts";
import { type TidyRow, toNaiveRows } from "../tidy/naive-rows.ts";

const header =
  "operation,aggregation,measure,unit,environmentId,projectId,sdkName,time,bucket,value,partial\n";

/** What one writes first: all rows as objects, a text of each, and all of them joined. Nothing is escaped. */
export const implementation: Implementation<Uint8Array, Uint8Array> = {
  prepare: keepBytes,
  run: (bytes) => new TextEncoder().encode(header + writeRows(toNaiveRows(parseResponse(bytes)))),
  digest: (csv) => createHash("sha256").update(csv).digest("hex"),
};

function writeRows(rows: readonly TidyRow[]): string {
  const lines = rows.map(({ time, environmentId, projectId, sdkName, value }) => {
    const timeText = new Date(time).toISOString();
    return ["", "", "", "", environmentId, projectId, sdkName, timeText, "daily", value, ""].join(",");
  });
  return `${lines.join("\n")}\n`;
}
