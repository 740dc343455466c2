import { quote, renderPhrase } from "./clean-text.ts";
import { type Section, sectionsOf, verdictOf } from "./sections.ts";
import type { SyncReport } from "./sync-report.ts";

/** A report in plain words for a terminal. */
export function toTerminal(report: SyncReport): string {
  const parts = [
    `Upstream: ${quote(report.source)}\n${verdictOf(report)}\n`,
    ...sectionsOf(report).map(renderSection),
  ];
  return parts.join("\n");
}

function renderSection({ heading, lines }: Section): string {
  const rendered = lines.flatMap(({ text, below }) => [
    `  - ${renderPhrase(text)}\n`,
    ...below.map((phrase) => `    - ${renderPhrase(phrase)}\n`),
  ]);
  return `${heading}\n${rendered.join("")}`;
}
