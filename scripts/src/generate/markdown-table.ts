/** A table of Markdown. Its cells are Markdown already: what comes from the spec is escaped by who writes it. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  return `${line(header)}${line(header.map(() => "---"))}${rows.map(line).join("")}`;
}

/** A table of facts with their labels, without those that say nothing. */
export function factTable(rows: readonly (readonly [label: string, text: string])[]): string {
  return markdownTable(
    ["Fact", "Value"],
    rows.filter(([, text]) => text !== ""),
  );
}
