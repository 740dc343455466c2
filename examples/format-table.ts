/**
 * Rows of text as a table for a terminal: the first column to the left, the others to the right. Names come from
 * the wire, so control characters are shown as "?".
 */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const plain = rows.map((row) => row.map((cell) => cell.replace(/\p{Control}/gu, "?")));
  const width = (column: number): number => Math.max(...plain.map((row) => row[column]?.length ?? 0));
  return plain
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(width(column)) : cell.padStart(width(column))))
        .join("  "),
    )
    .join("\n");
}
