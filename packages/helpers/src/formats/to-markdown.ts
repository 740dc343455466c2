import type { PivotTable } from "../pivot/pivot.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { delimitedGrid } from "./delimited-grid.ts";
import { type Grid, gridChunks, textChunkBytes } from "./grid-chunks.ts";
import { joinChunks } from "./join-chunks.ts";
import type { Cell } from "./series-labels.ts";
import { streamChunks } from "./stream-chunks.ts";

/**
 * A table as a Markdown table of GitHub's kind, with the columns of `toCsv` and numbers to the right. Names and
 * values are escaped: none can make markup or another cell. GitHub still links mail addresses and `@names`, which it
 * does with any text. Notes of tables are not written.
 *
 * @throws UsageInputError when the table has a number that is not finite, or is too long for one text.
 *
 * @example
 * ```ts
 * import { decodeSeries, pivot, toMarkdown } from "@ldusage/helpers";
 *
 * const table = decodeSeries({ metadata: [{ sdkName: "<b>" }], series: [{ time: 1740787200000, "0": 8 }] });
 * const lines = toMarkdown(pivot(table, { index: "month", columns: "sdkName", aggregate: "max" })).split("\n");
 * lines; //=> ["| month | &#60;b> | partial |", "| --- | ---: | --- |", "| 2025-03 | 8 |  |", ""]
 * ```
 */
export function toMarkdown(table: SeriesTable | PivotTable): string {
  return joinChunks(gridChunks(markdownGrid(table), textChunkBytes), "toMarkdownStream");
}

/**
 * The bytes of {@link toMarkdown} as a stream. It makes a chunk of about 64 kB when one is asked for, so that a
 * table of any size takes little memory; cancelling it ends the work.
 *
 * @throws UsageInputError at once, not in the stream, where `toMarkdown` does for a number.
 *
 * @example
 * ```ts
 * import { decodeSeries, toMarkdown, toMarkdownStream } from "@ldusage/helpers";
 *
 * const table = decodeSeries({ metadata: [{}], series: [{ time: 1740787200000, "0": 8 }] });
 * (await new Response(toMarkdownStream(table)).text()) === toMarkdown(table); //=> true
 * ```
 */
export function toMarkdownStream(table: SeriesTable | PivotTable): ReadableStream<Uint8Array<ArrayBuffer>> {
  return streamChunks(gridChunks(markdownGrid(table)));
}

function markdownGrid(table: SeriesTable | PivotTable): Grid {
  return delimitedGrid(table, {
    open: "| ",
    separator: " | ",
    close: " |\n",
    cell: markdownCell,
    rule: (isNumeric) => (isNumeric ? "---:" : "---"),
  });
}

function markdownCell(value: Cell): string {
  return (
    String(value ?? "")
      .replace(/[&<\r\n]/g, (character) => `&#${character.charCodeAt(0)};`)
      // GitHub also makes links of bare addresses.
      .replace(/[\\`*_[\]~|$]|:(?=\/\/)|(?<=www)\./gi, "\\$&")
  );
}
