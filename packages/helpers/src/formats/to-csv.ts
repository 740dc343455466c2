import { refuseOption } from "@ldusage/types/errors";
import type { PivotTable } from "../pivot/pivot.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { delimitedGrid } from "./delimited-grid.ts";
import { type Grid, gridChunks, textChunkBytes } from "./grid-chunks.ts";
import { joinChunks } from "./join-chunks.ts";
import type { Cell } from "./series-labels.ts";
import { streamChunks } from "./stream-chunks.ts";

/**
 * How CSV is written.
 *
 * @example
 * ```ts
 * import { type CsvOptions, decodeSeries, toCsv } from "@ldusage/helpers";
 *
 * const forSpreadsheets: CsvOptions = { spreadsheetSafe: true, lineEnd: "\r\n" };
 * const table = decodeSeries({ metadata: [{ sdkAppId: "=1+1" }], series: [{ time: 1740787200000, "0": 8 }] });
 * toCsv(table, forSpreadsheets).split("\r\n")[1]; //=> ",,,,'=1+1,2025-03-01T00:00:00.000Z,,8,"
 * ```
 */
export interface CsvOptions {
  /**
   * Puts an apostrophe before text that a spreadsheet would run as a formula: text that begins with `=`, `+`, `-`,
   * `@` or a wide form of them, also after white space, and text that begins with a tab or a line break. Numbers
   * stay numbers. It changes such text, and holds for spreadsheets that take the comma as separator.
   * @default false
   */
  readonly spreadsheetSafe?: boolean | undefined;
  /**
   * The end of each line. RFC 4180 asks for `"\r\n"`, and some strict programs do; all usual ones read `"\n"`, and
   * those that work line by line prefer it. @default "\n"
   */
  readonly lineEnd?: "\n" | "\r\n" | undefined;
}

/**
 * CSV (RFC 4180) of a table, under a header.
 *
 * A series table gives a record for each value, by time and then by series: `operation`, `aggregation`, `measure`,
 * `unit`, the dimensions by name, `time` (start of the bucket, ISO 8601 in UTC), `bucket` (its width), `value` and
 * `partial` (`true` while the bucket was running). Holes give no record, and what is not known is an empty cell.
 * Sums of groups that may overlap are marked in `measure`, as in `distinct (upper bound)`. A dimension that is
 * called like one of the other columns is written as `dimension time`. Text of dimensions is written as it is,
 * empty text as `""`, any other value as JSON, and an absent one as an empty cell.
 *
 * A pivot table gives a record for each row, with an empty cell for a hole and `partial` at the end. Columns of upper
 * bounds are called so, as in `iOS (upper bound)`, and one that is called like the index or `partial` is written as
 * `column partial`. Notes of tables are not written.
 *
 * @throws UsageInputError when the table has a number that is not finite or is too long for one text, or an option
 * cannot be used.
 *
 * @example
 * ```ts
 * import { decodeSeries, toCsv } from "@ldusage/helpers";
 *
 * const table = decodeSeries(
 *   { metadata: [{ sdkName: "JSClient" }], series: [{ time: 1740787200000, "0": 8 }] },
 *   { operationId: "getMAUTotalUsage", parameters: { groupBy: "sdkName" }, granularity: "daily" },
 * );
 * const [header, record] = toCsv(table).split("\n");
 * header; //=> "operation,aggregation,measure,unit,sdkName,time,bucket,value,partial"
 * record; //=> "getMAUTotalUsage,month-to-date,distinct,contexts,JSClient,2025-03-01T00:00:00.000Z,daily,8,"
 * ```
 */
export function toCsv(table: SeriesTable | PivotTable, options: CsvOptions = {}): string {
  return joinChunks(gridChunks(csvGrid(table, options), textChunkBytes), "toCsvStream");
}

/**
 * The bytes of {@link toCsv} as a stream. It makes a chunk of about 64 kB when one is asked for, so that a table of
 * any size takes little memory; cancelling it ends the work.
 *
 * @throws UsageInputError at once, not in the stream, where `toCsv` does for a number or an option.
 *
 * @example
 * ```ts
 * import { decodeSeries, toCsv, toCsvStream } from "@ldusage/helpers";
 *
 * const table = decodeSeries({ metadata: [{}], series: [{ time: 1740787200000, "0": 8 }] });
 * (await new Response(toCsvStream(table)).text()) === toCsv(table); //=> true
 * ```
 */
export function toCsvStream(
  table: SeriesTable | PivotTable,
  options: CsvOptions = {},
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return streamChunks(gridChunks(csvGrid(table, options)));
}

function csvGrid(table: SeriesTable | PivotTable, options: CsvOptions): Grid {
  const { spreadsheetSafe = false, lineEnd = "\n" } = options;
  if (lineEnd !== "\n" && lineEnd !== "\r\n") {
    throw refuseOption("lineEnd", lineEnd, "it does not end a line of CSV", 'give "\\n" or "\\r\\n"');
  }
  const cell = (value: Cell): string => csvCell(value, spreadsheetSafe);
  return delimitedGrid(table, { open: "", separator: ",", close: lineEnd, cell });
}

// Compatible forms (NFKC) hold the wide ones; other characters that are not seen may stand before the sign.
const formula = /^(?:[\t\r\n]|[\s\p{C}]*[=+\-@])/u;

function csvCell(value: Cell, spreadsheetSafe: boolean): string {
  if (typeof value !== "string") return String(value ?? "");
  const text = spreadsheetSafe && formula.test(value.normalize("NFKC")) ? `'${value}` : value;
  return text === "" || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
