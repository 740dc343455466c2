import { RowDigest } from "../digest/row-digest.ts";
import type { TidyRow } from "./naive-rows.ts";

/** The digest of rows in any order. */
export function digestRows(rows: Iterable<TidyRow>): string {
  const digest = new RowDigest();
  for (const { time, value, projectId, environmentId, sdkName } of rows) {
    digest.add(time, value, [projectId, environmentId, sdkName]);
  }
  return digest.toString();
}
