import type { TidyColumns } from "@ldusage/helpers";
import { RowDigest } from "../digest/row-digest.ts";
import type { Digests } from "../program/implementation.ts";

const names = ["projectId", "environmentId", "sdkName"];

/** The digest of the rows of a columnar tidy table. */
export function digestTidy({ length, timeMs, values, dimensions }: TidyColumns): Digests {
  const columns = names.map((name) => dimensions.find((dimension) => dimension.name === name));
  const digest = new RowDigest();
  for (let row = 0; row < length; row += 1) {
    const labels = columns.map((column) => String(column?.values[column.codes[row] ?? -1]));
    digest.add(timeMs[row] ?? Number.NaN, values[row] ?? Number.NaN, labels);
  }
  return { rows: digest.toString() };
}
