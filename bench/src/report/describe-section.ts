import { formatTable } from "./format-table.ts";
import type { Outcome } from "./outcome.ts";

/** What a subject gave, or why it gave nothing, as Markdown. */
export function describeOutcome(outcome: Outcome): string {
  if ("failure" in outcome) return `## \`${outcome.name}\`: FAILED\n\n${indent(outcome.failure)}`;
  const { title, about, tables } = outcome.section;
  const described = tables.map(({ caption, columns, rows }) => {
    const table = formatTable(columns, rows);
    return caption === undefined ? table : `**${caption}**\n\n${table}`;
  });
  return [`## ${title} (\`${outcome.name}\`)`, about, ...described].join("\n\n");
}

/** Text as it stands, which no Markdown is read from. */
function indent(text: string): string {
  return text.replace(/^/gm, "    ");
}
