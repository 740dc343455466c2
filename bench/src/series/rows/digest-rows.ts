import { RowDigest } from "../digest/row-digest.ts";
import type { Digests } from "../program/implementation.ts";
import type { TidyRow } from "./naive-rows.ts";

const labelNames = ["projectId", "environmentId", "sdkName"];

/** The digest of rows in any order. */
export function digestRows(rows: Iterable<TidyRow>): Digests {
  const digest = new RowDigest();
  for (const { time, value, projectId, environmentId, sdkName } of rows) {
    digest.add(time, value, [projectId, environmentId, sdkName]);
  }
  return { rows: digest.toString() };
}

/** The same of rows in columns. */
export function digestRowColumns(columnOf: (name: string) => Iterable<unknown>): Digests {
  const [timeMs, values] = [[...columnOf("time")], [...columnOf("value")]];
  const labels = labelNames.map((name) => [...columnOf(name)]);
  const digest = new RowDigest();
  for (const [row, time] of timeMs.entries()) {
    const rowLabels = labels.map((column) => String(column[row]));
    digest.add(Number(time), Number(values[row]), rowLabels);
  }
  return { rows: digest.toString() };
}
