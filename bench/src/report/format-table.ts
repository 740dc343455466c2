/**
 * A Markdown table whose columns line up as plain text too. Columns of numbers are flush right, and all others left.
 */
export function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const [titles = [], ...lines] = [header, ...rows].map((row) =>
    header.map((_, column) => (row[column] ?? "").replaceAll("|", "\\|")),
  );
  const columns = titles.map((title, column) => {
    const cells = lines.map((line) => line[column] ?? "");
    const width = Math.max(3, title.length, ...cells.map((cell) => cell.length));
    return { width, isNumeric: cells.some((cell) => cell !== "") && cells.every(isNumeric) };
  });
  const toLine = (cells: readonly string[]): string => {
    const padded = columns.map(({ width, isNumeric }, column) => {
      const cell = cells[column] ?? "";
      return isNumeric ? cell.padStart(width) : cell.padEnd(width);
    });
    return `| ${padded.join(" | ")} |`;
  };
  const rule = columns.map(({ width, isNumeric }) =>
    isNumeric ? `${"-".repeat(width - 1)}:` : "-".repeat(width),
  );
  return [toLine(titles), toLine(rule), ...lines.map(toLine)].join("\n");
}

/** Whether a cell is empty, or a number with a sign before it and a short unit after it at the most. */
function isNumeric(cell: string): boolean {
  return /^$|^[-+<>~]?\d[\d.,]*( ?[%A-Za-z]{1,3})?$/.test(cell);
}
