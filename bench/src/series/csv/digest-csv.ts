import { createHash } from "node:crypto";
import { RowDigest } from "../digest/row-digest.ts";
import type { Digests } from "../program/implementation.ts";

const labelNames = ["projectId", "environmentId", "sdkName"];
const lineFeed = 10;

/**
 * What CSV text says, whatever the order of its columns and rows and the form of its times: times, values and dimensions
 * of each row. Nothing is quoted in what is compared here.
 */
export function digestCsvRows(csv: Uint8Array): Digests {
  const digest = new RowDigest();
  const lines = linesOf(csv);
  const names = lines.next().value?.split(",") ?? [];
  const [time, value, ...labels] = ["time", "value", ...labelNames].map((name) => names.indexOf(name));
  for (const line of lines) {
    const cells = line.split(",");
    const at = (column: number | undefined): string => cells[column ?? -1] ?? "";
    const timeMs = at(time).includes("T") ? Date.parse(at(time)) : Number(at(time));
    digest.add(timeMs, Number(at(value)), labels.map(at));
  }
  return { rows: digest.toString() };
}

/** The bytes themselves. */
export function digestCsvBytes(csv: Uint8Array): Digests {
  return { bytes: createHash("sha256").update(csv).digest("hex") };
}

function* linesOf(csv: Uint8Array): Generator<string, undefined> {
  const decoder = new TextDecoder();
  for (let start = 0; start < csv.length; ) {
    const found = csv.indexOf(lineFeed, start);
    const end = found < 0 ? csv.length : found;
    yield decoder.decode(csv.subarray(start, end));
    start = end + 1;
  }
}
